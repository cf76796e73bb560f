import { isPermit } from '../basis/establishingBases.ts';
import type { ItemRule } from '../rule.ts';

export const remediesPresent: ItemRule = {
  id: 'remedies-present',
  family: 'supervision',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '写明行政复议和行政诉讼的途径',
    en: 'The ways to review and to court are told',
  },
  why: {
    zh: '不予许可要告知复议、诉讼的权利，写在指南里人才知道找谁、多久以内。写明复议机关、法院和期限。',
    en: 'Who is refused is told of review and court; a guide that says to whom and how long makes it real. Name the reviewing body, the court and their periods.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 7 },
    { law: 'administrative-licensing-law', article: 38, paragraph: 2 },
  ],
  good: [
    {
      name: 'both',
      item: {
        rights: {
          review: { body: '本级人民政府', days: 60 },
          litigation: { court: '基层人民法院', months: 6 },
        },
      },
    },
    { name: 'a draft without a result yet', item: {} },
    {
      name: 'a public service, which is no permit',
      item: { basics: { type: '20' }, result: { kind: 'document' } },
    },
  ],
  bad: [
    {
      name: 'no court',
      item: { rights: { review: { body: '本级人民政府', days: 60 } } },
      at: ['rights'],
    },
    { name: 'no rights at all', item: { result: { kind: 'document' } }, at: ['rights'] },
  ],
  mutations: [
    { name: 'no review', edits: [{ kind: 'remove', path: ['rights', 'review'] }] },
    { name: 'no rights at all', edits: [{ kind: 'remove', path: ['rights'] }] },
  ],
  check(item) {
    const { rights, result } = item;
    if (!isPermit(item) || (rights === undefined && result === undefined)) return [];
    const lacks = [
      ...(rights?.review === undefined ? [{ zh: '行政复议', en: 'review' }] : []),
      ...(rights?.litigation === undefined ? [{ zh: '行政诉讼', en: 'litigation' }] : []),
    ];
    if (lacks.length === 0) return [];
    return [
      {
        path: ['rights'],
        message: {
          zh: `没有写${lacks.map(({ zh }) => zh).join('和')}的途径。请在 rights 中写明向谁提出、多久以内。`,
          en: `Nothing is said of ${lacks.map(({ en }) => en).join(' and ')}. Say in rights to whom and within how long.`,
        },
      },
    ];
  },
};
