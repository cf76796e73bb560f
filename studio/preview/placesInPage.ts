import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import { namedPath, pathOf, pointer, positionPath, valueAt, type Path } from '../../src/model/path.ts';

/** What a layer's places need to be found in the merged item and back: what its file says, and what comes of it. */
export interface LayerPlaces {
  value: unknown;
  merged: unknown;
}

/**
 * The place of the effective item that a place of a file is about. In a layer an element of a list is found by its
 * id; where the merged item has it no more, the list is meant.
 */
export function pagePlace(path: Path, layer?: LayerPlaces): Path {
  if (path[0] !== 'overlay') return path;
  const inner = path.slice(1);
  const named = namedPath(valueAt(layer?.value, ['overlay']), inner);
  return (layer && positionPath(layer.merged, named)) ?? beforePosition(inner);
}

/** `path` as far as the first list in it. */
function beforePosition(path: Path): Path {
  const position = path.findIndex((step) => typeof step === 'number');
  return position === -1 ? path : path.slice(0, position);
}

/** `path` and all places above it as JSON Pointers, the deepest first. */
export function pointersUp(path: Path): string[] {
  return Array.from({ length: path.length }, (_, i) => pointer(path.slice(0, path.length - i)));
}

/**
 * The place of a page (a JSON Pointer into the item) as a path of a file; positions in lists become numbers. In a
 * layer, its own element where it says something of it, else the list.
 */
export function filePlace(place: string, layer?: LayerPlaces): Path {
  const steps = pathOf(place);
  if (layer === undefined) return steps;
  const named = namedPath(layer.merged, steps);
  return positionPath(layer.value, ['overlay', ...named]) ?? ['overlay', ...beforePosition(steps)];
}

/** The findings of a page by the place that shows them: of those in `shown` the deepest at or above each. */
export function findingsByPlace(
  diagnostics: readonly Diagnostic[],
  shown: ReadonlySet<string>,
  layer?: LayerPlaces,
): Map<string, { severity: Severity; findings: Diagnostic[] }> {
  const places = new Map<string, { severity: Severity; findings: Diagnostic[] }>();
  for (const finding of diagnostics) {
    const place = pointersUp(pagePlace(finding.path, layer)).find((one) => shown.has(one));
    if (place === undefined) continue;
    const known = places.get(place);
    if (known === undefined) places.set(place, { severity: finding.severity, findings: [finding] });
    else {
      known.findings.push(finding);
      if (finding.severity === 'error') known.severity = 'error';
    }
  }
  return places;
}
