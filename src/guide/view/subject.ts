import type { Lookups } from '../../catalogue/index.ts';
import { fieldAt, labelOf } from '../../model/field.ts';
import type { Draft, Item } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import type { Words } from '../../model/schemas.ts';
import type { CitationView, Fact, Group } from './types.ts';

/** What is put into words: an item of a division, and the catalogue around it. */
export interface Subject {
  item: Draft<Item>;
  division: string;
  lookups: Lookups;
}

/** Title of the field at `path` of an item. */
export function titleOf(path: Path): Words {
  return fieldAt('item', path)?.title ?? { zh: '', en: '' };
}

/**
 * What gives the Chinese label of a code in the field at `path`: nothing for nothing, the code itself where it has none.
 * The field is looked up once for all items.
 */
export function labelsAt(...path: Path): (code: string | undefined) => string {
  let field: ReturnType<typeof fieldAt>;
  return (code) => {
    if (code === undefined) return '';
    field ??= fieldAt('item', path);
    return field === undefined ? code : labelOf(field.schema, code).zh;
  };
}

/** Label, value and, where there is one, basis. */
export type FactSource = readonly [label: Words, value: string | undefined, basis?: CitationView[]];

/** Those facts that say something. */
export function facts(sources: readonly FactSource[]): Fact[] {
  return sources.flatMap(([label, value, basis = []]) =>
    value === undefined || value === '' ? [] : [{ label, value, basis }],
  );
}

/** The list put into words, or the reason why there is none. */
export function groupOf<E, T>(
  none: string | undefined,
  list: readonly E[] | undefined,
  view: (element: E, index: number) => T,
): Group<T> {
  return none === undefined ? { list: (list ?? []).map(view) } : { none };
}

/** Text that is there, parted by `between`. */
export function joined(parts: readonly (string | false | undefined)[], between: string): string {
  let text = '';
  for (const part of parts)
    if (part !== undefined && part !== false && part !== '') text += text === '' ? part : between + part;
  return text;
}
