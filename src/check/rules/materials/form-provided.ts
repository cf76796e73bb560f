import type { ItemRule } from '../rule.ts';

export const formProvided: ItemRule = {
  id: 'form-provided',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: { zh: '要填的表格由机关提供', en: 'A form that has to be filled in is provided' },
  why: {
    zh: '要求交申请表，却不给表，申请人只能跑一趟去领或者花钱找人代填。在“申请表格”中列出这张表，用 form 指向它。',
    en: 'To ask for a form and not give it costs a journey or a fee to somebody who has it. List it among the forms and refer to it by form.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 29, paragraph: 1 },
    { law: 'administrative-licensing-law', article: 58, paragraph: 2 },
  ],
  good: [
    {
      name: 'a form and its blank',
      item: {
        materials: { list: [{ id: 'm', name: '申请表', kind: 'form', form: 'f' }] },
        forms: { list: [{ id: 'f', name: '申请表' }] },
      },
    },
    {
      name: 'what the applicant writes himself',
      item: { materials: { list: [{ id: 'm', name: '情况说明', kind: 'other' }] } },
    },
    {
      name: 'the forms are not written yet',
      item: { materials: { list: [{ id: 'm', name: '申请表', kind: 'form' }] } },
    },
  ],
  bad: [
    {
      name: 'no blank',
      item: {
        materials: { list: [{ id: 'm', name: '申请表', kind: 'form' }] },
        forms: { list: [{ id: 'f', name: '委托书' }] },
      },
      at: ['materials', 'list', 0],
    },
    {
      name: 'no forms, it is said',
      item: {
        materials: { list: [{ id: 'm', name: '申请表', kind: 'form' }] },
        forms: { none: '没有表格' },
      },
      at: ['materials', 'list', 0],
    },
  ],
  mutations: [
    {
      name: 'a form without its blank',
      edits: [{ kind: 'set', path: ['materials', 'list', 3, 'kind'], value: 'form' }],
    },
  ],
  check(item) {
    const { none, list } = item.forms ?? {};
    if (none === undefined && list === undefined) return [];
    return (item.materials?.list ?? []).flatMap(({ id, name = id ?? '', kind, form }, i) => {
      if (kind !== 'form' || form !== undefined) return [];
      return [
        {
          path: ['materials', 'list', i],
          message: {
            zh: `材料“${name}”是要填的表格，却没有提供空白表。请在 forms 中列出并用 form 指向它；由申请人自己写的，kind 改为 other（其他）。`,
            en: `"${name}" is a form to be filled in, and no blank is provided. List it in forms and refer to it by form; if applicants write it themselves, set kind: other.`,
          },
        },
      ];
    });
  },
};
