import { clipped } from '../clipped.ts';
import type { Finding, ItemRule } from '../rule.ts';

/** "Other conditions" at the end of what is otherwise said, whoever may set them. */
const catchAll =
  /其[他它](?:有关|相关|必要|法定)?的?(?:经营|许可|申请|准入)?(?:条件|要求|情形|情况|事项|规定)[。；;]?$/;

/** Info: laws themselves say so, which a procedure has to spell out and cannot mend. */
export const catchAllCondition: ItemRule = {
  id: 'catch-all-condition',
  family: 'conditions',
  scope: 'item',
  severity: 'info',
  title: { zh: '条件不用“其他条件”兜底', en: 'No condition is "other conditions"' },
  why: {
    zh: '“规定的其他条件”让申请人无从知道还差什么，也给了随意加码的余地。把“其他”是哪几条写出来并引用条文；确实没有的，删去。',
    en: '"Other conditions as prescribed" leave the applicant guessing and the clerk free to add. Write out which they are, with their articles; if there are none, take it out.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 30 },
    { law: 'business-environment-regulation', article: 35 },
  ],
  good: [
    { name: 'what is meant', item: { conditions: { grant: [{ id: 'a', text: '有固定的经营场所。' }] } } },
    {
      name: 'other things in the middle',
      item: { conditions: { grant: [{ id: 'a', text: '与其他污染源保持规定的距离。' }] } },
    },
    {
      name: 'other things that are named',
      item: { conditions: { refuse: [{ id: 'a', text: '有其他严重违法情形，被列入失信名单的。' }] } },
    },
  ],
  bad: [
    {
      name: 'as laws and regulations say',
      item: { conditions: { grant: [{ id: 'a', text: '法律、行政法规规定的其他条件。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'as the agency says',
      item: { conditions: { refuse: [{ id: 'a', text: '主管部门认为不宜许可的其他情形' }] } },
      at: ['conditions', 'refuse', 0, 'text'],
    },
  ],
  mutations: [
    {
      name: 'other conditions',
      edits: [
        {
          kind: 'set',
          path: ['conditions', 'grant', 1, 'text'],
          value: '主管部门规定的其他条件。',
        },
      ],
    },
  ],
  check(item) {
    return (['grant', 'refuse'] as const).flatMap((list) =>
      (item.conditions?.[list] ?? []).flatMap(({ text }, i): Finding[] => {
        if (text === undefined || !catchAll.test(text)) return [];
        return [
          {
            path: ['conditions', list, i, 'text'],
            message: {
              zh: `“${clipped(text)}”是兜底的说法，申请人不知道还要满足什么。请写出具体是哪几条并引用条文；没有的，删去。`,
              en: `"${clipped(text)}" is a catch-all, and the applicant cannot know what else is asked. Write out which they are, with their articles; if there are none, take it out.`,
            },
          },
        ];
      }),
    );
  },
};
