import {
  filedObjections,
  placeOf,
  type Catalogue,
  type EffectiveItem,
  type Lookups,
} from '../catalogue/index.ts';
import { rules } from '../check/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Days } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import type { Words } from '../model/schemas.ts';
import { partTitle } from './partTitle.ts';
import { reportBundles } from './reportBundles.ts';
import type { ReportFacts, ReportFinding, ReportSubject } from './types.ts';

/**
 * What the figures are reckoned from: every effective guide of `catalogue` that holds on `date` (`YYYY-MM-DD`),
 * and `diagnostics`, what the check found on that day.
 */
export function reportFacts(
  catalogue: Catalogue,
  diagnostics: readonly Diagnostic[],
  date: string,
): ReportFacts {
  const { lookups, guides, bases } = catalogue;
  const { divisions = [], codeLists, title } = lookups.config;
  const byPlace = new Map([...bases, ...guides].map((one) => [`${one.division}/${one.id}`, one]));
  return {
    date,
    title,
    subjects: guides.map((guide) => subjectOf(guide, lookups)),
    findings: diagnostics.map((diagnostic) => findingOf(diagnostic, byPlace, lookups)),
    objections: filedObjections(catalogue).map(({ division, objection, state }) => ({
      subject: `${division}/${objection.item ?? ''}`,
      state,
    })),
    bundles: reportBundles(catalogue),
    rules: ruleTitles(diagnostics),
    divisions: divisions.map(({ code, name, level }) => ({ id: code, name, level })),
    agencies: lookups.data.agencies.map(({ id, name, division }) => ({ id, name, division })),
    centres: lookups.data.centres.map(({ id, name, division }) => ({ id, name, division })),
    types: Object.fromEntries(codeLists.itemTypes.map(({ id }) => [id, lookups.codeLabel('itemTypes', id)])),
  };
}

function subjectOf(guide: EffectiveItem, lookups: Lookups): ReportSubject {
  const { item, division, id, files } = guide;
  const { basics = {}, limits = {}, service = {}, fees, materials, procedure, conditions } = item;
  const list = materials?.list ?? [];
  const forms = new Map((item.forms?.list ?? []).map((form) => [form.id, form]));
  const filled = list.filter(({ kind }) => kind === 'form');
  const formOf = ({ form }: { form?: string }) => forms.get(form);
  const [statutory, promised] = [daysOf(limits.statutory), daysOf(limits.promised)];
  const { decision, until, reason } = basics.cleanUp ?? {};
  return {
    key: `${division}/${id}`,
    id,
    division,
    name: basics.name ?? id,
    ...(basics.basicCode !== undefined && { basicCode: basics.basicCode }),
    ...(basics.type !== undefined && { type: basics.type }),
    ...levelOf(division, lookups),
    agency: decidingBody(guide, lookups),
    ...(basics.state !== undefined && { state: basics.state }),
    ...(basics.handling !== undefined && { handling: basics.handling }),
    inCentre: service.inCentre === true,
    centres: service.inCentre === true ? centresOf(service.windows ?? [], division, lookups) : [],
    ...(service.placeOfDecision !== undefined && { placeOfDecision: service.placeOfDecision }),
    ...(statutory && { statutory }),
    ...(promised && { promised }),
    ...(fees !== undefined && { charged: (fees.list ?? []).length > 0 }),
    ...(materials !== undefined && { materials: list.length }),
    ...(procedure !== undefined && { steps: (procedure.steps ?? []).length }),
    ...(service.visits !== undefined && { visits: service.visits }),
    conditionIds: idsOf(conditions?.grant),
    materialIds: idsOf(list),
    forms: {
      needed: filled.length,
      blank: filled.filter((one) => formOf(one)?.file !== undefined).length,
      sample: filled.filter((one) => (one.sample ?? formOf(one)?.sample) !== undefined).length,
    },
    ...(decision === 'provisional' && {
      provisional: { ...(until !== undefined && { until }), ...(reason !== undefined && { reason }) },
    }),
    files,
  };
}

function levelOf(division: string, { config }: Lookups): { level?: string } {
  const level = config.divisions?.find(({ code }) => code === division)?.level;
  return level === undefined ? {} : { level };
}

function daysOf(limit: Draft<Days> | undefined): Days | undefined {
  const { value, unit } = limit ?? {};
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

function idsOf(list: readonly { id?: string }[] | undefined): string[] {
  return (list ?? []).flatMap(({ id }) => id ?? []).sort();
}

/** The id of the agency that decides there, or the body in words where the registry has none. */
function decidingBody({ item, division }: EffectiveItem, lookups: Lookups): string {
  const { agency, department, text } = item.authority?.decides ?? {};
  if (agency !== undefined) return agency;
  if (department === undefined) return text ?? '';
  return lookups.agencyFor(department, division)?.id ?? lookups.codeLabel('departments', department).zh;
}

function centresOf(windows: readonly string[], division: string, { data }: Lookups): string[] {
  const named = [...new Set(windows.map((ref) => ref.split('/')[0]!))];
  if (named.length > 0) return named;
  const here = data.centres.filter((centre) => centre.division === division);
  return here.length === 1 ? [here[0]!.id] : [];
}

function findingOf(
  diagnostic: Diagnostic,
  byPlace: ReadonlyMap<string, EffectiveItem>,
  lookups: Lookups,
): ReportFinding {
  const { code, severity, suppressed, message, messageEn, file } = diagnostic;
  const found = {
    code,
    severity,
    ...(suppressed && { suppressed }),
    message: { zh: message, en: messageEn },
  };
  const place = placeOf(file);
  if (place.kind !== 'file' || place.fileKind !== 'item') return { ...found, file };
  const { id: item = '', division = '' } = place;
  const subject = byPlace.get(`${division}/${item}`);
  const body = subject === undefined ? '' : decidingBody(subject, lookups);
  return { ...found, file, item, division, agency: nameOf(body, division, lookups) };
}

/** The agency's name; a function in a base, which no agency carries yet, goes with the division that wrote it. */
function nameOf(body: string, division: string, lookups: Lookups): string {
  const agency = lookups.agency(body);
  return agency?.name ?? (body === '' ? '' : `${body}（${lookups.divisionName(division)}）`);
}

/** Titles of the rules that found something, those of the parts of the check that are no rules among them. */
function ruleTitles(diagnostics: readonly Diagnostic[]): Record<string, Words> {
  const ofRules = new Map(rules.map(({ id, title }) => [id, title]));
  const codes = new Set(diagnostics.map(({ code }) => code));
  return Object.fromEntries(
    [...codes].flatMap((code) => {
      const title = ofRules.get(code) ?? partTitle(code);
      return title === undefined ? [] : [[code, title]];
    }),
  );
}
