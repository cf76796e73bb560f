import type {
  Condition,
  Draft,
  Fee,
  FeeTerm,
  Item,
  LimitCase,
  Material,
  Question,
  Step,
} from '../model/item.ts';
import { caseProblems, type CaseProblem } from './caseProblems.ts';
import { criticalPath, type CriticalPath } from './criticalPath.ts';
import type { DayUnit } from './dueDate.ts';
import { elementsOf, mapOf, stringsOf, textOf } from './elements.ts';
import { questionsOf } from './questions.ts';
import { waitingPast } from './stepGraph.ts';
import { judgeWhen, type Answers, type Verdict } from './when.ts';

/** An element that the answers do not rule out. */
export interface Chosen<E> {
  element: E;
  verdict: Exclude<Verdict, { kind: 'not' }>;
}

/** What an item asks of an applicant who gave these answers. */
export interface Case {
  /** The answers that could be used; the others are in `problems`. */
  answers: Answers;
  materials: Chosen<Draft<Material>>[];
  /** Steps, `after` leading past those that are ruled out. */
  steps: Chosen<Draft<Step>>[];
  fees: Chosen<Draft<Fee>>[];
  /** Conditions to grant. */
  conditions: Chosen<Draft<Condition>>[];
  /** The limits as far as they are sure: those of the first of `limitCases` that applies go before the general ones. */
  limits: Draft<Item['limits']>;
  /** Limits of some cases that the answers do not rule out. */
  limitCases: Chosen<Draft<LimitCase>>[];
  /** The longest way through the steps that are not ruled out. */
  path: CriticalPath;
  /** Days that count against the limit: along the steps that surely apply, and along `path`. None in a cycle. */
  days?: { least: number; most: number; unit: DayUnit };
  /** All that the item asks, the variant first. */
  questions: Draft<Question>[];
  /** Unanswered questions on which something above still depends, quantities of fees among them, in written order. */
  remaining: Draft<Question>[];
  problems: CaseProblem[];
}

/**
 * Narrows `draft`, an item, to the case that `answers` describe. Without answers all stands in it, as `depends` where there
 * is a `when`. Never throws on a draft.
 */
export function selectCase(draft: Draft<Item>, answers: Answers): Case {
  const item: Draft<Item> = mapOf(draft);
  const questions = questionsOf(item);
  const { usable, problems } = caseProblems(item, answers);
  const chosen = <E extends { when?: Draft<Material['when']> }>(
    list: readonly E[] | undefined,
  ): Chosen<E>[] =>
    elementsOf(list).flatMap((element) => {
      const verdict = judgeWhen(element.when, questions, usable);
      return verdict.kind === 'not' ? [] : [{ element, verdict }];
    });

  const allSteps = elementsOf(item.procedure?.steps);
  const steps = keptSteps(allSteps, chosen(allSteps));
  const fees = chosen(item.fees?.list);
  const materials = chosen(item.materials?.list);
  const conditions = chosen(item.conditions?.grant);
  const limitCases = chosen(item.limits?.cases);
  const limits = limitsOf(item.limits, limitCases);

  const path = criticalPath(elementsIn(steps), limits);
  const certain = steps.filter((step) => step.verdict.kind === 'applies');
  const sure = criticalPath(elementsIn(keptSteps(allSteps, certain)), limits);
  const open = new Set([
    ...[materials, steps, fees, conditions, limitCases]
      .flat()
      .flatMap(({ verdict }) => (verdict.kind === 'depends' ? verdict.on : [])),
    ...fees.flatMap(({ element }) => feeQuestions(element)),
  ]);
  return {
    answers: usable,
    materials,
    steps,
    fees,
    conditions,
    limits,
    limitCases,
    path,
    ...(path.kind === 'path' &&
      sure.kind === 'path' && { days: { least: sure.days, most: path.days, unit: path.unit } }),
    questions,
    remaining: questions.filter(({ id }) => id !== undefined && open.has(id) && !Object.hasOwn(usable, id)),
    problems,
  };
}

/** The question whose number is the quantity of `fee`. */
export function quantityQuestion(fee: Draft<Fee>): string | undefined {
  const standard = fee.standard;
  return standard?.kind === 'unit' || standard?.kind === 'tiers' ? textOf(standard.question) : undefined;
}

/** The questions whose numbers a fee is reckoned from: its quantity, or the factors of a formula. */
export function feeNumbers(fee: Draft<Fee>): string[] {
  const factors = termsOf(fee).flatMap((term) => elementsOf(term.times));
  return [
    quantityQuestion(fee),
    ...factors.map((factor) => (factor.kind === 'question' ? textOf(factor.question) : undefined)),
  ].filter((id) => id !== undefined);
}

/** All questions on which a fee depends: its numbers, and the conditions of its terms and reductions. */
export function feeQuestions(fee: Draft<Fee>): string[] {
  const whens = [...termsOf(fee), ...elementsOf(fee.reductions)].map(({ when }) => when);
  return [...feeNumbers(fee), ...whens.flatMap((when) => Object.keys(mapOf(when ?? {})))];
}

function termsOf({ standard }: Draft<Fee>): Draft<FeeTerm>[] {
  return standard?.kind === 'formula' ? elementsOf(standard.terms) : [];
}

/** Each limit by the first case that surely applies, a case that is still open being passed over. */
function limitsOf(
  general: Draft<Item['limits']> | undefined,
  cases: Chosen<Draft<LimitCase>>[],
): Draft<Item['limits']> {
  const sure = cases.filter(({ verdict }) => verdict.kind === 'applies');
  const { cases: _, ...rest } = mapOf(general ?? {});
  return sure.reduceRight<Draft<Item['limits']>>((limits, { element }) => {
    const { id: _id, name: _name, when: _when, ...own } = element;
    return { ...limits, ...own };
  }, rest);
}

/** `kept` of `all`, with `after` leading past the steps that are not kept. */
function keptSteps(all: Draft<Step>[], kept: Chosen<Draft<Step>>[]): Chosen<Draft<Step>>[] {
  const ids = new Set(kept.map(({ element }) => element.id));
  const gone = new Set(all.flatMap(({ id }) => (id === undefined || ids.has(id) ? [] : [id])));
  const waits = waitingPast(all, gone);
  return kept.map((chosen) => {
    const after = stringsOf(chosen.element.after);
    return after.some((id) => gone.has(id))
      ? { ...chosen, element: { ...chosen.element, after: waits(after) } }
      : chosen;
  });
}

function elementsIn<E>(chosen: Chosen<E>[]): E[] {
  return chosen.map(({ element }) => element);
}
