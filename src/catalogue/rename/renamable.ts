import type { Bundle } from '../../model/bundle.ts';
import type { Draft } from '../../model/item.ts';
import { namedPath, positionPath, samePath, valueAt, type Path } from '../../model/path.ts';
import { bundleNames } from '../bundleReferences.ts';
import { eachReference, type SeeReference } from '../eachReference.ts';
import { placeOf } from '../kinds.ts';
import type { Source } from '../types.ts';
import { bodyPath, elementNames, type Address } from './elementNames.ts';

/** Things of the catalogue that other files name by an id. */
const named = [
  'item',
  'law',
  'agency',
  'centre',
  'window',
  'calendar',
  'bundle',
  'rule',
  'list',
  'profile',
] as const;
export type NamedKind = (typeof named)[number];

/** What an id stands for, and so what is called otherwise where it is changed. */
export type Renamable =
  /** An element of a list: of an item as it holds in a division, or of one file. */
  | {
      kind: 'element';
      of: { item: string; division: string } | { file: string };
      address: Address;
      id: string;
    }
  /** A file, or what stands as an entry in one. */
  | { kind: 'named'; as: NamedKind; id: string };

/**
 * What the id at `path` of `source` stands for, be it written there or named; `path` may have ids for positions. A
 * question with its answer below it is meant by its key where `at` says so. `undefined` where there is no id that can
 * be changed.
 */
export function renamable(
  { path: file, kind, value, written, shape }: Source<unknown>,
  path: Path,
  at: 'key' | 'value' = 'value',
): Renamable | undefined {
  const place = placeOf(file);
  const here = positionPath(written, path);
  if (place.kind !== 'file' || here === undefined) return undefined;
  const own =
    (kind === 'item' || kind === 'layer') && place.id !== undefined
      ? { item: place.id, division: place.division ?? '000000' }
      : { file };
  const inElement = here.at(-1) === 'id' && typeof here.at(-2) === 'number';
  const id: unknown = valueAt(written, here);
  if (here.length === 1 && here[0] === 'id')
    return place.id === undefined ? undefined : fileOf(kind, place.id);
  if (inElement && typeof id === 'string') {
    const entry = entryOf(kind, here, { id, centre: place.id });
    if (entry !== undefined) return { kind: 'named', ...entry };
    const address = namedPath(written, here.slice(0, -1)).slice(bodyPath(kind).length);
    return address.every((step) => typeof step === 'string')
      ? { kind: 'element', of: own, address, id }
      : undefined;
  }
  const names = elementNames(kind, written).filter((one) => samePath(one.path, here));
  const name = names.find((one) => one.at === at) ?? names[0];
  if (name !== undefined)
    return { kind: 'element', of: own, address: name.address, id: name.address.at(-1)! };
  if (kind === 'bundle') {
    // The kind of a source tells the type of its value.
    const bundle = value as Draft<Bundle>;
    const ofMember = bundleNames(bundle).find((one) => samePath(one.path, here));
    if (ofMember !== undefined) {
      const { item, address } = ofMember;
      const division = bundle.divisions?.[0] ?? '000000';
      return { kind: 'element', of: { item, division }, address, id: address.at(-1)! };
    }
  }
  let found: Renamable | undefined;
  const see: SeeReference = (text, field, where) => {
    const as = named.find((one) => one === field['x-ref']);
    if (as !== undefined && samePath(where(), here)) found = { kind: 'named', as, id: text };
  };
  eachReference(kind, written, see, shape);
  return found;
}

function fileOf(kind: string, id: string): Renamable | undefined {
  const as = kind === 'layer' ? 'item' : named.find((one) => one === kind);
  return as === undefined || as === 'agency' ? undefined : { kind: 'named', as, id };
}

/** What stands in a list and goes by its id everywhere: agencies, windows; a line of adoption has that of its item. */
function entryOf(
  kind: string,
  [list]: Path,
  { id, centre = '' }: { id: string; centre: string | undefined },
): { as: NamedKind; id: string } | undefined {
  if (kind === 'agency' && list === 'agencies') return { as: 'agency', id };
  if (kind === 'centre' && list === 'windows') return { as: 'window', id: `${centre}/${id}` };
  if (kind === 'adoption' && list === 'items') return { as: 'item', id };
  return undefined;
}
