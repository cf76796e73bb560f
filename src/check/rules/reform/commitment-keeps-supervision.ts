import type { ItemRule } from '../rule.ts';

export const commitmentKeepsSupervision: ItemRule = {
  id: 'commitment-keeps-supervision',
  family: 'reform',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '告知承诺的写明事后监管',
    en: 'What is granted on commitment says how it is supervised after',
  },
  why: {
    zh: '先批后查，不查就成了放任。写明什么时候核查、承诺不实怎样处理。',
    en: 'To grant first and never verify is neglect. Say when it is verified and what follows a false commitment.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 19, paragraph: 2 },
    { law: 'business-environment-regulation', article: 40, paragraph: 3 },
    { law: 'administrative-licensing-law', article: 61, paragraph: 1 },
  ],
  good: [
    {
      name: 'verified within two months',
      item: { reform: { way: 'commitment', afterApproval: '两个月内核查，不实的撤销。' } },
    },
    { name: 'made easier', item: { reform: { way: 'optimise' } } },
  ],
  bad: [{ name: 'never verified', item: { reform: { way: 'commitment' } }, at: ['reform', 'way'] }],
  mutations: [
    {
      name: 'a commitment that is never verified',
      edits: [{ kind: 'set', path: ['reform', 'way'], value: 'commitment' }],
    },
  ],
  check(item) {
    const { way, afterApproval } = item.reform ?? {};
    if (way !== 'commitment' || afterApproval !== undefined) return [];
    return [
      {
        path: ['reform', 'way'],
        message: {
          zh: '实行告知承诺，没有写事后怎样监管。请在 afterApproval 中写明什么时候核查、不实的怎样处理。',
          en: 'It is granted on commitment, and nothing is said of supervision after. Say in afterApproval when it is verified and what follows.',
        },
      },
    ];
  },
};
