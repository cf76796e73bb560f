import { entryOf } from '../../../diff/index.ts';
import type { Draft, Layer } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';

/**
 * The place under `overlay` that a ground names: a JSON Pointer whose steps into lists are positions or the ids
 * of elements (`/materials/list/licence`). `undefined` where the overlay says nothing there.
 */
export function groundPath(layer: Draft<Layer>, pointer: string): Path | undefined {
  if (!pointer.startsWith('/')) return undefined;
  const path: (string | number)[] = [];
  let here: unknown = layer.overlay;
  for (const step of pointer.slice(1).split('/').map(unescaped)) {
    const at = Array.isArray(here) ? positionIn(here, step) : step;
    if (typeof here !== 'object' || here === null || at === undefined || !Object.hasOwn(here, at))
      return undefined;
    here = (here as Record<string | number, unknown>)[at];
    path.push(at);
  }
  return path;
}

/** Position in `layer.grounds` of the ground that is given for the place `path` under `overlay`. */
export function coveringGround(layer: Draft<Layer>, path: Path): number | undefined {
  const at = (layer.grounds ?? []).findIndex(({ path: pointer = '' }) => {
    const above = groundPath(layer, pointer);
    return above !== undefined && above.every((step, i) => step === path[i]);
  });
  return at < 0 ? undefined : at;
}

function positionIn(list: readonly unknown[], step: string): number | undefined {
  const byId = list.findIndex((element) => entryOf(element, 'id') === step);
  if (byId >= 0) return byId;
  return /^\d+$/.test(step) ? Number(step) : undefined;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
