import { quantityQuestion } from '../../../procedure/index.ts';
import type { Draft, FeeStandard, Item } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';

const charged = (standard: Draft<FeeStandard>, unit = '平方米'): Draft<Item> => ({
  questions: [
    { id: 'area', text: '面积是多少？', kind: 'number', unit },
    { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'a' }, { id: 'b' }] },
  ],
  fees: { list: [{ id: 'f', name: '占道费', standard }] },
});

export const feeQuantityAsked: ItemRule = {
  id: 'fee-quantity-asked',
  family: 'cases',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '收费的数量取自同一单位的数值问题',
    en: 'A fee takes its quantity from a question in the same unit',
  },
  why: {
    zh: '收费按平方米，问的是亩，算出来差六百多倍；数量取自选择题，永远算不出来。把单位改成一致的，或另问一个数。',
    en: 'A fee per square metre reckoned from an area in mu is off by hundreds, and from a choice it can never be reckoned. Use one unit, or ask for the number.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 59 }],
  good: [
    { name: 'the same unit', item: charged({ kind: 'unit', amount: 1, unit: '平方米', question: 'area' }) },
    { name: 'no question', item: charged({ kind: 'unit', amount: 1, unit: '本' }) },
    { name: 'spaces in the unit', item: charged({ kind: 'unit', amount: 1, unit: '平方米', question: 'area' }, ' 平方米 ') }, // prettier-ignore
    { name: 'a formula has units of its own', item: charged({ kind: 'formula', text: '面积', terms: [{ id: 't', amount: 1, times: [{ kind: 'question', question: 'area' }] }] }) }, // prettier-ignore
  ],
  bad: [
    {
      name: 'another unit',
      item: charged({ kind: 'unit', amount: 1, unit: '平方米', question: 'area' }, '亩'),
      at: ['fees', 'list', 0, 'standard', 'unit'],
    },
    {
      name: 'a choice',
      item: charged({ kind: 'tiers', unit: '平方米', question: 'who', tiers: [] }),
      at: ['fees', 'list', 0, 'standard', 'question'],
    },
    {
      name: 'a factor from a choice',
      item: charged({ kind: 'formula', text: 'x', terms: [{ id: 't', amount: 1, times: [{ kind: 'question', question: 'who' }] }] }), // prettier-ignore
      at: ['fees', 'list', 0, 'standard', 'terms', 0, 'times', 0, 'question'],
    },
  ],
  mutations: [
    {
      name: 'by whether traffic is closed',
      edits: [
        { kind: 'set', path: ['fees', 'list', 0, 'standard', 'question'], value: 'traffic' },
        { kind: 'set', path: ['fees', 'list', 0, 'reductions', 0, 'when'], value: { area: { above: 1 } } },
      ],
    },
  ],
  check(item) {
    const questions = item.questions ?? [];
    return (item.fees?.list ?? []).flatMap((fee, i): Finding[] => {
      const { standard } = fee;
      const at = ['fees', 'list', i, 'standard'];
      const name = fee.name ?? fee.id ?? '';
      const choice = (path: Finding['path'], id: string | undefined): Finding[] => {
        const asked = questions.find((one) => one.id === id);
        if (asked?.kind !== 'choice') return [];
        return [
          {
            path,
            message: {
              zh: `“${name}”的数量取自选择题“${asked.text ?? id}”，算不出来。请改取数值问题。`,
              en: `"${name}" takes its quantity from "${asked.text ?? id}", which is a choice. Take it from a question for a number.`,
            },
          },
        ];
      };
      if (standard?.kind === 'formula')
        return (standard.terms ?? []).flatMap((term, j) =>
          (term.times ?? []).flatMap((factor, k) =>
            factor.kind === 'question'
              ? choice([...at, 'terms', j, 'times', k, 'question'], factor.question)
              : [],
          ),
        );
      if (standard?.kind !== 'unit' && standard?.kind !== 'tiers') return [];
      const id = quantityQuestion(fee);
      const asked = questions.find((one) => one.id === id);
      const { unit } = standard;
      if (asked?.kind !== 'number' || asked.unit === undefined || unit === undefined) return choice([...at, 'question'], id); // prettier-ignore
      if (asked.unit.trim() === unit.trim()) return [];
      return [
        {
          path: [...at, 'unit'],
          message: {
            zh: `“${name}”按${unit}收，数量问的却是${asked.unit}。请改成同一单位。`,
            en: `"${name}" is charged by ${unit}, and its quantity is asked in ${asked.unit}. Use one unit.`,
          },
        },
      ];
    });
  },
};
