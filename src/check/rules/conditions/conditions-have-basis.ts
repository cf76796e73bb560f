import { clipped } from '../clipped.ts';
import type { Finding, ItemRule } from '../rule.ts';

const basis = [{ law: 'a-law', article: 3 }];

export const conditionsHaveBasis: ItemRule = {
  id: 'conditions-have-basis',
  family: 'conditions',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '每个条件、每种不予许可的情形写明依据',
    en: 'Each condition and each ground of refusal cites its law',
  },
  why: {
    zh: '没有法律、法规、规章依据，不得增设条件；没写依据的条件，谁也看不出是法定的还是自己加的。引用规定它的条文；没有的，删去。',
    en: 'No condition may be added without a law, regulation or rule, and one that cites nothing might be anybody’s. Cite what sets it; without that, take it out.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 16, paragraph: 4 },
    { law: 'business-environment-regulation', article: 35 },
  ],
  good: [
    {
      name: 'all cite',
      item: {
        conditions: {
          grant: [{ id: 'a', text: '有场所。', basis }],
          refuse: [{ id: 'b', text: '没有场所的。', basis }],
        },
      },
    },
    { name: 'no conditions, expressly', item: { conditions: { none: '不设条件' } } },
    { name: 'conditions that are not written yet', item: { conditions: { grant: [{ id: 'a' }] } } },
  ],
  bad: [
    {
      name: 'one condition of two',
      item: {
        conditions: {
          grant: [
            { id: 'a', text: '有场所。', basis },
            { id: 'b', text: '注册资本五百万元以上。' },
          ],
        },
      },
      at: ['conditions', 'grant', 1],
    },
    {
      name: 'a ground of refusal',
      item: {
        conditions: {
          grant: [{ id: 'a', text: '有场所。', basis }],
          refuse: [{ id: 'r', text: '距离已有的店不足五百米的。' }],
        },
      },
      at: ['conditions', 'refuse', 0],
    },
    {
      name: 'nobody has cited anything, told once',
      item: {
        conditions: {
          grant: [
            { id: 'a', text: '有场所。' },
            { id: 'b', text: '有人员。' },
          ],
          refuse: [{ id: 'r', text: '没有人员的。' }],
        },
      },
      at: ['conditions'],
    },
  ],
  mutations: [
    {
      name: 'a condition without its law',
      edits: [{ kind: 'remove', path: ['conditions', 'grant', 1, 'basis'] }],
    },
    {
      name: 'a ground of refusal without its law',
      edits: [{ kind: 'remove', path: ['conditions', 'refuse', 0, 'basis'] }],
    },
  ],
  check(item) {
    const { grant = [], refuse = [] } = item.conditions ?? {};
    const written = [...grant, ...refuse].filter(({ text }) => text !== undefined);
    const bare = written.filter((one) => (one.basis ?? []).length === 0).length;
    if (bare === 0) return [];
    if (bare === written.length && bare > 1)
      return [
        {
          path: ['conditions'],
          message: {
            zh: `${bare} 个条件和不予许可的情形都没有写明依据。请逐个引用规定它的条文；引不出来的，删去。`,
            en: `None of ${bare} conditions and grounds of refusal cites a law. Cite for each what sets it, and take out what nothing sets.`,
          },
        },
      ];
    return (['grant', 'refuse'] as const).flatMap((list) =>
      (item.conditions?.[list] ?? []).flatMap((one, i): Finding[] => {
        if (one.text === undefined || (one.basis ?? []).length > 0) return [];
        const text = clipped(one.text);
        return [
          {
            path: ['conditions', list, i],
            message: {
              zh: `${list === 'grant' ? '条件' : '不予许可的情形'}“${text}”没有写明依据。请引用规定它的法律、法规、规章条文；没有的，删去。`,
              en: `The ${list === 'grant' ? 'condition' : 'ground of refusal'} "${text}" cites no law. Cite the law, regulation or rule that sets it; without one, take it out.`,
            },
          },
        ];
      }),
    );
  },
};
