import type { ItemRule } from '../rule.ts';

const most = 5;

/** Licensing Law Art. 32: what is missing is said once, on the spot or within five days. */
export const acceptanceWithinFiveDays: ItemRule = {
  id: 'acceptance-within-five-days',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '受理或一次性告知补正不超过五个工作日',
    en: 'Accepting, or saying once what is missing, takes at most five working days',
  },
  why: {
    zh: '迟迟不受理是最常见的拖延。五日内一次告知补正，逾期不告知的自收到之日起即为受理；把受理时限改到五个工作日以内。',
    en: 'Not accepting is the commonest delay. What is missing is said once within five days, or the application counts as accepted; bring the limit to five working days.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 32 }],
  good: [
    { name: 'five days', item: { limits: { acceptance: { value: 5, unit: 'working-days' } } } },
    { name: 'on the spot', item: { limits: { acceptance: { value: 0, unit: 'working-days' } } } },
    { name: 'not written yet', item: { limits: {} } },
  ],
  bad: [
    {
      name: 'seven days',
      item: { limits: { acceptance: { value: 7, unit: 'working-days' } } },
      at: ['limits', 'acceptance', 'value'],
    },
    {
      name: 'calendar days above seven',
      item: { limits: { acceptance: { value: 10, unit: 'calendar-days' } } },
      at: ['limits', 'acceptance', 'value'],
    },
  ],
  mutations: [
    {
      name: 'eight working days',
      edits: [{ kind: 'set', path: ['limits', 'acceptance', 'value'], value: 8 }],
    },
  ],
  check(item) {
    const acceptance = item.limits?.acceptance;
    if (acceptance?.value === undefined) return [];
    // Five working days always lie within seven calendar days when no holiday falls among them.
    const allowed = acceptance.unit === 'calendar-days' ? 7 : most;
    if (acceptance.value <= allowed) return [];
    return [
      {
        path: ['limits', 'acceptance', 'value'],
        message: {
          zh: `受理时限（${acceptance.value}）超过五个工作日。收到材料之日起五日内不告知补正的，即为受理。改为 ${most} 个工作日以内。`,
          en: `The limit to accept (${acceptance.value}) is over five working days. What is not asked for in five days counts as accepted. Make it at most ${most}.`,
        },
        fix: {
          title: { zh: `受理时限改为 ${most} 个工作日`, en: `Accept within ${most} working days` },
          edits: [
            { kind: 'set', path: ['limits', 'acceptance', 'value'], value: most },
            ...(acceptance.unit === 'calendar-days'
              ? [{ kind: 'set', path: ['limits', 'acceptance', 'unit'], value: 'working-days' } as const]
              : []),
          ],
        },
      },
    ];
  },
};
