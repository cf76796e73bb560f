import { clipped } from '../clipped.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachText } from './eachText.ts';

const long = '申请人应当有与所经营的品种和数量相适应的场所设备和人员，'.repeat(5);

export const overLongSentence: ItemRule = {
  id: 'over-long-sentence',
  family: 'language',
  scope: 'item',
  severity: 'info',
  title: { zh: '句子不过长', en: 'No sentence is too long' },
  why: {
    zh: '一句话上百字，读到后面忘了前面。一句话只说一件事，几种情形分成几条写。',
    en: 'Who reads a sentence of more than a hundred characters has forgotten its beginning at the end. Say one thing in a sentence, and put several cases into several entries.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  parameters: {
    most: { default: 120, title: { zh: '一句话最多多少字', en: 'Most characters of a sentence' } },
  },
  good: [
    { name: 'short sentences', item: { basics: { summary: `${'开餐馆要办这个。'.repeat(40)}` } } },
    {
      name: 'cases in one text, parted',
      item: { procedure: { note: `${'第一种情形照此办理；'.repeat(30)}` } },
    },
    {
      name: 'the law itself, quoted',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'establishes', quotation: long }] },
    },
    {
      name: 'as long as the catalogue allows',
      config: { rules: { 'over-long-sentence': { parameters: { most: 200 } } } },
      item: { basics: { summary: long } },
    },
  ],
  bad: [
    {
      name: 'a condition of a hundred and forty characters',
      item: { conditions: { grant: [{ id: 'a', text: long }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'an answer with one long sentence of several',
      item: { service: { faq: [{ id: 'q', question: '要多久？', answer: `不久。${long}。` }] } },
      at: ['service', 'faq', 0, 'answer'],
    },
  ],
  mutations: [
    { name: 'one endless sentence', edits: [{ kind: 'set', path: ['basics', 'summary'], value: long }] },
  ],
  check(item, { number }) {
    const most = number('most');
    const found: Finding[] = [];
    eachText(item, (text, path) => {
      if (text.length <= most) return;
      const longest = text
        .split(/[。！？；!?;\n]/)
        .reduce((one, other) => (other.length > one.length ? other : one), '');
      if (longest.length <= most) return;
      found.push({
        path: path(),
        message: {
          zh: `“${clipped(longest.trim())}”一句有 ${longest.length} 字，超过 ${most} 字。请拆成几句，一句只说一件事。`,
          en: `The sentence "${clipped(longest.trim())}" has ${longest.length} characters, more than ${most}. Divide it; say one thing in a sentence.`,
        },
      });
    });
    return found;
  },
};
