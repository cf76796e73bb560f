import { clipped } from '../clipped.ts';
import { insufficientBasis, ruleOrAbove } from '../rank.ts';
import type { Finding, ItemRule } from '../rule.ts';

const of = (...laws: string[]) => laws.map((law) => ({ law, article: 3 }));

export const conditionBasisRank: ItemRule = {
  id: 'condition-basis-rank',
  family: 'conditions',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '条件的依据是法律、法规、规章，不能只是规范性文件',
    en: 'A condition rests on a law, regulation or rule, not on a notice alone',
  },
  why: {
    zh: '文件、通知不能增设条件，只凭它拒绝申请的，复议、诉讼中站不住。引用法律、法规、规章；没有的，删去并向发文机关提出异议。',
    en: 'A notice cannot add a condition, and a refusal on it alone falls in review or court. Cite a law, regulation or rule; without one, take it out and object to whoever issued it.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 35 },
    { law: 'administrative-licensing-law', article: 17 },
  ],
  good: [
    {
      name: 'a department rule',
      item: { conditions: { grant: [{ id: 'a', text: '有场所。', basis: of('a-department-rule') }] } },
    },
    {
      name: 'a notice beside the law',
      item: { conditions: { grant: [{ id: 'a', text: '有场所。', basis: of('a-notice', 'a-law') }] } },
    },
    {
      name: 'nothing cited, as another rule tells',
      item: { conditions: { grant: [{ id: 'a', text: '有场所。' }] } },
    },
    {
      name: 'a law that the register lacks is spoken of elsewhere',
      item: { conditions: { grant: [{ id: 'a', text: '有场所。', basis: of('unknown') }] } },
    },
  ],
  bad: [
    {
      name: 'a condition by notice',
      item: { conditions: { grant: [{ id: 'a', text: '从业三年以上。', basis: of('a-notice') }] } },
      at: ['conditions', 'grant', 0, 'basis', 0, 'law'],
    },
    {
      name: 'a refusal by notice',
      item: { conditions: { refuse: [{ id: 'a', text: '一年内被投诉的。', basis: of('a-notice') }] } },
      at: ['conditions', 'refuse', 0, 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'a condition by notice',
      edits: [
        {
          kind: 'set',
          path: ['conditions', 'grant', 1, 'basis', 0],
          value: { law: 'a-notice', article: 8 },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    return (['grant', 'refuse'] as const).flatMap((list) =>
      (item.conditions?.[list] ?? []).flatMap(({ id, text = id ?? '', basis }, i): Finding[] => {
        const law = insufficientBasis(basis, ruleOrAbove, lookups);
        if (law === undefined) return [];
        return [
          {
            path: ['conditions', list, i, 'basis', 0, 'law'],
            message: {
              zh: `“${clipped(text)}”只以${law.zh}为依据，规范性文件不能增设条件。请引用法律、法规或者规章；没有的，删去并向发文机关提出异议。`,
              en: `"${clipped(text)}" rests on ${law.en} alone, which cannot add a condition. Cite a law, regulation or rule; without one, take it out and object to whoever issued it.`,
            },
          },
        ];
      }),
    );
  },
};
