import type { Catalogue, EffectiveItem, Lookups, Origin } from '../catalogue/index.ts';
import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';
import { catalogueRules, itemRules, type Finding, type Rule } from './rules/index.ts';

/** Findings of every item rule on one effective item. `catalogue.yaml` may change a severity or turn a rule off. */
export function runItemRules(subject: EffectiveItem, lookups: Lookups): Diagnostic[] {
  return itemRules.flatMap((rule) =>
    rule.check(subject.item, lookups, subject).flatMap((f) => diagnosticOf(rule, f, subject, lookups)),
  );
}

/** Findings of every rule that looks across the catalogue. */
export function runCatalogueRules(catalogue: Pick<Catalogue, 'bases' | 'guides' | 'lookups'>): Diagnostic[] {
  return catalogueRules.flatMap((rule) =>
    rule
      .check(catalogue)
      .flatMap(({ subject, finding }) => diagnosticOf(rule, finding, subject, catalogue.lookups)),
  );
}

function diagnosticOf(rule: Rule, finding: Finding, subject: EffectiveItem, lookups: Lookups): Diagnostic[] {
  const severity = lookups.config.rules?.[rule.id]?.severity ?? rule.severity;
  if (severity === 'off') return [];
  const origin = subject.originOf(finding.path);
  const fix = finding.fix && fixIn(origin, finding.fix, subject);
  return [
    {
      code: rule.id,
      severity,
      message: finding.message.zh,
      messageEn: finding.message.en,
      file: origin.file,
      path: origin.path,
      cites: [...rule.cites, ...(finding.cites ?? [])],
      ...(fix && { fix }),
    },
  ];
}

/** The fix in terms of the file that the finding names; none where it would have to change another file. */
function fixIn(origin: Origin, fix: NonNullable<Finding['fix']>, subject: EffectiveItem): Fix | undefined {
  const edits: Edit[] = [];
  for (const edit of fix.edits) {
    const place = subject.originOf(edit.path);
    if (place.file !== origin.file) return undefined;
    edits.push({ ...edit, path: place.path });
  }
  return { title: fix.title.zh, titleEn: fix.title.en, edits };
}
