import type { CatalogueRow, ImportProfile, OtherFile } from '../../../api/index.ts';
import {
  decidingDepartments,
  effectiveItem,
  ownersOf,
  placeOf,
  type EffectiveItem,
  type Lookups,
  ownName,
} from '../../../catalogue/index.ts';
import type { ProfileFile } from '../../../model/generated/schemas.ts';
import type { Words } from '../../../model/schemas.ts';
import { formatLimit } from '../../../procedure/index.ts';
import type { Checked } from '../drafts/compareFindings.ts';
import { pinyinOf } from './pinyinOf.ts';

const known = new WeakMap<Checked, { date: string; rows: CatalogueRow[] }>();

/**
 * Every file of an item as a row, ordered by item, then from the base down; what is in force is so on `date`. `drafts`
 * are the ids of open drafts by the file they touch. All but those is kept as long as `checked` is.
 */
export function catalogueRows(
  checked: Checked,
  drafts: ReadonlyMap<string, string[]>,
  date: string,
): CatalogueRow[] {
  let last = known.get(checked);
  if (last?.date !== date) known.set(checked, (last = { date, rows: rowsOf(checked, date) }));
  return last.rows.map((row) => {
    const open = drafts.get(row.file);
    return open === undefined ? row : { ...row, drafts: open };
  });
}

function rowsOf({ catalogue, diagnostics }: Checked, date: string): CatalogueRow[] {
  const findings = countFindings(diagnostics);
  return [...catalogue.chains].flatMap(([id, chain]) =>
    chain.map((step, position) => {
      // What the row shows is what holds there, so a layer shows what it takes from above.
      const subject = effectiveItem(chain.slice(0, position + 1), step.division);
      const { basics, limits, fees } = subject.item;
      const name = basics?.name ?? id;
      const divisionName = catalogue.lookups.divisionName(step.division);
      const authority = authorityOf(subject, catalogue.lookups);
      const synonyms = (basics?.synonyms ?? []).filter((word) => word !== undefined);
      const everyday = basics?.everydayName === undefined ? [] : [basics.everydayName];
      return {
        id,
        division: step.division,
        divisionName,
        file: step.source.path,
        role: step.role,
        name,
        ...(basics?.everydayName !== undefined && { everydayName: basics.everydayName }),
        ...(synonyms.length > 0 && { synonyms }),
        pinyin: pinyinOf([name, ...everyday, ...synonyms, authority, divisionName]),
        ...(basics?.basicCode !== undefined && { basicCode: basics.basicCode }),
        ...(basics?.type !== undefined && { type: basics.type }),
        departments:
          chain[0]?.role === 'base' ? decidingDepartments(chain[0].source.value, catalogue.lookups) : [],
        authority,
        ...(limits?.promised && { promised: limitWords(limits.promised), ...daysOf(limits.promised) }),
        ...(limits?.statutory && { statutory: limitWords(limits.statutory) }),
        charged: (fees?.list ?? []).length > 0,
        ...(basics?.cleanUp?.decision !== undefined && { decision: basics.cleanUp.decision }),
        inForce: heldOn(step.source.value.inForce, date),
        findings: findings.get(step.source.path) ?? { error: 0, warning: 0, info: 0 },
        drafts: [],
      };
    }),
  );
}

/** Every file that is no item's, by kind and then by path. */
export function otherFiles({ catalogue }: Checked): OtherFile[] {
  return [...catalogue.sources.values()]
    .filter(({ kind }) => kind !== 'item' && kind !== 'layer')
    .map(({ path, kind, value, text }) => ({
      file: path,
      kind,
      title: titleOf(path, value, catalogue.lookups),
      owners: ownersOf({ path, now: text }, catalogue),
    }))
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.file.localeCompare(b.file));
}

/** The profiles to import by; one that the check finds an error in cannot be used. */
export function importProfiles({ catalogue, diagnostics }: Checked): ImportProfile[] {
  const wrong = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return [...catalogue.sources.values()]
    .filter(({ kind, path }) => kind === 'profile' && !wrong.has(path))
    .map(({ path, written }) => ({ file: path, profile: written as ProfileFile })) // its schema has judged it
    .sort((a, b) => a.file.localeCompare(b.file));
}

/** The title or name that the file gives itself, else the division it is for, else its path. */
function titleOf(path: string, value: unknown, lookups: Lookups): string {
  const own = ownName(value);
  if (own !== undefined) return own.zh;
  const place = placeOf(path);
  const division = place.kind === 'file' ? place.division : undefined;
  return division === undefined ? path : lookups.divisionName(division);
}

function limitWords(limit: Parameters<typeof formatLimit>[0]): Words {
  return { zh: formatLimit(limit), en: formatLimit(limit, 'en') };
}

/** To sort by: a working week has five days of seven. */
function daysOf({ value, unit }: Parameters<typeof formatLimit>[0] & object): { days?: number } {
  if (value === undefined) return {};
  return { days: unit === 'calendar-days' ? value : (value * 7) / 5 };
}

function heldOn(inForce: { from?: string; to?: string } | undefined, date: string): CatalogueRow['inForce'] {
  if (inForce?.to !== undefined && inForce.to < date) return 'ended';
  return inForce?.from !== undefined && inForce.from > date ? 'later' : 'now';
}

function countFindings(diagnostics: Checked['diagnostics']): Map<string, CatalogueRow['findings']> {
  const counts = new Map<string, CatalogueRow['findings']>();
  for (const { file, severity } of diagnostics) {
    const count = counts.get(file) ?? { error: 0, warning: 0, info: 0 };
    count[severity]++;
    counts.set(file, count);
  }
  return counts;
}

/** The deciding authority in words: the agency named, else that of the department here, else as written. */
function authorityOf({ item, division }: EffectiveItem, lookups: Lookups): string {
  const { agency, department, text } = item.authority?.decides ?? {};
  const named =
    agency === undefined ? department && lookups.agencyFor(department, division) : lookups.agency(agency);
  if (named) return named.name;
  return text ?? (department === undefined ? '' : lookups.codeLabel('departments', department).zh);
}
