import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

export const abolishedNotRun: ItemRule = {
  id: 'abolished-not-run',
  family: 'reform',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '已经取消审批的不再作为许可实施',
    en: 'What is abolished is not run as a permit',
  },
  why: {
    zh: '对已取消的许可，机关不得继续实施或者变相实施。把事项状态改为取消；没有取消的，更正改革方式。',
    en: 'An abolished permit must not be run on, nor in disguise. Set its state to cancelled, or correct the way of reform.',
  },
  cites: [{ law: 'business-environment-regulation', article: 40, paragraph: 2 }],
  good: [
    {
      name: 'cancelled',
      item: { basics: { type: '01', state: 'cancelled' }, reform: { way: 'abolish' } },
    },
    {
      name: 'a filing, of which another rule speaks',
      item: { basics: { type: '01', state: 'in-force' }, reform: { way: 'filing' } },
    },
    {
      name: 'made easier',
      item: { basics: { type: '01', state: 'in-force' }, reform: { way: 'optimise' } },
    },
  ],
  bad: [
    {
      name: 'abolished and in force',
      item: { basics: { type: '01', state: 'in-force' }, reform: { way: 'abolish' } },
      at: ['reform', 'way'],
    },
  ],
  mutations: [
    {
      name: 'abolished and in force',
      edits: [{ kind: 'set', path: ['reform', 'way'], value: 'abolish' }],
    },
  ],
  check(item) {
    const { way } = item.reform ?? {};
    if (way !== 'abolish' || item.basics?.state !== 'in-force') return [];
    if (item.basics.type === undefined || !isPermit(item)) return [];
    return [
      {
        path: ['reform', 'way'],
        message: {
          zh: '改革方式是直接取消审批，事项却仍作为许可施行。请把状态改为取消，或者更正改革方式。',
          en: 'By its way of reform it is abolished, yet it is run as a permit in force. Set its state to cancelled, or correct the way.',
        },
      },
    ];
  },
};
