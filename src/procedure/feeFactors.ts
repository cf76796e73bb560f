import type { Draft, FeeTerm } from '../model/item.ts';
import type { Words } from '../model/schemas.ts';
import type { Asked } from './fee.ts';
import { decimalOf, decimalText, difference, type Decimal } from './decimal.ts';
import { elementsOf, textOf } from './elements.ts';
import { questionName } from './questions.ts';
import { dividedBy, ratioOf, rounded, type Ratio } from './ratio.ts';

/** One number that a term is multiplied by, exactly and in words: （层数 14 层 − 10）. */
export interface Factor {
  value: Ratio;
  words: Words;
}

type Factors = { kind: 'factors'; list: Factor[] } | { kind: 'missing'; name: string } | { kind: 'unclear' };

/** The question `id` with its answer, where that is a number. */
export function numberAnswer(
  id: string | undefined,
  { questions, answers }: Asked,
): { name: string; unit: string; number: number | undefined } | undefined {
  if (id === undefined) return undefined;
  const question = questions.find((one) => one.id === id);
  // An id may be `constructor`, which every object of the language has.
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return {
    name: question === undefined ? '' : (textOf(question.name) ?? ''),
    unit: textOf(question?.unit) ?? '',
    number: typeof answer === 'number' ? answer : undefined,
  };
}

/** What a term is multiplied by; `missing` names the question whose answer is wanted. */
export function termFactors(term: Draft<FeeTerm>, asked: Asked): Factors {
  const list: Factor[] = [];
  for (const factor of elementsOf(term.times)) {
    if (factor.kind === 'constant') {
      const value = decimalAt(factor.value);
      if (value === undefined) return { kind: 'unclear' };
      const text = `${textOf(factor.text) ?? ''} ${decimalText(value)}`.trim();
      list.push({ value: ratioOf(value), words: { zh: text, en: text } });
    } else if (factor.kind === 'question') {
      const id = textOf(factor.question);
      const answer = numberAnswer(id, asked);
      const number = decimalAt(answer?.number);
      if (answer === undefined || number === undefined) {
        const question = asked.questions.find((one) => one.id === id);
        return { kind: 'missing', name: question === undefined ? (id ?? '') : questionName(question) };
      }
      const read = answerFactor(factor, answer, number);
      if (read === undefined) return { kind: 'unclear' };
      list.push(read);
    } else return { kind: 'unclear' };
  }
  return { kind: 'factors', list };
}

type QuestionFactor = Draft<Extract<NonNullable<FeeTerm['times']>[number], { kind: 'question' }>>;

function answerFactor(
  { less, atMost, per, roundUp }: QuestionFactor,
  { name, unit }: { name: string; unit: string },
  number: Decimal,
): Factor | undefined {
  const bounds = [less, atMost, per].map((bound) => (bound === undefined ? undefined : decimalAt(bound)));
  const [off, cap, each] = bounds;
  if ([less, atMost, per].some((bound, at) => bound !== undefined && bounds[at] === undefined))
    return undefined;
  if (each?.digits === 0n) return undefined;
  const said = `${name} ${decimalText(number)} ${unit}`.trim();
  let zh = said;
  let en = said;
  let count = number;
  if (off !== undefined) {
    const rest = difference(count, off);
    count = rest.digits < 0n ? { digits: 0n, scale: 0 } : rest;
    zh = en = `（${said} − ${decimalText(off)} → ${decimalText(count)}）`;
  }
  if (cap !== undefined && difference(count, cap).digits > 0n) {
    count = cap;
    zh = `${zh}（最多按 ${decimalText(cap)}）`;
    en = `${en} (at most ${decimalText(cap)})`;
  }
  let value = ratioOf(count);
  if (each !== undefined) {
    value = dividedBy(value, ratioOf(each));
    [zh, en] = [`${zh} ÷ ${decimalText(each)}`, `${en} ÷ ${decimalText(each)}`];
  }
  if (roundUp === true) {
    const whole = rounded(value, 'up');
    value = { over: whole, under: 1n };
    [zh, en] = [`${zh}，进为 ${whole}`, `${en}, counted as ${whole}`];
  }
  return { value, words: { zh, en } };
}

function decimalAt(number: unknown): Decimal | undefined {
  return typeof number === 'number' ? decimalOf(number) : undefined;
}
