import type { Catalogue, EffectiveItem, Lookups, Origin, Source } from '../catalogue/index.ts';
import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import { catalogueRules, fileRules, itemRules, type Finding, type Rule } from './rules/index.ts';

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

/** Findings of every rule about one file by itself. */
export function runFileRules(source: Source<unknown>, lookups: Lookups): Diagnostic[] {
  const subject = {
    originOf: (path: Path): Place => ({ file: source.path, path }),
  };
  return fileRules.flatMap((rule) =>
    rule.check(source).flatMap((finding) => diagnosticOf(rule, finding, subject, lookups)),
  );
}

type Place = Pick<Origin, 'file' | 'path'>;
interface Subject {
  originOf(path: Path): Place;
}

function diagnosticOf(rule: Rule, finding: Finding, subject: Subject, lookups: Lookups): Diagnostic[] {
  const severity = lookups.config.rules?.[rule.id]?.severity ?? finding.severity ?? rule.severity;
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
function fixIn(origin: Place, fix: NonNullable<Finding['fix']>, subject: Subject): Fix | undefined {
  const edits: Edit[] = [];
  for (const edit of fix.edits) {
    const place = subject.originOf(edit.path);
    if (place.file !== origin.file) return undefined;
    edits.push({ ...edit, path: place.path });
  }
  return { title: fix.title.zh, titleEn: fix.title.en, edits };
}
