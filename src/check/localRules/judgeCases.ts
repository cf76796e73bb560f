import type { EffectiveItem, Lookups } from '../../catalogue/index.ts';
import type { RuleFile } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import type { Context, Example, Finding, ItemRule } from '../rules/index.ts';
import { localRule } from './localRule.ts';

/** What a rule says of one of its cases. */
export interface JudgedCase {
  name: string;
  /** Where the case says that it is told. */
  at?: Path;
  findings: Finding[];
}

/**
 * What a rule says of each of its cases, in their order: a good one should have no finding, a bad one just one. A case
 * speaks of the item alone, wherever the rule holds. What `ruleProblems` finds in it must be mended first.
 */
export function judgeCases(
  said: Draft<RuleFile>,
  lookups: Lookups,
  date: string,
): { good: JudgedCase[]; bad: JudgedCase[] } {
  const { divisions: _, ...everywhere } = said;
  const rule = localRule(everywhere);
  const context = caseContext(lookups, date);
  const judged = ({ name, item, at }: Example): JudgedCase => ({
    name,
    ...(at !== undefined && { at }),
    findings: run(rule, item, context),
  });
  return { good: rule.good.map(judged), bad: rule.bad.map(judged) };
}

function run(rule: ItemRule, item: Example['item'], context: Context): Finding[] {
  const subject: EffectiveItem = {
    id: '',
    division: '000000',
    item,
    files: [],
    originOf: (path) => ({ division: '000000', file: '', path }),
  };
  return rule.check(item, context, subject);
}

/** A rule of a catalogue has no parameters: all that it says stands in its file. */
function caseContext(lookups: Lookups, date: string): Context {
  return { lookups, date, number: noParameter, text: noParameter, list: noParameter };
}

function noParameter(name: string): never {
  throw new Error(`A local rule has no parameter: ${name}`);
}
