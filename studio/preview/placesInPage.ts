import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import { pointer, type Path } from '../../src/model/path.ts';

/**
 * The place of the effective item that a place of a file is about. Positions in a layer's lists are not those of
 * the merged lists, so a layer's place ends before the first of them.
 */
export function pagePlace(path: Path): Path {
  if (path[0] !== 'overlay') return path;
  const inner = path.slice(1);
  const position = inner.findIndex((step) => typeof step === 'number');
  return position === -1 ? inner : inner.slice(0, position);
}

/** `path` and all places above it as JSON Pointers, the deepest first. */
export function pointersUp(path: Path): string[] {
  return Array.from({ length: path.length }, (_, i) => pointer(path.slice(0, path.length - i)));
}

/** The place of a page (a JSON Pointer into the item) as a path of a file; positions in lists become numbers. */
export function filePlace(place: string, isLayer: boolean): Path {
  const steps = place
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : step));
  if (!isLayer) return steps;
  const position = steps.findIndex((step) => typeof step === 'number');
  return ['overlay', ...(position === -1 ? steps : steps.slice(0, position))];
}

/** The findings of a page by the place that shows them: of those in `shown` the deepest at or above each. */
export function findingsByPlace(
  diagnostics: readonly Diagnostic[],
  shown: ReadonlySet<string>,
): Map<string, { severity: Severity; findings: Diagnostic[] }> {
  const places = new Map<string, { severity: Severity; findings: Diagnostic[] }>();
  for (const finding of diagnostics) {
    const place = pointersUp(pagePlace(finding.path)).find((one) => shown.has(one));
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
