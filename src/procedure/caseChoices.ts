import type { Draft, Item, Question } from '../model/item.ts';
import { elementsOf, isMap, textOf } from './elements.ts';
import { questionName, questionsOf } from './questions.ts';
import { rangeWords, stretchesOf } from './stretches.ts';
import type { Range } from './when.ts';

/** A question with the answers to choose from. */
export interface CaseChoice {
  id: string;
  name: string;
  /** One answer for every stretch of numbers that is treated alike. */
  answers: { answer: string | number; words: string }[];
}

/** The questions that some of `whens` name, each with the answers that these tell apart, in written order. */
export function caseChoices(item: Draft<Item>, whens: readonly unknown[]): CaseChoice[] {
  return questionsOf(item).flatMap((question) => {
    const { id } = question;
    if (id === undefined) return [];
    const wanted = whens.flatMap((when) => (isMap(when) && Object.hasOwn(when, id) ? [when[id]] : []));
    const answers = wanted.length === 0 ? [] : answersTo(question, wanted);
    return answers.length === 0 ? [] : [{ id, name: questionName(question), answers }];
  });
}

function answersTo(question: Draft<Question>, wanted: readonly unknown[]): CaseChoice['answers'] {
  if (question.kind !== 'number')
    return elementsOf(question.options).flatMap((option) => {
      const id = textOf(option.id);
      return id === undefined ? [] : [{ answer: id, words: textOf(option.text) ?? id }];
    });
  return stretchesOf(wanted).map((range) => ({
    answer: within(range),
    words: rangeWords(range, textOf(question.unit)),
  }));
}

/** A number of the range. */
function within({ min, max, above, below }: Range): number {
  if (!above) return min;
  if (!below && max < Infinity) return max;
  return max === Infinity ? min + 1 : (min + max) / 2;
}
