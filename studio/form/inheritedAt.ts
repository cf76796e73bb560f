import type { Plain } from '../../src/model/edit.ts';
import { valueAt, type Path } from '../../src/model/path.ts';

/**
 * What `inherited` (the item as the levels above make it) says at the place `path` of a layer whose value is
 * `layer`. Positions in the layer's lists lead to the element of the same id above. `undefined` outside `overlay`
 * and where nothing is said above.
 */
export function inheritedAt(
  inherited: Plain | undefined,
  layer: Plain | undefined,
  path: Path,
): Plain | undefined {
  if (path[0] !== 'overlay' || inherited === undefined) return undefined;
  let here: Plain | undefined = inherited;
  for (let i = 1; i < path.length && here !== undefined; i++) {
    const step = path[i]!;
    here =
      typeof step === 'number'
        ? elementOf(here, (valueAt(layer, path.slice(0, i + 1)) as { id?: unknown } | undefined)?.id)
        : (valueAt(here, [step]) as Plain | undefined);
  }
  return here;
}

function elementOf(list: Plain, id: unknown): Plain | undefined {
  if (!Array.isArray(list) || typeof id !== 'string') return undefined;
  return list.find(
    (one) => typeof one === 'object' && one !== null && !Array.isArray(one) && one['id'] === id,
  );
}
