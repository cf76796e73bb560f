import { ownersOf as ownersIn, type Writing } from '../../../catalogue/index.ts';
import { checkCatalogue } from '../../../check/index.ts';
import { highestRisk } from '../../../diff/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import type { Owner } from '../../../model/owner.ts';
import type { Risk } from '../../../model/schemas.ts';
import type { Role } from '../../../review/index.ts';
import type { Gate } from '../../review/index.ts';
import { catalogueOf, type Files } from './catalogueOf.ts';
import { blockingFindings, compareFindings, type Checked } from '../drafts/compareFindings.ts';
import { fileChanges } from '../drafts/fileChanges.ts';
import { jointBodies } from '../drafts/jointBodies.ts';
import { sameBytes } from '../../files/index.ts';

const known = new WeakMap<Files, { date: string; checked: Checked }>();

/** The catalogue in `files` with all its findings of today; kept as long as `files` is and the day lasts. */
export function checkedFiles(files: Files): Checked {
  const date = dayOf(new Date());
  const last = known.get(files);
  if (last?.date === date) return last.checked;
  const catalogue = catalogueOf(files);
  const checked = { catalogue, diagnostics: checkCatalogue(catalogue, date) };
  known.set(files, { date, checked });
  return checked;
}

/** Paths at which two catalogues differ, in order. */
export function changedPaths(before: Files, after: Files): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => !sameBytes(before.get(path), after.get(path)))
    .sort();
}

/** The highest risk among the changes from `before` to `after`. */
export function riskBetween(before: Files, after: Files): Risk {
  const [old, now] = [checkedFiles(before), checkedFiles(after)];
  return highestRisk(changedPaths(before, after).flatMap((path) => fileChanges(path, old, now)));
}

/** What decides whether a draft may be submitted and merged: see `blockingFindings`. */
export const gate: Gate = async (files, base) => {
  const [before, after] = [checkedFiles(base), checkedFiles(files)];
  const touched = new Set(changedPaths(base, files));
  const diagnostics = blockingFindings(compareFindings(before, after), after.diagnostics, touched);
  if (diagnostics.length > 0) return { kind: 'blocked', diagnostics };
  const risk = riskBetween(base, files);
  const countersigns = before.catalogue.governance?.value.countersign === true && risk === 'legal';
  return {
    kind: 'pass',
    risk,
    joint: countersigns ? jointBodies(touched, before.catalogue, after.catalogue) : [],
  };
};

/** Whose a file of the catalogue in `main` is, and by what is to be written. */
export function ownersOf(writing: Writing, main: Files): Owner[] {
  return ownersIn(writing, catalogueOf(main));
}

/** Whose roles may publish, by the same file; where it says nothing, administrators. */
export function publisherRoles(files: Files): readonly Role[] {
  return atLeastOne(catalogueOf(files).governance?.value.publishers) ?? ['administrator'];
}

function atLeastOne<T>(list: T[] | undefined): T[] | undefined {
  return list !== undefined && list.length > 0 ? list : undefined;
}
