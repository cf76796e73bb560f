import type { When } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';
import type { Subject } from './subject.ts';
import type { QuestionView, WhenView } from './types.ts';

interface Range {
  min?: number;
  max?: number;
}

/** The questions that narrow a guide to a case; a number is asked for by the ranges that decide something. */
export function questionViews({ item }: Subject): QuestionView[] {
  return (item.questions ?? []).flatMap((question, index) => {
    const { id, text = '', help } = question;
    if (id === undefined) return [];
    const options =
      question.kind === 'number'
        ? rangesOf(item, id).map((range) => ({ id: rangeKey(range), text: rangeWords(range, question.unit) }))
        : (question.options ?? []).map((option) => ({ id: option.id ?? '', text: option.text ?? '' }));
    return [{ id, index, text, help, options }];
  });
}

/** For which answers an element stands, for the page to act on and in words. */
export function whenView(
  { item }: Subject,
  when: Draft<When> | undefined,
): { when: WhenView; whenWords: string } {
  const view: WhenView = {};
  const words: string[] = [];
  for (const [id, wanted] of Object.entries(when ?? {})) {
    if (wanted === undefined) continue;
    const question = item.questions?.find((one) => one.id === id);
    if (Array.isArray(wanted)) {
      view[id] = wanted;
      const texts = wanted.map(
        (option) => question?.options?.find((one) => one.id === option)?.text ?? option,
      );
      // 是 or 没有 says nothing without its question.
      const short = texts.some((text) => text.length <= 2);
      words.push((short ? (question?.text ?? '') : '') + texts.join('或'));
    } else {
      view[id] = rangesOf(item, id)
        .filter((range) => overlap(range, wanted))
        .map(rangeKey);
      words.push(`${question?.text ?? id} ${rangeWords(wanted, question?.unit)}`);
    }
  }
  return { when: view, whenWords: words.join('，并且') };
}

/** The ranges that any `when` draws over a number question: they are what an answer can decide. */
function rangesOf(item: Draft<Item>, question: string): Range[] {
  const elements: { when?: Draft<When> }[] = [
    ...(item.materials?.list ?? []),
    ...(item.procedure?.steps ?? []),
    ...(item.fees?.list ?? []),
    ...(item.conditions?.grant ?? []),
  ];
  const ranges = new Map<string, Range>();
  for (const { when } of elements) {
    const range = when !== undefined && Object.hasOwn(when, question) ? when[question] : undefined;
    if (range !== undefined && !Array.isArray(range)) ranges.set(rangeKey(range), range);
  }
  return [...ranges.values()];
}

function rangeKey({ min, max }: Range): string {
  return `${min ?? ''}to${max ?? ''}`.replaceAll('.', '_').replaceAll('-', 'm');
}

function rangeWords({ min, max }: Range, unit = ''): string {
  const bounds = [
    ...(min === undefined ? [] : [`不少于 ${min}`]),
    ...(max === undefined ? [] : [`不超过 ${max}`]),
  ].join('、');
  return unit === '' ? bounds : `${bounds} ${unit}`;
}

function overlap(a: Range, b: Range): boolean {
  return Math.max(a.min ?? -Infinity, b.min ?? -Infinity) <= Math.min(a.max ?? Infinity, b.max ?? Infinity);
}
