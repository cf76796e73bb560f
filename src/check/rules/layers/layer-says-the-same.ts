import type { LayerRule } from '../rule.ts';
import { departures } from './departures.ts';
import { findDepartures } from './departing.ts';

/**
 * Business Environment Regulation Art. 35: one item, one standard, published as one procedure. What a level repeats
 * is not wrong today, but stays behind when the level above changes.
 */
export const layerSaysTheSame: LayerRule = {
  id: 'layer-says-the-same',
  family: 'layers',
  scope: 'layer',
  severity: 'info',
  title: { zh: '与上级相同的内容不用再写', en: 'What stands above need not be written again' },
  why: {
    zh: '照抄上级的内容，上级改了它不会跟着改，日后就成了不一致。去掉即可沿用上级。',
    en: 'A copy does not follow when the level above changes and disagrees later. Take it out and the level above speaks.',
  },
  cites: [{ law: 'business-environment-regulation', article: 35 }],
  good: [
    {
      name: 'something else',
      base: { service: { hours: '全天' } },
      layers: [{ overlay: { service: { hours: '上午' } } }],
    },
    {
      name: 'back to what the nation says',
      base: { limits: { promised: { value: 5, unit: 'working-days' } } },
      layers: [
        { overlay: { service: { hours: '上午' } } },
        { overlay: { limits: { promised: { value: 4 } } } },
      ],
    },
  ],
  bad: [
    {
      name: 'the same hours',
      base: { service: { hours: '全天' } },
      layers: [{ overlay: { service: { hours: '全天' } } }],
      at: ['overlay', 'service', 'hours'],
    },
    {
      name: 'the same limit, its unit left out',
      base: { limits: { promised: { value: 5, unit: 'working-days' } } },
      layers: [{ overlay: { limits: { promised: { value: 5 } } } }],
      at: ['overlay', 'limits', 'promised', 'value'],
    },
    {
      name: 'a material taken out that is not there',
      base: { materials: { list: [{ id: 'a' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'b', $remove: true }] } } }],
      at: ['overlay', 'materials', 'list', 0],
    },
  ],
  mutations: [
    {
      name: 'a county repeats its city’s promise',
      others: {
        '511502/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'limits', 'promised', 'value'], value: 8 },
        ],
      },
    },
  ],
  check(subject, context) {
    if (departures(subject).every(({ kind }) => kind !== 'same' && kind !== 'nothing')) return [];
    return [
      ...findDepartures('same', subject, context, ({ field, above, origin }) => ({
        zh: `“${field.zh}”与${origin.zh}所写相同（${above.zh}）。可以去掉，沿用上级。`,
        en: `"${field.en}" is ${above.en}, as ${origin.en} says. Take it out and the level above speaks.`,
      })),
      ...findDepartures('nothing', subject, context, ({ field }) => ({
        zh: `要去掉的“${field.zh}”，上级本来没有。这一处可以删去。`,
        en: `"${field.en}" is taken out, but the levels above do not have it. Delete this.`,
      })),
    ];
  },
};
