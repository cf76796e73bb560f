import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import { namedPath, pathOf, pointer, positionPath, valueAt, type Path } from '../../src/model/path.ts';

/** What the places of a file need to be found in the item that its page is of, and back. */
export type FilePlaces =
  /** Of a layer, what its file says, and what comes of it. */
  | { kind: 'layer'; value: unknown; merged: unknown }
  /** Of a translation, the item's texts that it names, in the order of its file, and the item. */
  | { kind: 'translation'; texts: readonly string[]; item: unknown };

/**
 * The place of the effective item that a place of a file is about. In a layer an element of a list is found by its
 * id; where the merged item has it no more, the list is meant.
 */
export function pagePlace(path: Path, places?: FilePlaces): Path {
  if (places?.kind === 'translation') {
    const text = path[0] === 'texts' ? places.texts[Number(path[1])] : undefined;
    return (text === undefined ? undefined : positionPath(places.item, pathOf(text))) ?? path;
  }
  if (path[0] !== 'overlay') return path;
  const inner = path.slice(1);
  const named = namedPath(valueAt(places?.value, ['overlay']), inner);
  return (places && positionPath(places.merged, named)) ?? beforePosition(inner);
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
 * layer, its own element where it says something of it, else the list; in a translation, the English of the text.
 */
export function filePlace(place: string, places?: FilePlaces): Path {
  const steps = pathOf(place);
  if (places === undefined) return steps;
  if (places.kind === 'translation') {
    const at = places.texts.indexOf(pointer(namedPath(places.item, steps)));
    return at === -1 ? ['texts'] : ['texts', at, 'en'];
  }
  const named = namedPath(places.merged, steps);
  return positionPath(places.value, ['overlay', ...named]) ?? ['overlay', ...beforePosition(steps)];
}

/** The findings of a page by the place that shows them: of those in `shown` the deepest at or above each. */
export function findingsByPlace(
  diagnostics: readonly Diagnostic[],
  shown: ReadonlySet<string>,
  file?: FilePlaces,
): Map<string, { severity: Severity; findings: Diagnostic[] }> {
  const places = new Map<string, { severity: Severity; findings: Diagnostic[] }>();
  for (const finding of diagnostics) {
    const place = pointersUp(pagePlace(finding.path, file)).find((one) => shown.has(one));
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
