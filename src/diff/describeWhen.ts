import type { Words } from '../model/schemas.ts';
import { clip } from './clip.ts';
import { entryOf, isMap, keysOf } from './sameValue.ts';

/** A `when` in words, with the questions and options of the item: 申请人：企业或个人；面积：200 至 500 平方米. */
export function describeWhen(when: Record<string, unknown>, questions: unknown): Words {
  const clauses = keysOf(when).map((id): Words => {
    const question = byId(questions, id);
    // What follows is the answer: a question mark before the colon would be one mark too many.
    const name = textOf(question)?.replace(/[？?]$/, '') ?? id;
    const wanted = wantedWords(when[id], question);
    return { zh: `${name}：${wanted.zh}`, en: `${name}: ${wanted.en}` };
  });
  return { zh: clauses.map(({ zh }) => zh).join('；'), en: clauses.map(({ en }) => en).join('; ') };
}

function wantedWords(wanted: unknown, question: unknown): Words {
  if (Array.isArray(wanted)) {
    const options = wanted.map((option: unknown) =>
      typeof option === 'string'
        ? (textOf(byId(entryOf(question, 'options'), option)) ?? option)
        : JSON.stringify(option),
    );
    return { zh: options.join('或'), en: options.join(' or ') };
  }
  const [min, above, max, below] = ['min', 'above', 'max', 'below'].map((key) => entryOf(wanted, key));
  const unit = entryOf(question, 'unit');
  const tail = typeof unit === 'string' ? ` ${unit}` : '';
  if (typeof min === 'number' && typeof max === 'number' && above === undefined && below === undefined)
    return { zh: `${min} 至 ${max}${tail}`, en: `${min} to ${max}${tail}` };
  const bounds = [
    ...(typeof min === 'number' ? [{ zh: `${min}${tail}以上（含）`, en: `at least ${min}${tail}` }] : []),
    ...(typeof above === 'number' ? [{ zh: `超过 ${above}${tail}`, en: `more than ${above}${tail}` }] : []),
    ...(typeof max === 'number' ? [{ zh: `${max}${tail}以下（含）`, en: `at most ${max}${tail}` }] : []),
    ...(typeof below === 'number' ? [{ zh: `不足 ${below}${tail}`, en: `less than ${below}${tail}` }] : []),
  ];
  if (bounds.length > 0)
    return { zh: bounds.map(({ zh }) => zh).join('、'), en: bounds.map(({ en }) => en).join(' and ') };
  const text = clip(JSON.stringify(wanted), 40);
  return { zh: text, en: text };
}

function byId(list: unknown, id: string): unknown {
  return Array.isArray(list)
    ? list.find((element: unknown) => isMap(element) && element['id'] === id)
    : undefined;
}

function textOf(element: unknown): string | undefined {
  const text = entryOf(element, 'text');
  return typeof text === 'string' && text !== '' ? text : undefined;
}
