import type { When } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';
import {
  isInRange,
  questionsOf,
  rangeOf,
  rangeWords,
  stretchesOf,
  whensOf,
  whenWords,
  type Range,
} from '../../procedure/index.ts';
import type { Subject } from './subject.ts';
import type { QuestionView, WhenView } from './types.ts';

/**
 * The questions that narrow a guide to a case; one whose answer decides nothing on the page is not asked. A number
 * is asked for by the ranges that decide something.
 */
export function questionViews({ item }: Subject): QuestionView[] {
  return questionsOf(item).flatMap((question) => {
    const { id, text = '', help } = question;
    const wanted = id === undefined ? [] : wantedOf(item, id);
    if (id === undefined || wanted.length === 0) return [];
    const options =
      question.kind === 'number'
        ? stretchesOf(wanted).map((range) => ({
            id: rangeKey(range),
            text: rangeWords(range, question.unit),
          }))
        : (question.options ?? []).map((option) => ({ id: option.id ?? '', text: option.text ?? '' }));
    // The variants are no question of the file.
    const index = item.questions?.findIndex((one) => one.id === id) ?? -1;
    return [{ id, pointer: index < 0 ? '/variants' : `/questions/${index}`, text, help, options }];
  });
}

/** All that the `when`s of an item say of one question. */
function wantedOf(item: Draft<Item>, id: string): unknown[] {
  return whensOf(item).flatMap(({ when }) => (Object.hasOwn(when, id) ? [when[id]] : []));
}

/** For which answers an element stands, for the page to act on and in words. */
export function whenView(
  { item }: Subject,
  when: Draft<When> | undefined,
): { when: WhenView; whenWords: string } {
  const view: WhenView = {};
  if (when === undefined) return { when: view, whenWords: '' };
  for (const [id, wanted] of Object.entries(when)) {
    if (wanted === undefined) continue;
    if (Array.isArray(wanted)) view[id] = wanted;
    else {
      const range = rangeOf(wanted);
      view[id] = stretchesOf(wantedOf(item, id))
        .filter((stretch) => range !== undefined && overlap(stretch, range))
        .map(rangeKey);
    }
  }
  return { when: view, whenWords: whenWords(when, questionsOf(item)) };
}

/** A name of a stretch that may stand in a selector. */
function rangeKey({ min, max, above, below }: Range): string {
  const [from, to] = [`${above ? 'o' : ''}${min}`, max === Infinity ? '' : `${below ? 'o' : ''}${max}`];
  return `${from}to${to}`.replaceAll('.', '_').replaceAll('-', 'm').replaceAll('+', 'p');
}

function overlap(a: Range, b: Range): boolean {
  const [low, high] = [Math.max(a.min, b.min), Math.min(a.max, b.max)];
  if (low !== high) return low < high;
  return isInRange(low, a) && isInRange(low, b);
}
