import type { Catalogue } from '../../../catalogue/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { namedPath } from '../../../model/path.ts';

/** A catalogue with everything that the check finds in it. */
export interface Checked {
  catalogue: Catalogue;
  diagnostics: Diagnostic[];
}

/** What a draft does to the findings of the whole catalogue. */
export interface FindingsDelta {
  /** Findings that did not stand before, or whose facts have changed and still offend. */
  created: Diagnostic[];
  mended: Diagnostic[];
}

/**
 * Compares findings by code, file and place, where a place names elements of lists by their `id`, so that one
 * inserted material does not make the findings of all below it new. One that says something else than before
 * counts as new: its author has touched what it is about.
 */
export function compareFindings(before: Checked, after: Checked): FindingsDelta {
  const stood = new Set(before.diagnostics.map((d) => `${placeKey(d, before)}\n${d.severity}\n${d.message}`));
  const places = new Set(after.diagnostics.map((d) => placeKey(d, after)));
  return {
    created: after.diagnostics.filter(
      (d) => !stood.has(`${placeKey(d, after)}\n${d.severity}\n${d.message}`),
    ),
    mended: before.diagnostics.filter((d) => !places.has(placeKey(d, before))),
  };
}

/**
 * What keeps a draft that touches `files` from being submitted or merged: errors that it creates, and whatever
 * in its own files cannot be read or breaks the schema, even if that stood before.
 */
export function blockingFindings(
  { created }: FindingsDelta,
  after: readonly Diagnostic[],
  files: ReadonlySet<string>,
): Diagnostic[] {
  const isForm = ({ code, file }: Diagnostic) => files.has(file) && /^(text|schema)\//.test(code);
  const isNew = new Set(created);
  return after.filter((d) => d.severity === 'error' && (isNew.has(d) || isForm(d)));
}

function placeKey({ code, file, path }: Diagnostic, { catalogue }: Checked): string {
  return JSON.stringify([code, file, namedPath(catalogue.sources.get(file)?.written, path)]);
}
