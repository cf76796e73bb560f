import type { Catalogue } from '../../catalogue/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RuleFile } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { onceEach } from '../checkCatalogue.ts';
import { contextOf, readyRules } from '../readyRules.ts';
import { runItemRules } from '../runRules.ts';
import { localRule } from './localRule.ts';
import { ruleProblems } from './ruleProblems.ts';

/** What a rule that is being written would say of a catalogue. */
export interface TriedRule {
  findings: Diagnostic[];
  /** Items looked at, of how many; fewer where `isEnough` ended it. */
  seen: number;
  of: number;
}

/**
 * Runs a rule over every base and guide of `catalogue`, as the check would if the rule stood in it. Nothing is found by
 * one that cannot be run yet. `isEnough` is asked between items, so that nobody waits for a rule that is slow.
 */
export function tryRule(
  said: Draft<RuleFile>,
  { bases, guides, lookups }: Catalogue,
  date: string,
  isEnough: () => boolean = () => false,
): TriedRule {
  const subjects = [...bases, ...guides];
  const of = subjects.length;
  if (said.must === undefined || ruleProblems(said, lookups.shape).length > 0)
    return { findings: [], seen: 0, of };
  const rule = localRule(said);
  const setting = { lookups, date };
  const ready = {
    ...readyRules(setting),
    item: [{ rule, context: contextOf(rule, setting), severity: undefined }],
  };
  const found: Diagnostic[] = [];
  let seen = 0;
  for (const subject of subjects) {
    if (isEnough()) break;
    found.push(...runItemRules(subject, ready));
    seen++;
  }
  return { findings: onceEach(found), seen, of };
}
