import { clipped } from '../clipped.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachText } from './eachText.ts';

/** Blanks to be filled in: ××市, ____, a run of the letter X; a single × is a size. */
const blank = /[×╳]{2,}|(?<![A-Za-z])[Xx]{3,}(?![A-Za-z])|[Ｘｘ]{2,}|_{3,}|＿{2,}/;
/** Texts that say nothing and stand alone. */
const nothing = /^(?:无|略|暂无|待定|同上|详见附件|[-—/、.。…]+)[。]?$/;

export const noPlaceholderText: ItemRule = {
  id: 'no-placeholder-text',
  family: 'language',
  scope: 'item',
  severity: 'warning',
  title: { zh: '公布的文字里没有待填的空', en: 'No blanks are left in what is published' },
  why: {
    zh: '“待补充”“××”“略”公布出去，申请人得不到准确的信息。补上内容；确实没有的，用 none 写明理由，或者删去这一项。',
    en: 'With "to be filled in", blanks and omissions published, nobody gets reliable information. Fill it in; where there is nothing, say so by none with a reason, or remove the field.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  parameters: {
    words: {
      default: ['待补充', '待完善', '待填写', '待确认', '待更新', '某某'],
      title: { zh: '表示待填的词', en: 'Words for what is to be filled in' },
    },
  },
  good: [
    {
      name: 'sizes, names and reasons',
      item: {
        basics: { summary: '面积 3×4 米，型号 XL-2。' },
        procedure: { note: '没有特别程序，无须现场核查。' },
        fees: { none: '不收费。' },
      },
    },
    {
      name: 'a note of who writes it',
      item: { sources: [{ id: 's', text: '条号待确认', confidence: 'low' }] },
    },
  ],
  bad: [
    {
      name: 'to be filled in',
      item: { materials: { list: [{ id: 'm', name: '申请表', notes: '填写说明待补充。' }] } },
      at: ['materials', 'list', 0, 'notes'],
    },
    { name: 'a blank', item: { basics: { summary: '在××市经营的要办。' } }, at: ['basics', 'summary'] },
    {
      name: 'left out',
      item: { conditions: { grant: [{ id: 'a', text: '略' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
  ],
  mutations: [
    {
      name: 'a note that is still to be written',
      edits: [{ kind: 'set', path: ['procedure', 'note'], value: '抢修的办法待补充。' }],
    },
    { name: 'nothing in a text', edits: [{ kind: 'set', path: ['result', 'change'], value: '略' }] },
  ],
  check(item, { list }) {
    const left = patternOf(list('words'));
    const found: Finding[] = [];
    eachText(item, (text, path) => {
      const is = (text.length < 8 ? nothing.exec(text) : null) ?? left.exec(text);
      if (is === null) return;
      found.push({
        path: path(),
        message: {
          zh: `“${clipped(text)}”里的“${is[0]}”还没有写成内容。请补上；确实没有的，用 none 写明理由，或者删去这一项。`,
          en: `In "${clipped(text)}" "${is[0]}" is still to be filled in. Do so; where there is nothing, say so by none with a reason, or remove the field.`,
        },
      });
    });
    return found;
  },
};

const patterns = new WeakMap<readonly string[], RegExp>();

/** One pattern for all words and blanks: it looks at every text of every item. */
function patternOf(words: readonly string[]): RegExp {
  let pattern = patterns.get(words);
  if (pattern === undefined) {
    const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    patterns.set(words, (pattern = new RegExp([...escaped, blank.source].join('|'))));
  }
  return pattern;
}
