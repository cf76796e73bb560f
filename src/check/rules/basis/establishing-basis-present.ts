import type { ItemRule } from '../rule.ts';
import { isPermit } from './establishingBases.ts';

export const establishingBasisPresent: ItemRule = {
  id: 'establishing-basis-present',
  family: 'basis',
  scope: 'item',
  severity: 'error',
  title: { zh: '写明哪一条依据设定许可', en: 'Some basis establishes the permit' },
  why: {
    zh: '实施、监管的条文不设定许可，只有它们就看不出许可从哪里来。把设定许可的那一条找出来，作用写为“设定”。',
    en: 'Articles on carrying out or supervising a permit do not create it, so nobody sees where it comes from. Find the one that does and mark it as establishing.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 4 },
    { law: 'administrative-licensing-law', article: 17 },
  ],
  good: [
    { name: 'nothing is cited yet', item: { basics: { name: '甲许可' } } },
    {
      name: 'one establishes, one implements',
      item: {
        legalBasis: [
          { id: 'a', law: 'a-law', article: 3, role: 'establishes' },
          { id: 'b', law: 'a-regulation', article: 8, role: 'implements' },
        ],
      },
    },
    {
      name: 'a public service, which nobody need establish',
      item: {
        basics: { type: '20' },
        legalBasis: [{ id: 'a', law: 'a-notice', article: 3, role: 'implements' }],
      },
    },
    {
      name: 'a role that is not given yet',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3 }] },
    },
  ],
  bad: [
    {
      name: 'only implementation',
      item: { legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'implements' }] },
      at: ['legalBasis'],
    },
    {
      name: 'only supervision',
      item: {
        basics: { type: '01' },
        legalBasis: [{ id: 'a', law: 'a-law', article: 3, role: 'supervises' }],
      },
      at: ['legalBasis'],
    },
  ],
  mutations: [
    {
      name: 'what established it only implements it',
      edits: [0, 1].map((i) => ({ kind: 'set', path: ['legalBasis', i, 'role'], value: 'implements' })),
    },
  ],
  check(item) {
    const bases = item.legalBasis ?? [];
    const open = bases.some(({ role }) => role === undefined || role === 'establishes');
    if (bases.length === 0 || open || !isPermit(item)) return [];
    return [
      {
        path: ['legalBasis'],
        message: {
          zh: `引用的 ${bases.length} 条依据没有一条设定本许可。请把设定它的法律、法规的“作用”写为 establishes（设定）。`,
          en: `None of the ${bases.length} bases establishes this permit. Mark the law or regulation that does so as establishes.`,
        },
      },
    ];
  },
};
