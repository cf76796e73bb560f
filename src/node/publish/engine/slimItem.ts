import type { EffectiveItem, ItemSource } from '../../../catalogue/index.ts';
import type { Draft, Item } from '../../../model/item.ts';

/**
 * What the rules that look across a catalogue and can stop a build read of an item. A whole catalogue of these is a
 * hundredth of its text.
 */
export interface SlimItem {
  id: string;
  division: string;
  files: string[];
  item: Draft<Item>;
}

/** An item in all divisions: its files, and what its base and each guide say. */
export interface SlimChain {
  id: string;
  /** Of each file: whether it is a base or a layer. */
  roles: { path: string; role: 'base' | 'layer' }[];
  base: SlimItem | undefined;
  guides: SlimItem[];
}

/** One of them as it is written; a guide that says what the base says does not say it again. */
interface Written {
  division: string;
  files: string[];
  item?: SlimItem['item'];
}

/** A `SlimChain` as a text, without the id. */
export function slimText(
  chain: readonly ItemSource[],
  base: EffectiveItem | undefined,
  guides: readonly EffectiveItem[],
): string {
  const written = ({ division, files, item }: EffectiveItem): Written =>
    base !== undefined && item === base.item
      ? { division, files }
      : { division, files, item: slimItem(item) };
  return JSON.stringify([
    chain.map(({ role, source: { path } }) => [path, role]),
    base === undefined ? null : { ...written(base), item: slimItem(base.item) },
    ...guides.map(written),
  ]);
}

/** What `slimText` has written. */
export function slimChain(id: string, text: string): SlimChain {
  const [roles, base, ...guides] = JSON.parse(text) as [
    [path: string, role: 'base' | 'layer'][],
    Written | null,
    ...Written[],
  ];
  const read = ({ division, files, item = base?.item ?? {} }: Written): SlimItem => ({
    id,
    division,
    files,
    item,
  });
  return {
    id,
    roles: roles.map(([path, role]) => ({ path, role })),
    base: base === null ? undefined : read(base),
    guides: guides.map(read),
  };
}

function slimItem(item: EffectiveItem['item']): SlimItem['item'] {
  const { name, kind, type, state } = item.basics ?? {};
  return {
    basics: {
      ...(name !== undefined && { name }),
      ...(kind !== undefined && { kind }),
      ...(type !== undefined && { type }),
      ...(state !== undefined && { state }),
    },
    ...(asks(item.materials?.list) && { materials: { list: resultsOf(item.materials?.list) } }),
    ...(asks(item.conditions?.grant) && { conditions: { grant: resultsOf(item.conditions?.grant) } }),
  };
}

type Asking = { id?: string; resultOf?: string };

function asks(list: readonly Asking[] | undefined): boolean {
  return list?.some(({ resultOf }) => resultOf !== undefined) === true;
}

/** With the same positions: a finding names one. */
function resultsOf(list: readonly Asking[] | undefined): Asking[] {
  return (list ?? []).map(({ id, resultOf }) => ({
    ...(id !== undefined && { id }),
    ...(resultOf !== undefined && { resultOf }),
  }));
}
