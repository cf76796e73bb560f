import { caseWhere, caseWords } from '../../../procedure/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';
import { whenOf } from './whenOf.ts';

const variants: Draft<Item>['variants'] = [
  { id: 'new', name: '新办' },
  { id: 'renewal', name: '延续' },
];

export const caseWithoutDecision: ItemRule = {
  id: 'case-without-decision',
  family: 'cases',
  scope: 'item',
  severity: 'warning',
  title: { zh: '每种情形都走到决定', en: 'Every case leads to a decision' },
  why: {
    zh: '受理了就要作出书面决定。决定环节加了适用情形，有的情形就没有人决定。给这种情形补一个决定环节，或去掉适用情形。',
    en: 'What is accepted has to be decided in writing. A "when" on the step that decides leaves some cases undecided: give them one, or take the "when" off.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 38 }],
  good: [
    {
      name: 'decided always',
      item: { variants, procedure: { steps: [{ id: 'd', kind: 'decide' }] } },
    },
    {
      name: 'decided by one or the other',
      item: {
        variants,
        procedure: {
          steps: [
            { id: 'a', kind: 'decide', when: { variant: ['new'] } },
            { id: 'b', kind: 'decide', when: { variant: ['renewal'] } },
          ],
        },
      },
    },
    {
      name: 'no step decides: another rule says so',
      item: { procedure: { steps: [{ id: 'a', kind: 'accept' }] } },
    },
  ],
  bad: [
    {
      name: 'a renewal that nobody decides',
      item: { variants, procedure: { steps: [{ id: 'd', kind: 'decide', name: '决定', when: { variant: ['new'] } }] } }, // prettier-ignore
      at: ['procedure', 'steps', 0, 'when'],
    },
  ],
  mutations: [
    {
      name: 'a change that nobody decides',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 4, 'when'], value: { variant: ['new'] } }],
    },
  ],
  check(item) {
    const steps = item.procedure?.steps ?? [];
    const deciding = steps.filter(({ kind }) => kind === 'decide');
    if (deciding.length === 0 || deciding.some(({ when }) => when === undefined)) return [];
    const found = caseWhere(spaceOf(item), { none: deciding.map(whenOf) });
    if (found.kind !== 'case') return [];
    const words = caseWords(item, found.answers);
    const last = steps.lastIndexOf(deciding.at(-1)!);
    return [
      {
        path: ['procedure', 'steps', last, 'when'],
        message: {
          zh: `${words}的，没有决定环节。请给这种情形补上，或去掉决定环节的适用情形。`,
          en: `Who answers ${words} gets no decision. Add the step, or take the "when" off the one that decides.`,
        },
      },
    ];
  },
};
