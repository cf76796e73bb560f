import { formatLimit } from '../../../procedure/index.ts';
import { isLongerThan } from '../otherwise.ts';
import type { Finding, ItemRule } from '../rule.ts';

/** Licensing Law Art. 32, in working days. */
const most = 5;

export const supplementOnce: ItemRule = {
  id: 'supplement-once',
  family: 'procedure',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '补正一次告知，五日以内',
    en: 'What is missing is said once, within five days',
  },
  why: {
    zh: '一次次补正是申请人最怕的。补正环节只留一个，五日内一次告知全部内容，逾期不告知的即为受理。',
    en: 'To be asked again and again is what applicants fear most. Keep one step for what is missing, which says all of it within five days; after that the application counts as accepted.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 32, paragraph: 1 }],
  good: [
    {
      name: 'one of five days',
      item: {
        procedure: { steps: [{ id: 's', kind: 'supplement', days: { value: 5, unit: 'working-days' } }] },
      },
    },
    {
      name: 'two for different cases',
      item: {
        procedure: {
          steps: [
            { id: 's', kind: 'supplement', when: { way: ['online'] } },
            { id: 't', kind: 'supplement', when: { way: ['window'] } },
          ],
        },
      },
    },
    { name: 'none', item: { procedure: { steps: [{ id: 'a', kind: 'accept' }] } } },
  ],
  bad: [
    {
      name: 'twice',
      item: {
        procedure: {
          steps: [
            { id: 's', name: '补正', kind: 'supplement' },
            { id: 't', name: '再次补正', kind: 'supplement' },
          ],
        },
      },
      at: ['procedure', 'steps', 1],
    },
    {
      name: 'in ten days',
      item: {
        procedure: {
          steps: [{ id: 's', name: '补正', kind: 'supplement', days: { value: 10, unit: 'working-days' } }],
        },
      },
      at: ['procedure', 'steps', 0, 'days', 'value'],
    },
  ],
  mutations: [
    {
      name: 'asked in eight days',
      edits: [
        {
          kind: 'insert',
          path: ['procedure', 'steps', 1],
          value: {
            id: 'supplement',
            name: '一次性告知补正',
            kind: 'supplement',
            actor: { post: '综合窗口' },
            days: { value: 8, unit: 'working-days' },
            after: ['accept'],
          },
        },
      ],
    },
  ],
  check(item) {
    const found: Finding[] = [];
    let always = false;
    (item.procedure?.steps ?? []).forEach((step, i) => {
      if (step.kind !== 'supplement') return;
      const name = step.name ?? step.id ?? '';
      if (always && step.when === undefined)
        found.push({
          path: ['procedure', 'steps', i],
          message: {
            zh: `“${name}”是又一次补正。需要补正的内容要一次告知：请并入前一个补正环节。`,
            en: `"${name}" asks for what is missing a second time. All of it is said once: join it to the step before.`,
          },
        });
      else if (isLongerThan(step.days, most))
        found.push({
          path: ['procedure', 'steps', i, 'days', 'value'],
          message: {
            zh: `“${name}”要 ${formatLimit(step.days)}，超过五日；五日内不告知的，自收到材料之日起即为受理。请改为 ${most} 个工作日以内。`,
            en: `"${name}" takes ${formatLimit(step.days, 'en')}, over five; after that the application counts as accepted. Make it at most ${most} working days.`,
          },
        });
      if (step.when === undefined) always = true;
    });
    return found;
  },
};
