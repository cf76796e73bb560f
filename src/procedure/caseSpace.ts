import type { Draft, Item, Question } from '../model/item.ts';
import { stretches } from './allCases.ts';
import { elementsOf, mapOf, textOf } from './elements.ts';
import { questionsOf } from './questions.ts';
import { isInRange, rangeOf, type Answers } from './when.ts';
import { whensOf, type Condition } from './whensOf.ts';

/** Answers that every `when` treats alike; the first stands for all. */
export interface AnswerClass {
  answers: (string | number)[];
}

/** A question that some `when` names, its answers parted into classes. */
export interface Dimension {
  id: string;
  question: Draft<Question>;
  classes: AnswerClass[];
}

/** What the questions of an item can tell apart. */
export interface CaseSpace {
  whens: Condition[];
  dimensions: Dimension[];
  /** How many cases there are to tell apart: the product of the classes. */
  total: number;
}

/** Parts the answers of each question; the time grows with the text of the item, not with its cases. */
export function caseSpace(draft: Draft<Item>): CaseSpace {
  const item: Draft<Item> = mapOf(draft);
  const whens = whensOf(item);
  if (whens.length === 0) return { whens, dimensions: [], total: 1 };
  const wanted = new Map<string, unknown[]>();
  for (const { when } of whens)
    for (const [id, value] of Object.entries(when)) wanted.set(id, [...(wanted.get(id) ?? []), value]);
  const dimensions = questionsOf(item).flatMap((question): Dimension[] => {
    const { id } = question;
    const values = id === undefined ? undefined : wanted.get(id);
    if (id === undefined || values === undefined) return [];
    const classes = classesOf(question, values);
    return classes.length === 0 ? [] : [{ id, question, classes }];
  });
  return { whens, dimensions, total: dimensions.reduce((all, { classes }) => all * classes.length, 1) };
}

function classesOf(question: Draft<Question>, wanted: unknown[]): AnswerClass[] {
  const answers = question.kind === 'number' ? numbersFor(wanted) : optionsFor(question);
  const bySignature = new Map<string, AnswerClass>();
  for (const answer of answers) {
    const signature = wanted.map((value) => (fits(value, answer) ? 1 : 0)).join('');
    const found = bySignature.get(signature);
    if (found === undefined) bySignature.set(signature, { answers: [answer] });
    else found.answers.push(answer);
  }
  return [...bySignature.values()];
}

function optionsFor({ options }: Draft<Question>): string[] {
  return [...new Set(elementsOf(options).flatMap((option) => textOf(option.id) ?? []))];
}

function numbersFor(wanted: unknown[]): number[] {
  const bounds = wanted
    .map(rangeOf)
    .filter((range) => range !== undefined)
    .flatMap(({ min, max }) => [min, max])
    .filter((bound) => Number.isFinite(bound));
  return stretches(bounds);
}

function fits(wanted: unknown, answer: string | number): boolean {
  if (typeof answer === 'string') return Array.isArray(wanted) && wanted.includes(answer);
  const range = rangeOf(wanted);
  return range !== undefined && isInRange(answer, range);
}

/** Enough for every item that people can read; beyond it nothing is said, and the number of cases is itself a finding. */
const mostTries = 2000;

/** A case that was looked for; `unknown` where looking further would take too long. */
export type FoundCase = { kind: 'case'; answers: Answers } | { kind: 'none' } | { kind: 'unknown' };

/**
 * A case of `space` in which every one of `all` holds and every one of `none` fails, or that there is none. Each `when` that has to fail is made to fail by one of its
 * questions, so with a question to a `when`, as nearly all have, no step is ever taken back.
 */
export function caseWhere(
  { dimensions }: CaseSpace,
  { all = [], none = [] }: { all?: readonly (object | undefined)[]; none?: readonly (object | undefined)[] },
): FoundCase {
  // Without a `when` it always holds.
  if (none.includes(undefined)) return { kind: 'none' };
  if (none.length > mostTries) return { kind: 'unknown' };
  let open = new Map(dimensions.map(({ id, classes }) => [id, classes]));
  for (const when of all)
    for (const [id, wanted] of Object.entries(when ?? {})) {
      const left = open.get(id)?.filter(({ answers }) => fits(wanted, answers[0]!)) ?? [];
      if (left.length === 0) return { kind: 'none' };
      open = new Map(open).set(id, left);
    }
  let tries = 0;
  const search = (at: number, domain: typeof open): typeof open | undefined => {
    if (at === none.length) return domain;
    for (const [id, wanted] of Object.entries(none[at]!)) {
      if (++tries > mostTries) return undefined;
      const left = domain.get(id)?.filter(({ answers }) => !fits(wanted, answers[0]!)) ?? [];
      if (left.length === 0) continue;
      const found = search(at + 1, new Map(domain).set(id, left));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = search(0, open);
  if (found === undefined) return { kind: tries > mostTries ? 'unknown' : 'none' };
  const named = new Set([...all, ...none].flatMap((when) => Object.keys(when ?? {})));
  const answers = [...found].flatMap(([id, classes]) =>
    named.has(id) ? [[id, classes[0]!.answers[0]!] as const] : [],
  );
  return { kind: 'case', answers: Object.fromEntries(answers) };
}

/** A case in words: 面积 = 200 平方米，申请人 = 企业. Without answers, every case. */
export function caseWords(item: Draft<Item>, answers: Answers): string {
  const questions = questionsOf(item);
  return Object.entries(answers)
    .map(([id, answer]) => {
      const question = questions.find((one) => one.id === id);
      const option = elementsOf(question?.options).find((one) => one.id === answer);
      const name = textOf(question?.name) ?? textOf(question?.text) ?? id;
      const unit = typeof answer === 'number' ? ` ${textOf(question?.unit) ?? ''}`.trimEnd() : '';
      return `“${name}”答“${textOf(option?.text) ?? answer}${unit}”`;
    })
    .join('、');
}
