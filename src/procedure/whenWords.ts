import type { When } from '../model/generated/schemas.ts';
import type { Draft, Question } from '../model/item.ts';
import { rangeWords } from './stretches.ts';
import { rangeOf } from './when.ts';

/**
 * A `when` in words, part by part: the options by their texts, numbers by their range. An option such as 是 or 没有
 * says nothing without its question, which then goes before it. `questions` are those that the item asks.
 */
export function whenWords(when: Draft<When> | undefined, questions: readonly Draft<Question>[]): string {
  return Object.entries(when ?? {})
    .flatMap(([id, wanted]) => {
      if (wanted === undefined) return [];
      const question = questions.find((one) => one.id === id);
      if (Array.isArray(wanted)) {
        const texts = wanted.map(
          (option) => question?.options?.find((one) => one.id === option)?.text ?? option,
        );
        const short = texts.some((text) => text.length <= 2);
        return [(short ? (question?.text ?? '') : '') + texts.join('或')];
      }
      const range = rangeOf(wanted);
      return [
        `${question?.text ?? id} ${range === undefined ? '' : rangeWords(range, question?.unit)}`.trimEnd(),
      ];
    })
    .join('，并且');
}
