import { caseWhere, caseWords } from '../../../procedure/index.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';
import { whenOf } from './whenOf.ts';

const questions: Draft<Item>['questions'] = [
  { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'firm', text: '企业' }, { id: 'person', text: '个人' }] }, // prettier-ignore
];

export const caseWithoutMaterials: ItemRule = {
  id: 'case-without-materials',
  family: 'cases',
  scope: 'item',
  severity: 'warning',
  title: { zh: '每种情形都有申请材料', en: 'Every case has materials' },
  why: {
    zh: '材料都加了适用情形，有的申请人照着回答，一份材料也不剩，连申请书都没有。漏掉了哪种人，就给他补上；人人要交的，去掉适用情形。',
    en: 'Where every material has a case, some answers may leave none, not even an application. Add what those applicants need, or take the "when" off what everybody hands in.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 1 }],
  good: [
    {
      name: 'one for everybody',
      item: { questions, materials: { list: [{ id: 'a' }, { id: 'b', when: { who: ['firm'] } }] } },
    },
    {
      name: 'one for each',
      item: { questions, materials: { list: [{ id: 'a', when: { who: ['firm'] } }, { id: 'b', when: { who: ['person'] } }] } }, // prettier-ignore
    },
    { name: 'none at all, and why', item: { questions, materials: { none: '不用交材料' } } },
    {
      name: 'a question that is not there yet hides nothing',
      item: { materials: { list: [{ id: 'a', when: { who: ['firm'] } }] } },
    },
  ],
  bad: [
    {
      name: 'nothing for a person',
      item: { questions, materials: { list: [{ id: 'a', when: { who: ['firm'] } }] } },
      at: ['materials', 'list'],
    },
    {
      name: 'nothing for a renewal',
      item: {
        variants: [{ id: 'new', name: '新办' }, { id: 'renewal', name: '延续' }], // prettier-ignore
        materials: { list: [{ id: 'a', when: { variant: ['new'] } }] },
      },
    },
  ],
  mutations: [
    {
      name: 'all of them only where traffic is closed',
      edits: [0, 1, 2, 3, 4].map((at) => ({
        kind: 'set' as const,
        path: ['materials', 'list', at, 'when'],
        value: { traffic: ['yes'] },
      })),
    },
  ],
  check(item) {
    const list = item.materials?.list;
    if (list === undefined || list.length === 0 || list.some(({ when }) => when === undefined)) return [];
    const found = caseWhere(spaceOf(item), { none: list.map(whenOf) });
    if (found.kind !== 'case') return [];
    const words = caseWords(item, found.answers);
    return [
      {
        path: ['materials', 'list'],
        message: {
          zh: `${words}的，一份材料也不用交。请给这种情形补上材料；人人要交的，去掉适用情形。`,
          en: `Who answers ${words} has no material to hand in. Add what this case needs, or take the "when" off what everybody hands in.`,
        },
      },
    ];
  },
};
