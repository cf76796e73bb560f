import type { Words } from '../model/schemas.ts';
import { clip } from './clip.ts';
import { entryOf, isMap, keysOf } from './sameValue.ts';

/** A `when` in words, with the questions and options of the item: 申请人：企业或个人；面积：200 至 500 平方米. */
export function describeWhen(when: Record<string, unknown>, questions: unknown): Words {
  const clauses = keysOf(when).map((id): Words => {
    const question = byId(questions, id);
    const name = textOf(question) ?? id;
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
  const [min, max] = [entryOf(wanted, 'min'), entryOf(wanted, 'max')];
  const unit = entryOf(question, 'unit');
  const tail = typeof unit === 'string' ? ` ${unit}` : '';
  if (typeof min === 'number' && typeof max === 'number')
    return { zh: `${min} 至 ${max}${tail}`, en: `${min} to ${max}${tail}` };
  if (typeof min === 'number') return { zh: `${min}${tail}以上（含）`, en: `at least ${min}${tail}` };
  if (typeof max === 'number') return { zh: `${max}${tail}以下（含）`, en: `at most ${max}${tail}` };
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
