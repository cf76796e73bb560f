import { isSpecialStep } from '../../../procedure/index.ts';
import type { ItemRule } from '../rule.ts';

export const instantWithoutSpecialSteps: ItemRule = {
  id: 'instant-without-special-steps',
  family: 'limits',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '即办件没有现场核查、评审、公示等特别程序',
    en: 'An instant item has no site visit, review by experts or other special step',
  },
  why: {
    zh: '要到现场、要专家评审的，不可能当场决定，写成即办件是失信的承诺。去掉这个环节，或者改为承诺件并写明时限。',
    en: 'What needs a visit or experts cannot be decided on the spot, so the word instant is not kept. Drop the step, or make it a promised item with its limit.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 34, paragraph: 2 }],
  good: [
    {
      name: 'accepted, examined and decided on the spot',
      item: {
        basics: { handling: 'instant' },
        procedure: {
          steps: [
            { id: 'a', kind: 'accept' },
            { id: 'r', kind: 'review' },
            { id: 'd', kind: 'decide' },
          ],
        },
      },
    },
    {
      name: 'a visit in some cases only',
      item: {
        basics: { handling: 'instant' },
        procedure: { steps: [{ id: 's', kind: 'site-inspection', when: { kind: ['large'] } }] },
      },
    },
    {
      name: 'a promised item with a visit',
      item: {
        basics: { handling: 'promised' },
        procedure: { steps: [{ id: 's', kind: 'site-inspection' }] },
      },
    },
  ],
  bad: [
    {
      name: 'a visit',
      item: {
        basics: { handling: 'instant' },
        procedure: { steps: [{ id: 's', name: '现场核查', kind: 'site-inspection' }] },
      },
      at: ['procedure', 'steps', 0, 'kind'],
    },
  ],
  mutations: [
    {
      name: 'a notice to the public on the spot',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['basics', 'handling'], value: 'instant' },
          { kind: 'set', path: ['procedure', 'steps', 1, 'days', 'value'], value: 0 },
          { kind: 'set', path: ['procedure', 'steps', 2, 'days', 'value'], value: 0 },
          { kind: 'set', path: ['procedure', 'steps', 3, 'days', 'value'], value: 0 },
          { kind: 'set', path: ['limits', 'promised', 'value'], value: 0 },
        ],
      },
    },
  ],
  check(item) {
    if (item.basics?.handling !== 'instant') return [];
    const steps = item.procedure?.steps ?? [];
    const i = steps.findIndex((step) => step.when === undefined && isSpecialStep(step));
    const step = steps[i];
    if (step === undefined) return [];
    const name = step.name ?? step.id ?? '';
    return [
      {
        path: ['procedure', 'steps', i, 'kind'],
        message: {
          zh: `即办件有“${name}”这一特别程序，当场办不结。请去掉这个环节，或者把办件类型改为承诺件并写明时限。`,
          en: `An instant item has the special step "${name}" and cannot be settled on the spot. Drop the step, or make it a promised item with its limit.`,
        },
      },
    ];
  },
};
