import type { ItemRule } from '../rule.ts';

export const phonesBothDifferent: ItemRule = {
  id: 'phones-both-different',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '咨询电话、监督投诉电话都有，而且不是同一个',
    en: 'There are phones for advice and for complaint, and they differ',
  },
  why: {
    zh: '投诉打到被投诉的人那里，没有人会投诉。咨询和监督投诉各写一个电话，分属不同的人。',
    en: 'Nobody complains to the one complained of. Give a phone for advice and another, of somebody else, for complaint.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 65 },
    { law: 'administrative-licensing-law', article: 30, paragraph: 2 },
  ],
  good: [
    {
      name: 'two',
      division: '511500',
      item: { service: { phones: { advice: '0831-0003040', complaint: '0831-0003041' } } },
    },
    { name: 'nothing of the place written yet', division: '511500', item: { service: { inCentre: true } } },
    { name: 'no service written yet', division: '511500', item: {} },
  ],
  bad: [
    {
      name: 'the same',
      division: '511500',
      item: { service: { phones: { advice: '0831-0003040', complaint: '0831-0003040' } } },
      at: ['service', 'phones', 'complaint'],
    },
    {
      name: 'nobody to complain to',
      item: { service: { phones: { advice: '0831-0003040' } } },
      at: ['service', 'phones'],
    },
    {
      name: 'a window without phones',
      division: '511500',
      item: { service: { windows: ['yibin/construction'] } },
      at: ['service', 'phones'],
    },
  ],
  mutations: [
    {
      name: 'complaints go to the adviser',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'service', 'phones', 'complaint'], value: '0831-0003040' },
        ],
      },
    },
    {
      name: 'nobody to complain to',
      others: {
        '511500/construction-planning-permit.yaml': [
          { kind: 'remove', path: ['overlay', 'service', 'phones', 'complaint'] },
        ],
      },
    },
  ],
  check(item, { lookups }, { division }) {
    const { service } = item;
    if (service === undefined) return [];
    const { advice, complaint } = service.phones ?? {};
    if (advice !== undefined && advice === complaint)
      return [
        {
          path: ['service', 'phones', 'complaint'],
          message: {
            zh: `咨询和监督投诉是同一个电话 ${advice}。请另写一个由监督部门接听的投诉电话。`,
            en: `Advice and complaint have the same phone, ${advice}. Give another one for complaint, answered by those who supervise.`,
          },
        },
      ];
    const none = advice === undefined && complaint === undefined;
    if (advice !== undefined && complaint !== undefined) return [];
    // Phones are those of a place: who has not written where and when to go has not come to them yet.
    if (none && service.windows === undefined && service.hours === undefined) return [];
    const zh = none ? '咨询电话和监督投诉电话' : advice === undefined ? '咨询电话' : '监督投诉电话';
    const en = none
      ? 'phones for advice and complaint'
      : advice === undefined
        ? 'phone for advice'
        : 'phone for complaint';
    const place = division === '000000' ? '' : lookups.divisionName(division);
    return [
      {
        path: ['service', 'phones'],
        message: {
          zh: `${place}没有${zh}。请在 service.phones 中补上，带区号。`,
          en: `${place === '' ? 'There is' : `${place} has`} no ${en}. Add it in service.phones, with area code.`,
        },
      },
    ];
  },
};
