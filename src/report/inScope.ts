import type { Named, ReportBundle, ReportFacts, ReportFinding, ReportSubject, Scope } from './types.ts';

/**
 * The subjects of `scope`. A centre's are those that have moved into it, and those of its division that have moved
 * into none or into another: they are what its share is reckoned of.
 */
export function inScope({ subjects, centres }: ReportFacts, scope: Scope): ReportSubject[] {
  const { division, agency, centre } = scope;
  const home = centres.find(({ id }) => id === centre)?.division;
  return subjects.filter(
    (one) =>
      (division === undefined || one.division === division) &&
      (agency === undefined || one.agency === agency) &&
      (centre === undefined || one.centres.includes(centre) || one.division === home),
  );
}

/** Whether `subject` has moved into the centre of `scope`, or into any where it names none. */
export function movedIn(subject: ReportSubject, { centre }: Scope): boolean {
  return centre === undefined ? subject.inCentre : subject.centres.includes(centre);
}

/** The findings in files that the subjects of `scope` are made of; all, where the scope is everything. */
export function findingsInScope(facts: ReportFacts, scope: Scope): ReportFinding[] {
  if (Object.values(scope).every((one) => one === undefined)) return facts.findings;
  const files = new Set(inScope(facts, scope).flatMap((one) => one.files));
  return facts.findings.filter(({ file }) => files.has(file));
}

/** The objections filed by the subjects of `scope`; all, where the scope is everything. */
export function objectionsInScope(facts: ReportFacts, scope: Scope): ReportFacts['objections'] {
  if (Object.values(scope).every((one) => one === undefined)) return facts.objections;
  const keys = new Set(inScope(facts, scope).map(({ key }) => key));
  return facts.objections.filter(({ subject }) => keys.has(subject));
}

/** The bundles that the division of `scope` offers, its agency leads and its centre takes. */
export function bundlesInScope({ bundles }: ReportFacts, scope: Scope): ReportBundle[] {
  const { division, agency, centre } = scope;
  return bundles.filter(
    (one) =>
      (division === undefined || one.division === division) &&
      (agency === undefined || one.agency === agency) &&
      (centre === undefined || one.centres.includes(centre)),
  );
}

export type By = 'division' | 'agency' | 'centre';

/** The divisions, agencies or centres of `facts` that have subjects in `scope`, each as a scope of its own. */
export function scopesBy(facts: ReportFacts, by: By, scope: Scope = {}): (Named & { scope: Scope })[] {
  const names: Named[] = { division: facts.divisions, agency: facts.agencies, centre: facts.centres }[by];
  const within = inScope(facts, scope);
  const present = new Set(within.flatMap((one) => (by === 'centre' ? one.centres : [one[by]])));
  const known = names.filter(({ id }) => present.has(id));
  const unknown = [...present].filter((id) => names.every((one) => one.id !== id)).sort();
  return [...known, ...unknown.map((id) => ({ id, name: id === '' ? '未写明' : id }))].map(
    ({ id, name }) => ({
      id,
      name,
      scope: { ...scope, [by]: id },
    }),
  );
}

/** What a report is about, in words. */
export function scopeInWords(facts: ReportFacts, { division, agency, centre }: Scope): string {
  const parts = [
    ...nameOf(facts.divisions, division),
    ...nameOf(facts.agencies, agency),
    ...nameOf(facts.centres, centre),
  ];
  return parts.length === 0 ? '全部地区' : parts.join('，');
}

function nameOf(names: readonly Named[], id: string | undefined): string[] {
  return id === undefined ? [] : [names.find((one) => one.id === id)?.name ?? id];
}
