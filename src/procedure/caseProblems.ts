import type { Draft, Item, Question } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import type { Words } from '../model/schemas.ts';
import { elementsOf, textOf } from './elements.ts';
import { questionsOf } from './questions.ts';
import { rangeOf, strangeOptions, type Answers } from './when.ts';
import { whensOf } from './whensOf.ts';

/** An answer that cannot be used, or a `when` of the item (at `path`) that no answer can settle or meet. */
export type CaseProblem =
  | { kind: 'unknown-question'; question: string; words: Words }
  | { kind: 'unknown-option'; question: string; answer: string; options: string[]; words: Words }
  | { kind: 'wrong-kind'; question: string; answer: unknown; words: Words }
  | { kind: 'unclear-when'; question: string; path: Path; words: Words };

/** The answers of `answers` that fit the questions of `item`, and what is wrong with the rest and with its `when`s. */
export function caseProblems(
  item: Draft<Item>,
  answers: Answers,
): { usable: Answers; problems: CaseProblem[] } {
  const questions = questionsOf(item);
  const usable: [string, string | number][] = [];
  const problems: CaseProblem[] = [];
  for (const [id, answer] of Object.entries(answers)) {
    const problem = answerProblem(
      id,
      questions.find((question) => question.id === id),
      answer,
    );
    if (problem === undefined) usable.push([id, answer]);
    else problems.push(problem);
  }
  return { usable: Object.fromEntries(usable), problems: [...problems, ...unclearWhens(item)] };
}

/**
 * Answers as they come from a command line or an address, where all are text: those to number questions become
 * numbers where they are written as such, the rest stay for {@link caseProblems} to refuse.
 */
export function readAnswers(
  item: Draft<Item>,
  written: Readonly<Record<string, string>>,
): Record<string, string | number> {
  const numbers = new Set(
    questionsOf(item)
      .filter((question) => question.kind === 'number')
      .map((question) => question.id),
  );
  return Object.fromEntries(
    Object.entries(written).map(([id, text]) => [
      id,
      numbers.has(id) && /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text,
    ]),
  );
}

function answerProblem(
  id: string,
  question: Draft<Question> | undefined,
  answer: unknown,
): CaseProblem | undefined {
  if (question === undefined)
    return {
      kind: 'unknown-question',
      question: id,
      words: { zh: `没有问题“${id}”。`, en: `There is no question "${id}".` },
    };
  const name = textOf(question.text) ?? id;
  if (question.kind === 'number')
    return typeof answer === 'number' && Number.isFinite(answer)
      ? undefined
      : {
          kind: 'wrong-kind',
          question: id,
          answer,
          words: {
            zh: `“${name}”要用数值回答，${JSON.stringify(answer)} 不是。`,
            en: `"${name}" takes a number, ${JSON.stringify(answer)} is none.`,
          },
        };
  if (typeof answer !== 'string')
    return {
      kind: 'wrong-kind',
      question: id,
      answer,
      words: {
        zh: `“${name}”要从选项中选择，不用数值回答。`,
        en: `"${name}" takes one of its options, not a number.`,
      },
    };
  const options = elementsOf(question.options).flatMap((option) => textOf(option.id) ?? []);
  if (options.includes(answer)) return undefined;
  return {
    kind: 'unknown-option',
    question: id,
    answer,
    options,
    words: {
      zh: `“${name}”没有选项“${answer}”。可选：${options.join('、')}。`,
      en: `"${name}" has no option "${answer}". Choose of: ${options.join(', ')}.`,
    },
  };
}

function unclearWhens(item: Draft<Item>): CaseProblem[] {
  const questions = questionsOf(item);
  return whensOf(item).flatMap(({ path, when }) =>
    Object.entries(when).flatMap(([question, wanted]): CaseProblem[] => {
      const asked = questions.find((q) => q.id === question);
      const words = whenFault(question, asked, wanted);
      return words === undefined
        ? []
        : [{ kind: 'unclear-when', question, path: [...path, 'when', question], words }];
    }),
  );
}

function whenFault(id: string, question: Draft<Question> | undefined, wanted: unknown): Words | undefined {
  if (question === undefined)
    return {
      zh: `适用情形提到的问题“${id}”不存在。`,
      en: `"When" names a question "${id}" that is not asked.`,
    };
  const name = textOf(question.text) ?? id;
  if (question.kind === 'number')
    return rangeOf(wanted) === undefined
      ? {
          zh: `“${name}”按数值回答，适用情形要写范围（min、max、above、below）。`,
          en: `"${name}" takes a number, so "when" needs a range (min, max, above, below).`,
        }
      : undefined;
  if (!Array.isArray(wanted) || wanted.length === 0)
    return {
      zh: `“${name}”按选项回答，适用情形要列出选项。`,
      en: `"${name}" takes options, so "when" needs a list of them.`,
    };
  const strange = strangeOptions(wanted, question);
  return strange.length === 0
    ? undefined
    : {
        zh: `“${name}”没有选项 ${strange.map((option) => JSON.stringify(option)).join('、')}。`,
        en: `"${name}" has no option ${strange.map((option) => JSON.stringify(option)).join(', ')}.`,
      };
}
