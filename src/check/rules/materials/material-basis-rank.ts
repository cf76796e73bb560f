import { insufficientBasis, ruleOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';

export const materialBasisRank: ItemRule = {
  id: 'material-basis-rank',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '材料的依据是法律、法规、规章，不能只是规范性文件',
    en: 'A material rests on a law, regulation or rule, not on a notice alone',
  },
  why: {
    zh: '要提交的材料由法律、法规、规章规定，通知、文件加的材料没有法律效力。引用法律、法规、规章；没有的，不再要求，并向发文机关提出异议。',
    en: 'What has to be handed in is set by laws, regulations and rules; what a notice adds has no force. Cite one of those, or no longer ask for it and object to whoever issued the notice.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30 }],
  good: [
    {
      name: 'a department rule',
      item: {
        materials: { list: [{ id: 'm', name: '图纸', basis: [{ law: 'a-department-rule', article: 3 }] }] },
      },
    },
    {
      name: 'a notice on a form that the law asks for',
      item: {
        materials: {
          list: [
            {
              id: 'm',
              name: '申请表',
              basis: [
                { law: 'a-notice', article: 3 },
                { law: 'a-law', article: 3 },
              ],
            },
          ],
        },
      },
    },
    {
      name: 'what need not be handed in',
      item: {
        materials: { list: [{ id: 'm', name: '业绩', need: 'optional', basis: [{ law: 'a-notice' }] }] },
      },
    },
    { name: 'nothing cited', item: { materials: { list: [{ id: 'm', name: '图纸' }] } } },
  ],
  bad: [
    {
      name: 'a notice alone',
      item: {
        materials: {
          list: [{ id: 'm', name: '村委会意见', need: 'required', basis: [{ law: 'a-notice', article: 3 }] }],
        },
      },
      at: ['materials', 'list', 0, 'basis', 0, 'law'],
    },
  ],
  mutations: [
    {
      name: 'drawings by notice',
      edits: [
        {
          kind: 'set',
          path: ['materials', 'list', 2, 'basis', 0],
          value: { law: 'a-notice', article: 8 },
        },
      ],
    },
  ],
  check(item, { lookups }) {
    return (item.materials?.list ?? []).flatMap(({ id, name = id ?? '', need, basis }, i) => {
      const law = need === 'optional' ? undefined : insufficientBasis(basis, ruleOrAbove, lookups);
      if (law === undefined) return [];
      return [
        {
          path: ['materials', 'list', i, 'basis', 0, 'law'],
          message: {
            zh: `材料“${name}”只以${law.zh}为依据，规范性文件不能增加材料。请引用法律、法规或者规章；没有的，不再要求提交，并向发文机关提出异议。`,
            en: `The material "${name}" rests on ${law.en} alone, which cannot add a material. Cite a law, regulation or rule; without one, no longer ask for it and object to whoever issued it.`,
          },
        },
      ];
    });
  },
};
