import { isPermit } from '../basis/establishingBases.ts';
import { isSpecialStep } from '../../../procedure/index.ts';
import type { ItemRule } from '../rule.ts';

export const handledAtWindowByTwoPosts: ItemRule = {
  id: 'handled-at-window-by-two-posts',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '没有特别程序、不上报的事项在窗口一审一核',
    en: 'An item without special steps or report upward is examined and approved at its window by two posts',
  },
  why: {
    zh: '只看材料就能定的事，回机关层层签批是白等；一个人又审又批，没有人把关。授权窗口决定，由窗口人员审、首席代表核。',
    en: 'What papers alone decide need not go back to the department for signatures, nor rest with one person. Let the window decide: a clerk examines and the chief representative approves.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 26, paragraph: 1 },
    { law: 'business-environment-regulation', article: 36 },
  ],
  good: [
    {
      name: 'two posts at the window',
      item: {
        procedure: {
          steps: [
            { id: 'r', kind: 'review', actor: { post: '审查岗' } },
            { id: 'd', kind: 'decide', actor: { post: '首席代表' } },
          ],
        },
        service: { placeOfDecision: 'window' },
      },
    },
    {
      name: 'a site inspection, by the department',
      item: {
        procedure: {
          steps: [
            { id: 's', kind: 'site-inspection' },
            { id: 'd', kind: 'decide' },
          ],
        },
        service: { placeOfDecision: 'department' },
      },
    },
    {
      name: 'a first review that is reported upward',
      item: {
        basics: { firstReview: { level: 'city' } },
        procedure: { steps: [{ id: 'd', kind: 'decide' }] },
        service: { placeOfDecision: 'department' },
      },
    },
    {
      name: 'not moved into the centre',
      item: {
        procedure: { steps: [{ id: 'd', kind: 'decide' }] },
        service: { inCentre: false, placeOfDecision: 'department' },
      },
    },
  ],
  bad: [
    {
      name: 'decided back at the department',
      item: {
        procedure: {
          steps: [
            { id: 'r', kind: 'review', actor: { post: '审查岗' } },
            { id: 'd', kind: 'decide', actor: { post: '分管负责人' } },
          ],
        },
        service: { placeOfDecision: 'department' },
      },
      at: ['service', 'placeOfDecision'],
    },
    {
      name: 'one examines and approves',
      item: {
        procedure: {
          steps: [
            { id: 'r', kind: 'review', actor: { post: '首席代表' } },
            { id: 'd', name: '决定', kind: 'decide', actor: { post: '首席代表' } },
          ],
        },
        service: { placeOfDecision: 'window' },
      },
      at: ['procedure', 'steps', 1, 'actor', 'post'],
    },
  ],
  mutations: [
    {
      name: 'papers that the department decides',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'remove', path: ['procedure', 'steps', 2] },
          { kind: 'set', path: ['procedure', 'steps', 2, 'after'], value: ['review'] },
        ],
      },
    },
  ],
  check(item) {
    const steps = item.procedure?.steps ?? [];
    const { inCentre, placeOfDecision } = item.service ?? {};
    // Several bodies, or levels of one line: either way no window settles it by itself.
    const reported = item.basics?.firstReview !== undefined || (item.authority?.joint ?? []).length > 1;
    if (!isPermit(item) || inCentre === false || reported) return [];
    if (steps.length === 0 || steps.some(isSpecialStep)) return [];
    if (placeOfDecision === 'department')
      return [
        {
          path: ['service', 'placeOfDecision'],
          message: {
            zh: '本事项没有特别程序，也不用上报，却要回机关决定。请授权窗口一审一核：窗口人员审查，首席代表核准，决定地点写窗口。',
            en: 'The item has no special step and is not reported upward, yet the department decides. Let the window do it: a clerk examines, the chief representative approves, and the place of decision is the window.',
          },
        },
      ];
    if (placeOfDecision !== 'window') return [];
    const examiners = steps.flatMap(({ kind, actor }) => (kind === 'review' ? (actor?.post ?? []) : []));
    const decides = steps.findIndex(({ kind }) => kind === 'decide');
    const post = steps[decides]?.actor?.post;
    if (post === undefined || examiners.length === 0 || examiners.some((one) => one !== post)) return [];
    return [
      {
        path: ['procedure', 'steps', decides, 'actor', 'post'],
        message: {
          zh: `审查和决定都由“${post}”一个岗位做，没有一审一核。请由窗口人员审查，首席代表核准。`,
          en: `Review and decision are by the one post "${post}". Let a window clerk examine and the chief representative approve.`,
        },
      },
    ];
  },
};
