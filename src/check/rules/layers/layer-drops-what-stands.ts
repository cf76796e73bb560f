import type { LayerRule } from '../rule.ts';
import { findDepartures } from './departing.ts';

/**
 * Licensing Law Art. 16: what the level above has set is carried out below. To the bases, the measures of
 * supervision and the reductions of a fee a level may add; those that stand stay.
 */
export const layerDropsWhatStands: LayerRule = {
  id: 'layer-drops-what-stands',
  family: 'layers',
  scope: 'layer',
  severity: 'error',
  title: {
    zh: '下级不得去掉依据、监管措施和减免',
    en: 'A lower level drops no basis, supervising measure or reduction',
  },
  why: {
    zh: '依据、监管措施和收费减免由上级定下，下级可以增加，不能减少。去掉本级的改动，沿用上级。',
    en: 'Bases, supervising measures and reductions are set above; a level may add to them and not take them away. Keep what stands above.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 16 }],
  good: [
    {
      name: 'a greater reduction, for more',
      base: {
        fees: {
          list: [
            {
              id: 'a',
              reductions: [{ id: 'x', text: '减半。', when: { who: ['person'] }, effect: { kind: 'percent', percent: 50 } }], // prettier-ignore
            },
          ],
        },
      },
      layers: [
        {
          overlay: {
            fees: {
              list: [
                {
                  id: 'a',
                  reductions: [{ id: 'x', when: { who: ['person', 'firm'] }, effect: { kind: 'exempt' } }],
                  reductionsAdd: true,
                },
              ],
            },
          },
        },
      ],
    },
    {
      name: 'a measure more',
      base: { supervision: { measures: [{ id: 'a', text: '抽查。' }] } },
      layers: [{ overlay: { supervision: { measures: [{ id: 'b', text: '年报。' }] } } }],
    },
    {
      name: 'a citation beside that of the base',
      base: { conditions: { grant: [{ id: 'a', text: '甲。', basis: [{ law: 'a-law', article: 3 }] }] } },
      layers: [
        {
          overlay: {
            conditions: {
              grant: [
                {
                  id: 'a',
                  basis: [
                    { law: 'a-law', article: 3 },
                    { law: 'a-local-regulation', article: 8 },
                  ],
                },
              ],
            },
          },
        },
      ],
    },
  ],
  bad: [
    {
      name: 'a reduction is taken out',
      base: { fees: { list: [{ id: 'a', name: '甲费', reductions: [{ id: 'x', text: '残疾人免收。' }] }] } },
      layers: [{ overlay: { fees: { list: [{ id: 'a', reductions: [{ id: 'x', $remove: true }] }] } } }],
      at: ['overlay', 'fees', 'list', 0, 'reductions', 0],
    },
    {
      name: 'a smaller reduction',
      base: {
        fees: {
          list: [{ id: 'a', reductions: [{ id: 'x', text: '残疾人。', effect: { kind: 'exempt' } }] }],
        },
      },
      layers: [
        {
          overlay: {
            fees: {
              list: [{ id: 'a', reductions: [{ id: 'x', effect: { kind: 'percent', percent: 50 } }] }],
            },
          },
        },
      ],
      at: ['overlay', 'fees', 'list', 0, 'reductions', 0, 'effect'],
    },
    {
      name: 'a reduction for everybody, now for some',
      base: { fees: { list: [{ id: 'a', reductions: [{ id: 'x', text: '减半。' }] }] } },
      layers: [
        { overlay: { fees: { list: [{ id: 'a', reductions: [{ id: 'x', when: { who: ['person'] } }] }] } } },
      ],
      at: ['overlay', 'fees', 'list', 0, 'reductions', 0, 'when'],
    },
    {
      name: 'reductions that no longer add up',
      base: { fees: { list: [{ id: 'a', reductionsAdd: true }] } },
      layers: [{ overlay: { fees: { list: [{ id: 'a', reductionsAdd: false }] } } }],
      at: ['overlay', 'fees', 'list', 0, 'reductionsAdd'],
    },
    {
      name: 'a measure in other words',
      base: { supervision: { measures: [{ id: 'a', text: '每年抽查。' }] } },
      layers: [{ overlay: { supervision: { measures: [{ id: 'a', text: '必要时抽查。' }] } } }],
      at: ['overlay', 'supervision', 'measures', 0, 'text'],
    },
    {
      name: 'another basis in place of the base’s',
      base: { conditions: { grant: [{ id: 'a', text: '甲。', basis: [{ law: 'a-law', article: 3 }] }] } },
      layers: [{ overlay: { conditions: { grant: [{ id: 'a', basis: [{ law: 'a-notice' }] }] } } }],
      at: ['overlay', 'conditions', 'grant', 0, 'basis'],
    },
    {
      name: 'no supervision here',
      base: { supervision: { measures: [{ id: 'a', text: '抽查。' }] } },
      layers: [{ overlay: { supervision: { none: '本级不监管。' } } }],
      at: ['overlay', 'supervision', 'none'],
    },
  ],
  mutations: [
    {
      name: 'a city gives a reduction to fewer',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          {
            kind: 'set',
            path: ['overlay', 'fees', 'list', 0, 'reductions'],
            value: [{ id: 'self', when: { traffic: ['no'] } }],
          },
        ],
      },
    },
    {
      name: 'a city drops a reduction',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          {
            kind: 'set',
            path: ['overlay', 'fees', 'list', 0, 'reductions'],
            value: [{ id: 'self', $remove: true }],
          },
        ],
      },
    },
  ],
  check(subject, context) {
    return findDepartures('drops', subject, context, ({ field, here, above, origin }, { lower }) => ({
      zh: `“${field.zh}”${lower === undefined ? '被去掉' : `改为${here.zh}`}，${origin.zh}定的是${above.zh}。上级定下的可以增加，不能减少；请去掉这一处，或在 grounds 写明依据。`,
      en: `"${field.en}" ${lower === undefined ? 'is taken out' : `becomes ${here.en}`}; ${origin.en} has ${above.en}. A level may add to it and not take away: keep it, or cite a sufficient law under grounds.`,
    }));
  },
};
