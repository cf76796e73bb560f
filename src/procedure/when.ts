import type { When } from '../model/generated/schemas.ts';
import type { Draft, Question } from '../model/item.ts';
import { elementsOf, isMap } from './elements.ts';

/** Answers by question id: the id of an option, or a number. */
export type Answers = Readonly<Record<string, string | number>>;

/** Whether something applies, as far as the answers say; `on` are the questions that decide it, unanswered or unclear. */
export type Verdict = { kind: 'applies' } | { kind: 'not' } | { kind: 'depends'; on: string[] };

/**
 * Judges a `when`: all its questions must agree; of a list one option must be the answer, in a range `min` and
 * `max` belong to it, `above` and `below` do not. Without `when` all applies. What a draft leaves unclear (a question that is not
 * asked, an option that it has not, a list on a number question) is never taken for no, so that nothing needed
 * is hidden by a slip.
 */
export function judgeWhen(
  when: Draft<When> | undefined,
  questions: readonly Draft<Question>[] | undefined,
  answers: Answers,
): Verdict {
  if (!isMap(when)) return { kind: 'applies' };
  const on: string[] = [];
  for (const [id, wanted] of Object.entries(when)) {
    const question = elementsOf(questions).find((question) => question.id === id);
    const agreed = agrees(wanted, question, Object.hasOwn(answers, id) ? answers[id] : undefined);
    if (agreed === false) return { kind: 'not' };
    if (agreed === undefined) on.push(id);
  }
  return on.length === 0 ? { kind: 'applies' } : { kind: 'depends', on };
}

/** `undefined` where the answer is missing or cannot be compared. */
function agrees(
  wanted: unknown,
  question: Draft<Question> | undefined,
  answer: string | number | undefined,
): boolean | undefined {
  if (question?.kind === 'number') {
    const range = rangeOf(wanted);
    return range !== undefined && typeof answer === 'number' ? isInRange(answer, range) : undefined;
  }
  if (!Array.isArray(wanted) || wanted.length === 0 || typeof answer !== 'string') return undefined;
  if (wanted.includes(answer)) return true;
  return strangeOptions(wanted, question).length === 0 ? false : undefined;
}

/** What a `when` lists that is no option of the question. */
export function strangeOptions(wanted: readonly unknown[], question: Draft<Question> | undefined): unknown[] {
  const options = new Set<unknown>(elementsOf(question?.options).map((option) => option.id));
  return wanted.filter((option) => !options.has(option));
}

/** Numbers between two bounds, an open end infinite; a bound counts itself unless it is `above` or `below`. */
export interface Range {
  min: number;
  max: number;
  /** The lower bound itself is left out. */
  above: boolean;
  /** The upper bound itself is left out. */
  below: boolean;
}

/** The range that `wanted` writes; `undefined` where it has no bound, or one that is no number. */
export function rangeOf(wanted: unknown): Range | undefined {
  if (!isMap(wanted)) return undefined;
  const { min, above, max, below } = wanted;
  const bounds = [min, above, max, below].filter((bound) => bound !== undefined);
  if (bounds.length === 0 || !bounds.every((bound) => typeof bound === 'number')) return undefined;
  const [atLeast, over, atMost, under] = [
    (min as number | undefined) ?? -Infinity,
    (above as number | undefined) ?? -Infinity,
    (max as number | undefined) ?? Infinity,
    (below as number | undefined) ?? Infinity,
  ];
  return {
    min: Math.max(atLeast, over),
    max: Math.min(atMost, under),
    above: over >= atLeast && over > -Infinity,
    below: under <= atMost && under < Infinity,
  };
}

export function isInRange(number: number, { min, max, above, below }: Range): boolean {
  return (above ? number > min : number >= min) && (below ? number < max : number <= max);
}

/** Whether no number lies in it. */
export function isEmptyRange({ min, max, above, below }: Range): boolean {
  return !(min < max || (min === max && !above && !below));
}
