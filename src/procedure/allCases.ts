import type { Draft, Item, Question } from '../model/item.ts';
import { elementsOf, mapOf, textOf } from './elements.ts';
import { questionsOf } from './questions.ts';
import { selectCase, type Case } from './selectCase.ts';
import { rangeOf, type Answers } from './when.ts';
import { whensOf } from './whensOf.ts';

export interface AllCases {
  cases: Case[];
  /** How many there are; more than `cases` where the cap cut them off. */
  total: number;
}

/** At most so many cases are told by default; real items have some tens. */
export const mostCases = 2000;

/**
 * Every case that the questions of an item can tell apart: all combinations of the options of choice questions, and
 * of one number for each stretch of a number question that some `when` treats alike (each bound itself, and a
 * number between, below and above; below 0 only where a bound is). Questions that no `when` names are left
 * out. The first `cap` cases in the order in which questions and options are written.
 */
export function allCases(draft: Draft<Item>, cap = mostCases): AllCases {
  const item: Draft<Item> = mapOf(draft);
  const choices = questionsOf(item)
    .map((question) => ({ id: question.id, answers: answersTo(question, wantedOf(item, question)) }))
    .filter(
      (choice): choice is { id: string; answers: (string | number)[] } =>
        typeof choice.id === 'string' && choice.answers.length > 0,
    );
  const total = choices.reduce((product, { answers }) => product * answers.length, 1);
  const cases: Case[] = [];
  for (let number = 0; number < Math.min(total, cap); number++)
    cases.push(selectCase(item, nth(choices, number)));
  return { cases, total };
}

/** All that the `when`s of `item` say of one question. */
function wantedOf(item: Draft<Item>, { id }: Draft<Question>): unknown[] {
  return whensOf(item).flatMap(({ when }) => (id !== undefined && Object.hasOwn(when, id) ? [when[id]] : []));
}

function answersTo(question: Draft<Question>, wanted: unknown[]): (string | number)[] {
  if (wanted.length === 0) return [];
  if (question.kind !== 'number')
    return [...new Set(elementsOf(question.options).flatMap((option) => textOf(option.id) ?? []))];
  const ranges = wanted.map(rangeOf).filter((range) => range !== undefined);
  return stretches(ranges.flatMap(({ min, max }) => [min, max]).filter((bound) => Number.isFinite(bound)));
}

/** The bounds, ascending, with a number between each two and one beyond either end. */
export function stretches(bounds: number[]): number[] {
  const sorted = [...new Set(bounds)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const below = first > 0 ? [first / 2] : first < 0 ? [first - 1] : [];
  const between = sorted.slice(1).flatMap((bound, at) => [(sorted[at]! + bound) / 2, bound]);
  return [...below, first, ...between, last + 1];
}

/** The `number`th combination, the last question changing fastest. */
function nth(choices: { id: string; answers: (string | number)[] }[], number: number): Answers {
  const answers: [string, string | number][] = [];
  let rest = number;
  for (const choice of [...choices].reverse()) {
    answers.push([choice.id, choice.answers[rest % choice.answers.length]!]);
    rest = Math.floor(rest / choice.answers.length);
  }
  return Object.fromEntries(answers.reverse());
}
