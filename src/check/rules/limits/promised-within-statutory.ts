import type { ItemRule } from '../rule.ts';

/** Licensing Law Art. 42: the promise is made within what the law allows. */
export const promisedWithinStatutory: ItemRule = {
  id: 'promised-within-statutory',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: { zh: '承诺时限不得长于法定时限', en: 'The promised limit is not longer than the statutory one' },
  why: {
    zh: '承诺是比法定更快，不能更慢。把承诺时限改到法定以内；法定时限写错了的，更正它。',
    en: 'A promise is faster than the law, never slower. Promise within the statutory limit, or correct that limit where it was written wrongly.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 42 }],
  good: [
    {
      name: 'shorter',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 5, unit: 'working-days' },
        },
      },
    },
    {
      name: 'equal',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 20, unit: 'working-days' },
        },
      },
    },
    {
      name: 'calendar days, which may be fewer working days than allowed',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 25, unit: 'calendar-days' },
        },
      },
    },
    {
      name: 'working days, which may fit the calendar days allowed',
      item: {
        limits: {
          statutory: { value: 20, unit: 'calendar-days' },
          promised: { value: 14, unit: 'working-days' },
        },
      },
    },
    { name: 'nothing written yet', item: { limits: {} } },
  ],
  bad: [
    {
      name: 'longer',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 30, unit: 'working-days' },
        },
      },
      at: ['limits', 'promised', 'value'],
    },
    {
      name: 'more working days than the calendar days allowed',
      item: {
        limits: {
          statutory: { value: 20, unit: 'calendar-days' },
          promised: { value: 21, unit: 'working-days' },
        },
      },
      at: ['limits', 'promised', 'value'],
    },
  ],
  mutations: [
    {
      name: 'the base promises more than the law allows',
      edits: [{ kind: 'set', path: ['limits', 'promised', 'value'], value: 25 }],
    },
  ],
  check(item) {
    const { statutory, promised } = item.limits ?? {};
    if (statutory?.value === undefined || promised?.value === undefined) return [];
    // So many working days last at least as many calendar days; the other way round nothing can be said.
    const comparable = statutory.unit === promised.unit || promised.unit === 'working-days';
    if (!comparable || promised.value <= statutory.value) return [];
    return [
      {
        path: ['limits', 'promised', 'value'],
        message: {
          zh: `承诺时限（${promised.value}）长于法定时限（${statutory.value}）。改为不超过 ${statutory.value}，或更正法定时限。`,
          en: `The promised limit (${promised.value}) is longer than the statutory one (${statutory.value}). Promise at most ${statutory.value}, or correct the statutory limit.`,
        },
        fix: {
          title: { zh: `承诺时限改为 ${statutory.value}`, en: `Promise ${statutory.value}` },
          edits: [{ kind: 'set', path: ['limits', 'promised', 'value'], value: statutory.value }],
        },
      },
    ];
  },
};
