import type { Draft, Item, Question } from '../model/item.ts';
import { elementsOf, mapOf, textOf } from './elements.ts';

/** The question that the variants of an item answer: `when: {variant: [renewal]}`. */
export const variantQuestion = 'variant';

/**
 * What an applicant is asked: which variant it is, where the item has variants, then the item's own questions.
 * The variants are the options, so that everything that depends on an answer may depend on the variant. An own
 * question named `variant` would hide them and is passed over.
 */
export function questionsOf(draft: Draft<Item>): Draft<Question>[] {
  const item: Draft<Item> = mapOf(draft);
  const asked = elementsOf(item.questions);
  const variants = elementsOf(item.variants).filter(({ id }) => typeof id === 'string');
  if (variants.length === 0) return asked;
  return [
    {
      id: variantQuestion,
      text: '办理哪一种业务？',
      name: '业务办理项',
      kind: 'choice',
      options: variants.map((variant) => ({ id: variant.id!, text: textOf(variant.name) ?? variant.id! })),
    },
    ...asked.filter(({ id }) => id !== variantQuestion),
  ];
}

/** What a question asks for in a word: its short name, else its text without the question mark, else its id. */
export function questionName({ id, name, text }: Draft<Question>): string {
  return textOf(name) ?? textOf(text)?.replace(/[？?]$/, '') ?? textOf(id) ?? '';
}
