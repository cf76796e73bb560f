import type { Lookups, Source } from '../../catalogue/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RuleFile } from '../../model/generated/schemas.ts';
import { pointer, samePath, type Path } from '../../model/path.ts';
import type { Words } from '../../model/schemas.ts';
import { judgeCases } from './judgeCases.ts';
import { mostRules } from './localRule.ts';
import { ruleProblems } from './ruleProblems.ts';

/**
 * What is wrong in a file that holds a rule: an id that a rule of the program has, what `ruleProblems` finds, and
 * each case that does not come out as it says. `builtIn` says whether the program has a rule of an id.
 */
export function ruleFindings(
  source: Source<RuleFile>,
  lookups: Lookups,
  builtIn: (id: string) => boolean,
  date: string,
): Diagnostic[] {
  const { value: said } = source;
  const found: Diagnostic[] = [];
  const report = (code: string, path: Path, { zh, en }: Words) =>
    found.push({
      code: `rule/${code}`,
      severity: 'error',
      message: zh,
      messageEn: en,
      file: source.path,
      path,
      cites: [],
    });
  if (builtIn(said.id ?? ''))
    report('known-id', ['id'], {
      zh: `“${said.id}”是内置规则的标识，本规则不会运行。请换一个，文件名一起改。`,
      en: `"${said.id}" is the id of a rule of the program, so this one is not run. Choose another, for the file's name too.`,
    });
  if (lookups.data.rules.findIndex((rule) => rule.id === said.id) >= mostRules)
    report('too-many', [], {
      zh: `本目录的规则超过 ${mostRules} 条，这一条不会运行。请合并或者删去一些。`,
      en: `The catalogue has more than ${mostRules} rules, and this one is not run. Join or remove some.`,
    });
  const problems = ruleProblems(said, lookups.shape);
  for (const { code, path, words } of problems) report(code, path, words);
  if (problems.length > 0) return found;
  const { good, bad } = judgeCases(said, lookups, date);
  for (const [i, { name, findings }] of good.entries())
    if (findings.length > 0)
      report('case', ['cases', 'good', i], {
        zh: `例子“${name}”应当没有发现，却有 ${findings.length} 个：${findings[0]!.message.zh}请改例子或者规则。`,
        en: `Case "${name}" should have no finding, but has ${findings.length}: ${findings[0]!.message.en} Mend the case or the rule.`,
      });
  for (const [i, { name, findings, at }] of bad.entries()) {
    const [first] = findings;
    if (findings.length !== 1)
      report('case', ['cases', 'bad', i], {
        zh: `例子“${name}”应当恰有一个发现，却有 ${findings.length} 个。请改例子或者规则。`,
        en: `Case "${name}" should have one finding, but has ${findings.length}. Mend the case or the rule.`,
      });
    else if (at !== undefined && !samePath(at, first!.path))
      report('case', ['cases', 'bad', i, 'at'], {
        zh: `例子“${name}”的发现在 ${pointer(first!.path)}，不在所写的地方。请改例子或者规则。`,
        en: `The finding of case "${name}" is at ${pointer(first!.path)}, not where it says. Mend the case or the rule.`,
      });
  }
  return found;
}
