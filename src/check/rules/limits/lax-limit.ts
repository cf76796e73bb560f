import { formatLimit } from '../../../procedure/index.ts';
import { isPermit } from '../basis/establishingBases.ts';
import { isLongerThan, isSetOtherwise } from '../otherwise.ts';
import { lawInWords, regulationOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';
import { statutoryBasis } from './statutoryBasis.ts';

/** No fault of the procedure: whoever made the law is told by an objection. */
export const laxLimit: ItemRule = {
  id: 'lax-limit',
  family: 'limits',
  scope: 'item',
  severity: 'info',
  title: {
    zh: '法定时限过宽的，向制定机关提出异议',
    en: 'Of a lawful but lax limit an objection is raised',
  },
  why: {
    zh: '期限合法但太长，下级无权改，只能提意见。先在承诺时限中压缩，再就法定时限向制定机关提出有理由的异议。',
    en: 'A limit may be lawful and too long; a lower level cannot change it, only object. Shorten the promise, and object with reasons to whoever set the limit.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 6 },
    { law: 'administrative-licensing-law', article: 20, paragraph: 2 },
  ],
  parameters: {
    workingDays: {
      default: 60,
      title: { zh: '多少个工作日起算过宽', en: 'Working days from which a limit is lax' },
    },
  },
  good: [
    {
      name: 'forty-five by a regulation',
      item: {
        limits: {
          statutory: { value: 45, unit: 'working-days', basis: [{ law: 'a-regulation', article: 19 }] },
        },
      },
    },
    {
      name: 'ninety without a law, of which another rule speaks',
      item: { limits: { statutory: { value: 90, unit: 'working-days' } } },
    },
    {
      name: 'eighty calendar days, which are fewer than sixty working days',
      item: {
        limits: {
          statutory: { value: 80, unit: 'calendar-days', basis: [{ law: 'a-regulation', article: 19 }] },
        },
      },
    },
    {
      name: 'sixty where the catalogue bears more',
      config: { rules: { 'lax-limit': { parameters: { workingDays: 90 } } } },
      item: {
        limits: { statutory: { value: 60, unit: 'working-days', basis: [{ law: 'a-law', article: 8 }] } },
      },
    },
  ],
  bad: [
    {
      name: 'ninety by a regulation',
      item: {
        limits: {
          statutory: { value: 90, unit: 'working-days', basis: [{ law: 'a-regulation', article: 19 }] },
        },
      },
      at: ['limits', 'statutory', 'value'],
    },
  ],
  mutations: [
    {
      name: 'ninety days by a regulation',
      edits: [
        { kind: 'set', path: ['limits', 'statutory', 'value'], value: 90 },
        {
          kind: 'set',
          path: ['limits', 'statutory', 'basis'],
          value: [{ law: 'a-regulation', article: 19 }],
        },
      ],
    },
  ],
  check(item, { lookups, number }) {
    const { statutory } = item.limits ?? {};
    const lax = number('workingDays');
    if (!isPermit(item) || !isLongerThan(statutory, lax - 1)) return [];
    const basis = statutoryBasis(item);
    if (!isSetOtherwise(basis, regulationOrAbove, lookups)) return [];
    const laws = [...new Set(basis.map(({ law = '' }) => law))].map((law) => lawInWords(law, lookups));
    return [
      {
        path: ['limits', 'statutory', 'value'],
        message: {
          zh: `法定时限 ${formatLimit(statutory)}合法但过宽（依据${laws.map(({ zh }) => zh).join('、')}）。请在承诺时限中压缩，并向制定机关提出异议。`,
          en: `The statutory limit of ${formatLimit(statutory, 'en')} is lawful but lax (${laws.map(({ en }) => en).join(', ')}). Shorten the promise, and object to whoever set it.`,
        },
      },
    ];
  },
};
