import type { LookupData, Lookups } from '../../../catalogue/index.ts';
import type { ItemRule } from '../rule.ts';

/** Where a centre stands; without one in the catalogue there is no window to name. */
const places = new WeakMap<LookupData['centres'], ReadonlySet<string>>();

function hasCentre(division: string, { data: { centres } }: Lookups): boolean {
  const known = places.get(centres) ?? new Set(centres.map((centre) => centre.division ?? ''));
  places.set(centres, known);
  return known.has(division);
}

export const inCentreHasWindow: ItemRule = {
  id: 'in-centre-has-window',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: { zh: '进驻政务服务中心的写明窗口', en: 'What is handled at the centre names its window' },
  why: {
    zh: '只说在大厅，人到了还要一个个窗口问。写明办理窗口；不能到窗口办的，从办理形式中去掉窗口。',
    en: 'Who is told of the centre alone asks from window to window. Name the window, or take it out of the channels.',
  },
  cites: [{ law: 'business-environment-regulation', article: 36, paragraph: 3 }],
  parameters: {
    windowChannel: { default: 'window', title: { zh: '窗口办理的代码', en: 'Code of the window channel' } },
  },
  good: [
    {
      name: 'a window',
      division: '511500',
      item: { service: { inCentre: true, channels: ['window'], windows: ['yibin/construction'] } },
    },
    {
      name: 'a division whose centre the catalogue does not know',
      division: '510700',
      item: { service: { inCentre: true, channels: ['window'] } },
    },
    {
      name: 'online only',
      division: '511500',
      item: { service: { inCentre: true, channels: ['online'] } },
    },
  ],
  bad: [
    {
      name: 'no window',
      division: '511500',
      item: { service: { inCentre: true, channels: ['window', 'online'] } },
      at: ['service', 'windows'],
    },
  ],
  mutations: [
    {
      name: 'no window',
      others: {
        '511500/construction-planning-permit.yaml': [
          { kind: 'remove', path: ['overlay', 'service', 'windows'] },
        ],
      },
    },
  ],
  check(item, { lookups, text }, { division }) {
    const { inCentre, channels = [], windows = [] } = item.service ?? {};
    if (inCentre !== true || windows.length > 0 || !channels.includes(text('windowChannel'))) return [];
    if (!hasCentre(division, lookups)) return [];
    const place = lookups.divisionName(division);
    return [
      {
        path: ['service', 'windows'],
        message: {
          zh: `${place}已进驻政务服务中心，没有写在哪个窗口办。请在 service.windows 中写明。`,
          en: `In ${place} the item is handled at the centre, and no window is named. Name it in service.windows.`,
        },
      },
    ];
  },
};
