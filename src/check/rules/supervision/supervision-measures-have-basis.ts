import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

export const supervisionMeasuresHaveBasis: ItemRule = {
  id: 'supervision-measures-have-basis',
  family: 'supervision',
  scope: 'item',
  severity: 'info',
  title: { zh: '监管措施有依据', en: 'Measures of supervision have a basis' },
  why: {
    zh: '没有依据的检查会妨碍正常经营，也站不住脚。为每项监管措施引用条文。',
    en: 'An inspection without a basis disturbs honest business and does not stand. Cite an article for each measure.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 61 },
    { law: 'administrative-licensing-law', article: 62 },
  ],
  good: [
    {
      name: 'each with a basis',
      item: { supervision: { measures: [{ id: 'm', text: '日常检查。', basis: [{ law: 'a-law' }] }] } },
    },
    { name: 'none', item: { supervision: { none: '一次性许可，没有后续监管' } } },
  ],
  bad: [
    {
      name: 'two without, told once',
      item: {
        supervision: {
          measures: [
            { id: 'm', text: '日常检查。' },
            { id: 'n', text: '抽样检测。', basis: [] },
          ],
        },
      },
      at: ['supervision', 'measures', 0],
    },
  ],
  mutations: [
    {
      name: 'one without',
      edits: [{ kind: 'remove', path: ['supervision', 'measures', 1, 'basis'] }],
    },
  ],
  check(item) {
    if (!isPermit(item)) return [];
    const measures = item.supervision?.measures ?? [];
    const without = measures.flatMap(({ basis = [] }, i) => (basis.length === 0 ? [i] : []));
    const [first] = without;
    if (first === undefined) return [];
    return [
      {
        path: ['supervision', 'measures', first],
        message: {
          zh: `${measures.length} 项监管措施中有 ${without.length} 项没有依据。请为每项引用条文。`,
          en: `${without.length} of ${measures.length} measures of supervision have no basis. Cite an article for each.`,
        },
      },
    ];
  },
};
