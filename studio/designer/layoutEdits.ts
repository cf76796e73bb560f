import type { Edit, Plain } from '../../src/model/edit.ts';
import { formGroups, type FormGroup } from '../../src/model/formGroups.ts';
import type { ExtensionFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';
import type { Words } from '../../src/model/schemas.ts';
import { freeId, type FieldGroup } from './fieldGroups.ts';

type Layout = NonNullable<Draft<ExtensionFile>['layout']>;

/** The object whose fields are laid out, and all of its keys in the order of the form. */
export interface LaidOut {
  at: string;
  keys: readonly string[];
}

/** Where a field is to stand. */
export interface FieldPlace {
  /** Position of the heading among the headings of its object; the last has none. */
  heading: number;
  /** Position among the fields under it; none: at their end, and where there is no heading as it stood of itself. */
  to?: number;
}

/** The fields of `group` as they are laid out. */
export function laidOut({ at, fields }: FieldGroup): LaidOut {
  return { at, keys: fields.map(({ key }) => key) };
}

/** The edits of an extension that put the field `key` at `place`; none where it stands there or cannot. */
export function placeEdits(
  { layout = [] }: Draft<ExtensionFile>,
  { at, keys }: LaidOut,
  key: string,
  { heading, to }: FieldPlace,
): Edit[] {
  const groups = formGroups(keys, layout, at);
  const from = groups.find((one) => one.keys.includes(key));
  const target = groups[heading];
  if (from === undefined || target === undefined) return [];
  const others = target.keys.filter((one) => one !== key);
  const position = to ?? others.length;
  const isThere = from === target && (to === undefined || target.keys.indexOf(key) === to);
  if (isThere || position < 0 || position > others.length) return [];
  const order = others.toSpliced(position, 0, key);
  const edits: Edit[] = from === target ? [] : outOf(from, layout, key);
  const isLast = target === groups.at(-1);
  if (isLast && to === undefined) return edits;
  const fields = isLast ? asFarAsSaid(order, target.keys, namedIn(layout, target)) : order;
  if (target.index === undefined) return [...edits, ...insertEdits(layout, layout.length, { at, fields })];
  return [...edits, { kind: 'set', path: ['layout', target.index, 'fields'], value: fields }];
}

function namedIn(layout: Layout, { index }: FormGroup): readonly string[] {
  return index === undefined ? [] : (layout[index]!.fields ?? []);
}

function outOf(group: FormGroup, layout: Layout, key: string): Edit[] {
  const named = namedIn(layout, group);
  if (group.index === undefined || !named.includes(key)) return [];
  return [
    { kind: 'set', path: ['layout', group.index, 'fields'], value: named.filter((one) => one !== key) },
  ];
}

/** The beginning of `order` after which all stand as they do of themselves: those of `before` that are not `named`. */
function asFarAsSaid(
  order: readonly string[],
  before: readonly string[],
  named: readonly string[],
): string[] {
  const unsaid = new Map(before.filter((key) => !named.includes(key)).map((key, i) => [key, i]));
  let length = order.length;
  let next = Infinity;
  while (length > 0) {
    const own = unsaid.get(order[length - 1]!);
    if (own === undefined || own > next) break;
    next = own;
    length--;
  }
  return order.slice(0, length);
}

/** The edits that begin a heading with no fields, after the other headings of its object, and the id of it. */
export function headingEdits(
  { layout = [] }: Draft<ExtensionFile>,
  { at, keys }: LaidOut,
  title: Words,
): { id: string; edits: Edit[] } {
  const index = formGroups(keys, layout, at).at(-1)!.index ?? layout.length;
  const id = freeId(title.en, taken(layout));
  return { id, edits: insertEdits(layout, index, { id, at, title, fields: [] }) };
}

/** The edits that take the heading at `index` of the layout away; its fields go back to where they stood of themselves. */
export function noHeadingEdits({ layout = [] }: Draft<ExtensionFile>, index: number): Edit[] {
  return [{ kind: 'remove', path: layout.length === 1 ? ['layout'] : ['layout', index] }];
}

/** The edits that take `key` out of the layout of the object at `at`, because it will no longer be a field there. */
export function unplaceEdits({ layout = [] }: Draft<ExtensionFile>, at: string, key: string): Edit[] {
  return layout.flatMap(({ at: place = '', fields = [] }, i): Edit[] =>
    place === at && fields.includes(key)
      ? [{ kind: 'set', path: ['layout', i, 'fields'], value: fields.filter((one) => one !== key) }]
      : [],
  );
}

function taken(layout: Layout): Set<string | undefined> {
  return new Set(layout.map(({ id }) => id));
}

function insertEdits(
  layout: Layout,
  index: number,
  { id, at, title, fields }: { id?: string; at: string; title?: Words; fields: string[] },
): Edit[] {
  const group: Plain = {
    id: id ?? freeId(at === '' ? 'form' : at, taken(layout)),
    ...(title !== undefined && { title: { ...title } }),
    ...(at !== '' && { at }),
    fields,
  };
  return layout.length === 0
    ? [{ kind: 'set', path: ['layout'], value: [group] }]
    : [{ kind: 'insert', path: ['layout', index], value: group }];
}
