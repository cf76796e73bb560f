import type { Finding, ItemRule } from '../rule.ts';
import { isSpecialStep } from '../../../procedure/index.ts';

export const specialStepStatesDays: ItemRule = {
  id: 'special-step-states-days',
  family: 'procedure',
  scope: 'item',
  severity: 'warning',
  title: { zh: '特别程序写明所需时间', en: 'A special step says how long it takes' },
  why: {
    zh: '现场核查、评审、公示没有期限，整个承诺就没有着落。写明每个特别程序的天数，限时办结。',
    en: 'A visit, a review by experts or a notice without a limit leaves the whole promise open. Say how many days each special step takes.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 45 },
    { law: 'business-environment-regulation', article: 36, paragraph: 1 },
  ],
  good: [
    {
      name: 'a visit of three days',
      item: {
        procedure: {
          steps: [{ id: 's', kind: 'site-inspection', days: { value: 3, unit: 'working-days' } }],
        },
      },
    },
    { name: 'a review is no special step', item: { procedure: { steps: [{ id: 'r', kind: 'review' }] } } },
    {
      name: 'one that is left out of the limit, of which another rule speaks',
      item: { procedure: { steps: [{ id: 'h', kind: 'hearing', excluded: true }] } },
    },
  ],
  bad: [
    {
      name: 'a visit without days',
      item: { procedure: { steps: [{ id: 's', name: '现场核查', kind: 'site-inspection' }] } },
      at: ['procedure', 'steps', 0],
    },
  ],
  mutations: [
    {
      name: 'a site inspection without days',
      edits: [{ kind: 'remove', path: ['procedure', 'steps', 3, 'days'] }],
    },
  ],
  check(item) {
    return (item.procedure?.steps ?? []).flatMap((step, i): Finding[] => {
      if (!isSpecialStep(step) || step.excluded === true || step.days !== undefined) return [];
      const name = step.name ?? step.id ?? '';
      return [
        {
          path: ['procedure', 'steps', i],
          message: {
            zh: `特别程序“${name}”没有写所需时间。请写明 days，限时办结。`,
            en: `The special step "${name}" does not say how long it takes. Give its days.`,
          },
        },
      ];
    });
  },
};
