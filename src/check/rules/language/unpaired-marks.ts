import { clipped } from '../clipped.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachText } from './eachText.ts';

/** Marks that come in pairs; half-width brackets are written for full-width ones and the other way round. */
const pairs = new Map([
  ['）', '（'],
  [')', '（'],
  ['》', '《'],
  ['〉', '〈'],
  ['”', '“'],
  ['】', '【'],
]);
const openers = new Map([
  ['（', '（'],
  ['(', '（'],
  ['《', '《'],
  ['〈', '〈'],
  ['“', '“'],
  ['【', '【'],
]);
const mark = /[（(）)《》〈〉“”【】]/;
const marks = new RegExp(mark, 'g');
/** Numbers of a list, 1) and a）, close a bracket that nobody opened. */
const numbering = /(?<![^\s，。；：、])[0-9a-zA-Z一二三四五六七八九十]{1,3}[)）]/g;

/** The first mark without its other half. */
function unpaired(text: string): string | undefined {
  // Most texts have none, and to look is cheaper than to count.
  if (!mark.test(text)) return undefined;
  const open: string[] = [];
  for (const [one] of text.replace(numbering, '').matchAll(marks)) {
    const opener = openers.get(one);
    if (opener !== undefined) open.push(opener);
    else if (open.pop() !== pairs.get(one)) return one;
  }
  return open.at(-1);
}

export const unpairedMarks: ItemRule = {
  id: 'unpaired-marks',
  family: 'language',
  scope: 'item',
  severity: 'info',
  title: { zh: '括号、书名号、引号成对', en: 'Brackets and quotation marks come in pairs' },
  why: {
    zh: '半个括号多半是抄漏了半句话，书名号不成对就读不出引的是哪部法。对照原文补全。',
    en: 'Half a bracket mostly means that half a sentence was lost, and half a title mark that no law can be read. Complete it by the original.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    {
      name: 'pairs within pairs',
      item: { basics: { summary: '见《关于〈条例〉的通知》（“甲”字(1)号）。' } },
    },
    { name: 'numbers of a list', item: { procedure: { note: '1)填表；2）交表；a) 取证。' } } },
    { name: 'mixed widths', item: { procedure: { note: '网上办理（全程)。' } } },
  ],
  bad: [
    {
      name: 'a title that never ends',
      item: { basics: { summary: '照《城市道路管理条例办理。' } },
      at: ['basics', 'summary'],
    },
    {
      name: 'a bracket that nobody opened',
      item: { materials: { list: [{ id: 'm', name: '申请表一式两份）' }] } },
      at: ['materials', 'list', 0, 'name'],
    },
  ],
  mutations: [
    {
      name: 'half a bracket',
      edits: [
        { kind: 'set', path: ['result', 'change'], value: '移动位置的（含扩大面积，提前办理变更审批。' },
      ],
    },
  ],
  check(item) {
    const found: Finding[] = [];
    eachText(item, (text, path) => {
      const half = unpaired(text);
      if (half === undefined) return;
      found.push({
        path: path(),
        message: {
          zh: `“${clipped(text)}”中的 ${half} 不成对。请对照原文补全或者删去。`,
          en: `In "${clipped(text)}" ${half} has no other half. Complete or remove it by the original.`,
        },
      });
    });
    return found;
  },
};
