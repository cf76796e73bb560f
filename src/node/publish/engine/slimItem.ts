import type { EffectiveItem } from '../../../catalogue/index.ts';
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

export function slimItem({ id, division, files, item }: EffectiveItem): SlimItem {
  const { name, kind, type, state } = item.basics ?? {};
  return {
    id,
    division,
    files,
    item: {
      basics: {
        ...(name !== undefined && { name }),
        ...(kind !== undefined && { kind }),
        ...(type !== undefined && { type }),
        ...(state !== undefined && { state }),
      },
      ...(asks(item.materials?.list) && { materials: { list: resultsOf(item.materials?.list) } }),
      ...(asks(item.conditions?.grant) && { conditions: { grant: resultsOf(item.conditions?.grant) } }),
    },
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
