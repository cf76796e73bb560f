import type { Finding, ItemRule } from '../rule.ts';

export const onlineDepthFitsVisits: ItemRule = {
  id: 'online-depth-fits-visits',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '全程网办的不用到现场，而且可以网上办理',
    en: 'What is wholly online takes no visit and has an online channel',
  },
  why: {
    zh: '写全程网办，人却还要跑一趟，统计好看，群众不买账。更正网办深度，或者把到现场次数减为 0。',
    en: 'Wholly online with a visit looks well in the figures only. Correct the online depth, or make it no visits.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 33 },
    { law: 'business-environment-regulation', article: 37, paragraph: 1 },
  ],
  parameters: {
    whollyOnline: { default: '4', title: { zh: '全程网办的网办深度代码', en: 'Code of wholly online' } },
    onlineChannel: { default: 'online', title: { zh: '网上办理的代码', en: 'Code of the online channel' } },
  },
  good: [
    {
      name: 'wholly online and no visit',
      item: { service: { onlineDepth: '4', visits: 0, channels: ['window', 'online'] } },
    },
    { name: 'half online and a visit', item: { service: { onlineDepth: '3', visits: 1 } } },
    { name: 'visits not written yet', item: { service: { onlineDepth: '4' } } },
  ],
  bad: [
    {
      name: 'a visit',
      item: { service: { onlineDepth: '4', visits: 1 } },
      at: ['service', 'onlineDepth'],
    },
    {
      name: 'no online channel',
      item: { service: { onlineDepth: '4', visits: 0, channels: ['mail'] } },
      at: ['service', 'onlineDepth'],
    },
  ],
  mutations: [
    {
      name: 'wholly online with a visit',
      edits: [{ kind: 'set', path: ['service', 'onlineDepth'], value: '4' }],
    },
  ],
  check(item, { text }): Finding[] {
    const { onlineDepth, visits, channels } = item.service ?? {};
    if (onlineDepth !== text('whollyOnline')) return [];
    const path = ['service', 'onlineDepth'];
    if (visits !== undefined && visits > 0)
      return [
        {
          path,
          message: {
            zh: `全程网办，却要到现场 ${visits} 次。请更正网办深度，或者把到现场次数改为 0。`,
            en: `It is wholly online and takes ${visits} ${visits === 1 ? 'visit' : 'visits'}. Correct the online depth, or make it no visits.`,
          },
        },
      ];
    if (channels === undefined || channels.includes(text('onlineChannel'))) return [];
    return [
      {
        path,
        message: {
          zh: '全程网办，办理形式里却没有网上办理。请补上网上办理，或者更正网办深度。',
          en: 'It is wholly online, but no channel is online. Add it, or correct the online depth.',
        },
      },
    ];
  },
};
