import { formatLimit, weekParts } from '../../../procedure/index.ts';
import { isLongerThan } from '../otherwise.ts';
import type { Finding, ItemRule } from '../rule.ts';

/** Licensing Law Art. 47 and 48, in working days: within which a hearing is held, and before which notice is given. */
const held = 20;
const notice = 7;

export const hearingTimes: ItemRule = {
  id: 'hearing-times',
  family: 'procedure',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '听证在二十日内举行，七日前通知',
    en: 'A hearing is held within twenty days, with seven days’ notice',
  },
  why: {
    zh: '被告知听证权利后五日内提出申请的，二十日内组织听证，举行的七日前通知时间、地点。听证环节写 7 到 20 个工作日。',
    en: 'Who asks within five days of being told is heard within twenty, and is told time and place seven days before. Give the hearing 7 to 20 working days.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 47, paragraph: 1 },
    { law: 'administrative-licensing-law', article: 48 },
  ],
  good: [
    {
      name: 'twenty days',
      item: {
        procedure: { steps: [{ id: 'h', kind: 'hearing', days: { value: 20, unit: 'working-days' } }] },
      },
    },
    {
      name: 'no days, of which another rule speaks',
      item: { procedure: { steps: [{ id: 'h', kind: 'hearing' }] } },
    },
  ],
  bad: [
    {
      name: 'thirty days',
      item: {
        procedure: {
          steps: [{ id: 'h', name: '听证', kind: 'hearing', days: { value: 30, unit: 'working-days' } }],
        },
      },
      at: ['procedure', 'steps', 0, 'days', 'value'],
    },
    {
      name: 'three days, too few to be told in time',
      item: {
        procedure: {
          steps: [{ id: 'h', name: '听证', kind: 'hearing', days: { value: 3, unit: 'working-days' } }],
        },
      },
      at: ['procedure', 'steps', 0, 'days', 'value'],
    },
  ],
  mutations: [
    {
      name: 'a hearing of thirty days',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['procedure', 'steps', 2, 'kind'], value: 'hearing' },
          { kind: 'set', path: ['procedure', 'steps', 2, 'excluded'], value: true },
          { kind: 'set', path: ['procedure', 'steps', 2, 'actor', 'post'], value: '听证主持人' },
          { kind: 'set', path: ['procedure', 'steps', 2, 'days', 'value'], value: 30 },
        ],
      },
    },
  ],
  check(item) {
    return (item.procedure?.steps ?? []).flatMap((step, i): Finding[] => {
      const { kind, days } = step;
      if (kind !== 'hearing' || days?.value === undefined) return [];
      const name = step.name ?? step.id ?? '';
      const path = ['procedure', 'steps', i, 'days', 'value'];
      if (isLongerThan(days, held))
        return [
          {
            path,
            message: {
              zh: `“${name}”要 ${formatLimit(days)}，超过二十日。请改为 ${notice} 到 ${held} 个工作日。`,
              en: `"${name}" takes ${formatLimit(days, 'en')}, over twenty. Give it ${notice} to ${held} working days.`,
            },
          },
        ];
      const parts = weekParts(days);
      if (parts === undefined || parts >= weekParts({ value: notice, unit: 'working-days' })!) return [];
      return [
        {
          path,
          severity: 'warning',
          message: {
            zh: `“${name}”只有 ${formatLimit(days)}，来不及提前七日通知时间、地点。请改为 ${notice} 到 ${held} 个工作日。`,
            en: `"${name}" has ${formatLimit(days, 'en')}, too few to tell time and place seven days before. Give it ${notice} to ${held} working days.`,
          },
        },
      ];
    });
  },
};
