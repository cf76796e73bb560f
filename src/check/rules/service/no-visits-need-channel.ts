import type { ItemRule } from '../rule.ts';

export const noVisitsNeedChannel: ItemRule = {
  id: 'no-visits-need-channel',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '不到现场的，可以网上或者邮寄办理',
    en: 'Without a visit there is a way to apply from afar',
  },
  why: {
    zh: '写着零次到现场，却只能在窗口办，是说空话。开通网上或者邮寄办理，或者更正次数。',
    en: 'No visits and only a window to apply at are empty words. Open a way online or by mail, or correct the number of visits.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 29, paragraph: 3 },
    { law: 'administrative-licensing-law', article: 33 },
  ],
  parameters: {
    fromAfar: {
      default: ['online', 'mail'],
      title: { zh: '不用到现场的办理形式', en: 'Channels that need no visit' },
    },
  },
  good: [
    { name: 'online', item: { service: { visits: 0, channels: ['window', 'online'] } } },
    { name: 'by mail', item: { service: { visits: 0, channels: ['mail'] } } },
    { name: 'one visit', item: { service: { visits: 1, channels: ['window'] } } },
    { name: 'no channels yet', item: { service: { visits: 0 } } },
    {
      name: 'a channel of this catalogue’s own',
      config: { rules: { 'no-visits-need-channel': { parameters: { fromAfar: ['3'] } } } },
      item: { service: { visits: 0, channels: ['1', '3'] } },
    },
  ],
  bad: [
    {
      name: 'a window alone',
      item: { service: { visits: 0, channels: ['window'] } },
      at: ['service', 'channels'],
    },
  ],
  mutations: [
    {
      name: 'a window alone',
      others: {
        '000000/construction-planning-permit.yaml': [
          { kind: 'set', path: ['service', 'channels'], value: ['window'] },
          { kind: 'set', path: ['service', 'onlineDepth'], value: '3' },
        ],
      },
    },
  ],
  check(item, { list, lookups }) {
    const { visits, channels = [] } = item.service ?? {};
    const fromAfar = list('fromAfar');
    if (visits !== 0 || channels.length === 0 || channels.some((one) => fromAfar.includes(one))) return [];
    const names = channels.map((one) => lookups.codeLabel('channels', one));
    return [
      {
        path: ['service', 'channels'],
        message: {
          zh: `到现场 0 次，办理形式却只有${names.map(({ zh }) => zh).join('、')}。请开通网上或者邮寄办理，或者更正次数。`,
          en: `It takes no visit, but the only way is ${names.map(({ en }) => en).join(', ')}. Open a way online or by mail, or correct the number of visits.`,
        },
      },
    ];
  },
};
