import type { Finding, ItemRule } from '../rule.ts';

export const hearingIsFree: ItemRule = {
  id: 'hearing-is-free',
  family: 'fees',
  scope: 'item',
  severity: 'error',
  title: { zh: '听证不收费', en: 'A hearing is free' },
  why: {
    zh: '申请人、利害关系人不承担组织听证的费用，要钱就没有人敢要求听证。删去这项收费。',
    en: 'Applicants and others concerned do not bear the cost of a hearing, or nobody would dare to ask for one. Remove the fee.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 47, paragraph: 2 }],
  good: [
    { name: 'another fee', item: { fees: { list: [{ id: 'f', name: '修复费' }] } } },
    { name: 'no fee', item: { fees: { none: '不收费，听证也不收费' } } },
  ],
  bad: [
    {
      name: 'a fee for the hearing',
      item: { fees: { list: [{ id: 'f', name: '听证会组织费' }] } },
      at: ['fees', 'list', 0, 'name'],
    },
  ],
  mutations: [
    {
      name: 'a fee for the hearing',
      edits: [{ kind: 'set', path: ['fees', 'list', 0, 'name'], value: '听证费' }],
    },
  ],
  check(item) {
    return (item.fees?.list ?? []).flatMap(({ name = '' }, i): Finding[] =>
      name.includes('听证')
        ? [
            {
              path: ['fees', 'list', i, 'name'],
              message: {
                zh: `“${name}”是听证的费用，申请人、利害关系人不承担。请删去这项收费。`,
                en: `"${name}" is the cost of a hearing, which applicants and others concerned do not bear. Remove it.`,
              },
            },
          ]
        : [],
    );
  },
};
