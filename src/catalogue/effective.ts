import type { Draft, Item } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import { mergeItem, originIn } from './merge.ts';
import type { EffectiveItem, ItemSource } from './types.ts';

/** What one step of the chain says of the item: the base's whole value, or what stands under `overlay`. */
export function saysOf(step: ItemSource): unknown {
  return step.role === 'base' ? step.source.value : step.source.value.overlay;
}

/**
 * The item that `chain` (base first, then layers downward) makes for `division`.
 * @throws RangeError for an empty chain.
 */
export function effectiveItem(chain: readonly ItemSource[], division: string): EffectiveItem {
  const base = chain[0];
  if (base === undefined) throw new RangeError('An item needs at least one file');
  const values = chain.map((step) => saysOf(step) ?? {});
  const merged = mergeItem(values);
  return {
    id: base.source.value.id ?? '',
    division,
    item: (typeof merged === 'object' && merged !== null ? merged : {}) as Draft<Item>,
    files: chain.map((step) => step.source.path),
    originOf: (path: Path) => {
      // A field that nobody wrote belongs where the nearest field above it was begun.
      for (let length = path.length; length >= 0; length--) {
        const found = originIn(values, merged, path.slice(0, length));
        if (found === undefined) continue;
        const step = chain[found.index]!;
        const rest = path.slice(length);
        return {
          division: step.division,
          file: step.source.path,
          path: [...(step.role === 'layer' ? ['overlay'] : []), ...found.path, ...rest],
        };
      }
      return { division: base.division, file: base.source.path, path };
    },
  };
}
