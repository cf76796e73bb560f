import type { Catalogue, EffectiveItem, Lookups, Origin, Source } from '../catalogue/index.ts';
import { isCitedLaw } from '../model/citedLaws.ts';
import type { Cite, Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import { recurringCheck, type RecurringCheck } from './recurringCheck.ts';
import type { ReadyRule, ReadyRules } from './readyRules.ts';
import type { Finding, LayerSubject, Rule } from './rules/index.ts';

/** Findings of every item rule on one effective item. */
export function runItemRules(subject: EffectiveItem, ready: ReadyRules): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const one of ready.item)
    for (const finding of one.rule.check(subject.item, one.context, subject))
      found.push(diagnosticOf(one, finding, subject));
  return found;
}

/**
 * The same on an item as several places have it. Where two have the very same item, a rule that did not ask the first
 * for its division says of the second what it said, and is not run again.
 */
export function runItemRulesOn(subjects: readonly EffectiveItem[], ready: ReadyRules): Diagnostic[] {
  const found: Diagnostic[] = [];
  const run = checksOf(ready);
  let first: EffectiveItem | undefined;
  const asking = new Set<ReadyRule<Rule>>();
  for (const subject of subjects) {
    const isSame = first !== undefined && subject.item === first.item && subject.files.length === 1;
    if (!isSame) {
      first = subject;
      asking.clear();
    }
    for (const [i, one] of ready.item.entries()) {
      if (isSame && !asking.has(one)) continue;
      const { found: findings, asksDivision } = run[i]!(subject);
      if (asksDivision) asking.add(one);
      for (const finding of findings) found.push(diagnosticOf(one, finding, subject));
    }
  }
  return found;
}

const checks = new WeakMap<ReadyRules, RecurringCheck<Finding>[]>();

/** The item rules of a check in their order, each run once of what recurs. */
function checksOf(ready: ReadyRules): RecurringCheck<Finding>[] {
  let known = checks.get(ready);
  if (known === undefined) {
    known = ready.item.map(({ rule, context }) =>
      recurringCheck(ready.lookups, (subject) => rule.check(subject.item, context, subject)),
    );
    checks.set(ready, known);
  }
  return known;
}

/** Findings of every rule about layers on one layer. */
export function runLayerRules(subject: LayerSubject, ready: ReadyRules): Diagnostic[] {
  const found: Diagnostic[] = [];
  const places = inFile(subject.layer.path);
  for (const one of ready.layer)
    for (const finding of one.rule.check(subject, one.context))
      found.push(diagnosticOf(one, finding, places));
  return found;
}

/** Findings of every rule that looks across the catalogue. */
export function runCatalogueRules(catalogue: Readonly<Catalogue>, ready: ReadyRules): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const one of ready.catalogue)
    for (const { subject, finding } of one.rule.check(catalogue, one.context))
      found.push(diagnosticOf(one, finding, 'originOf' in subject ? subject : inFile(subject.path)));
  return found;
}

/** Findings of every rule about one file by itself. */
export function runFileRules(source: Source<unknown>, ready: ReadyRules): Diagnostic[] {
  const found: Diagnostic[] = [];
  const places = inFile(source.path);
  for (const one of ready.file)
    for (const finding of one.rule.check(source, one.context)) found.push(diagnosticOf(one, finding, places));
  return found;
}

type Place = Pick<Origin, 'file' | 'path'>;
interface Places {
  originOf(path: Path): Place;
}

function inFile(file: string): Places {
  return { originOf: (path) => ({ file, path }) };
}

function diagnosticOf(
  { rule, severity, context }: ReadyRule<Rule>,
  finding: Finding,
  subject: Places,
): Diagnostic {
  const origin = subject.originOf(finding.path);
  const fix = finding.fix && fixIn(origin, finding.fix, subject);
  return {
    code: rule.id,
    severity: severity ?? finding.severity ?? rule.severity,
    message: finding.message.zh,
    messageEn: finding.message.en,
    file: origin.file,
    path: origin.path,
    cites: eachOnce([...rule.cites, ...(finding.cites ?? [])]).map((cite) => titled(cite, context.lookups)),
    ...(fix && { fix }),
  };
}

/** `cite` with its title, where it is a law that only the catalogue knows. */
function titled(cite: Cite, lookups: Lookups): Cite {
  const title = isCitedLaw(cite.law) ? undefined : lookups.law(cite.law)?.title;
  return title === undefined ? cite : { ...cite, title };
}

/** The fix in terms of the file that the finding names; none where it would have to change another file. */
function fixIn(origin: Place, fix: NonNullable<Finding['fix']>, subject: Places): Fix | undefined {
  const edits: Edit[] = [];
  for (const edit of fix.edits) {
    const place = subject.originOf(edit.path);
    if (place.file !== origin.file) return undefined;
    edits.push({ ...edit, path: place.path });
  }
  return { title: fix.title.zh, titleEn: fix.title.en, edits };
}

/** A field's laws and its rule's are often the same. */
function eachOnce(cites: readonly Cite[]): Cite[] {
  return [...new Map(cites.map((cite) => [`${cite.law} ${cite.article} ${cite.paragraph}`, cite])).values()];
}
