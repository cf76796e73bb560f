import type { ItemRule } from '../rule.ts';

export const reformSaysHow: ItemRule = {
  id: 'reform-says-how',
  family: 'reform',
  scope: 'item',
  severity: 'info',
  title: { zh: '告知承诺、优化服务写明具体举措', en: 'A way of reform says what is done' },
  why: {
    zh: '只写一个方式，看不出为人省了什么。写明减了哪些材料、时限，承诺什么。',
    en: 'A way alone does not tell what it saves. Say which materials and days are spared, and what is committed to.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 19, paragraph: 2 },
    { law: 'business-environment-regulation', article: 40, paragraph: 3 },
  ],
  good: [
    { name: 'said', item: { reform: { way: 'optimise', measures: '全程网办，证照在线核验。' } } },
    { name: 'no way', item: { reform: { way: 'none' } } },
  ],
  bad: [{ name: 'not said', item: { reform: { way: 'optimise' } }, at: ['reform', 'way'] }],
  mutations: [{ name: 'not said', edits: [{ kind: 'remove', path: ['reform', 'measures'] }] }],
  check(item) {
    const { way, measures } = item.reform ?? {};
    if ((way !== 'commitment' && way !== 'optimise') || measures !== undefined) return [];
    return [
      {
        path: ['reform', 'way'],
        message: {
          zh: `${way === 'commitment' ? '实行告知承诺' : '优化审批服务'}，没有写怎样做。请在 measures 中写明减了哪些材料、时限。`,
          en: `It is ${way === 'commitment' ? 'granted on commitment' : 'made easier'}, and nothing says how. Say in measures which materials and days are spared.`,
        },
      },
    ];
  },
};
