import type { Finding, ItemRule } from '../rule.ts';

/** A fee named after a form, and a note on a form that asks for money; what says that it is free is passed over. */
const formFee = /(?:表格|申请表|申请书|格式文本|示范文本)[^，。；]{0,6}(?:费|工本)/;
const costs = /工本费|[每收][^，。；]{0,8}\d+(?:\.\d+)?\s*元/;
const free = /不收|免收|免费|不用|无需|取消/;

export const formsAreFree: ItemRule = {
  id: 'forms-are-free',
  family: 'fees',
  scope: 'item',
  severity: 'error',
  title: { zh: '申请书格式文本不收费', en: 'Application forms are free' },
  why: {
    zh: '格式文本由机关提供，不得收费，收工本费也不行。删去这项收费，免费提供和下载。',
    en: 'Forms are provided by the agency and cost nothing, not even printing. Drop the fee and give them out free.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 58, paragraph: 2 }],
  good: [
    {
      name: 'free at the window',
      item: { forms: { list: [{ id: 'a', name: '申请表', notes: '窗口免费领取，不收工本费。' }] } },
    },
    {
      name: 'a fee for something else',
      item: { fees: { list: [{ id: 'f', name: '城市道路挖掘修复费' }] } },
    },
    {
      name: 'an application for a refund',
      item: {
        forms: {
          list: [{ id: 'a', name: '费用减免申请表', notes: '减免每平方米 20 元的，填本表，免费领取。' }],
        },
      },
    },
  ],
  bad: [
    {
      name: 'a fee for the form',
      item: { fees: { list: [{ id: 'f', name: '申请表工本费' }] } },
      at: ['fees', 'list', 0, 'name'],
    },
    {
      name: 'two yuan each',
      item: { forms: { list: [{ id: 'a', name: '申请表', notes: '窗口领取，每份 2 元。' }] } },
      at: ['forms', 'list', 0, 'notes'],
    },
  ],
  mutations: [
    {
      name: 'two yuan each',
      edits: [{ kind: 'set', path: ['forms', 'list', 0, 'notes'], value: '窗口领取，每份 2 元。' }],
    },
  ],
  check(item) {
    const fees = (item.fees?.list ?? []).flatMap(({ name = '' }, i): Finding[] =>
      formFee.test(name)
        ? [
            {
              path: ['fees', 'list', i, 'name'],
              message: {
                zh: `“${name}”是对格式文本收费。机关提供申请书格式文本不得收费：请删去这项收费。`,
                en: `"${name}" is a fee on a form. Forms are free: remove it.`,
              },
            },
          ]
        : [],
    );
    const forms = (item.forms?.list ?? []).flatMap(({ name, id = '', notes = '' }, i): Finding[] =>
      costs.test(notes) && !free.test(notes)
        ? [
            {
              path: ['forms', 'list', i, 'notes'],
              message: {
                zh: `“${name ?? id}”写着要收钱。机关提供申请书格式文本不得收费：请改为免费领取。`,
                en: `"${name ?? id}" costs money by its note. Forms are free: give it out free.`,
              },
            },
          ]
        : [],
    );
    return [...fees, ...forms];
  },
};
