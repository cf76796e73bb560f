import type { LayerRule } from '../rule.ts';
import { findDepartures } from './departing.ts';

/** Licensing Law Art. 58: no fee unless a law or administrative regulation says so; Art. 59: by published standards. */
export const layerRaisesFee: LayerRule = {
  id: 'layer-raises-fee',
  family: 'layers',
  scope: 'layer',
  severity: 'error',
  title: { zh: '下级不得加收费用', en: 'A lower level charges no more' },
  why: {
    zh: '许可收费只凭法律、行政法规，下级不能自行加收或者提高标准。改为不高于上级的标准。',
    en: 'Only laws and administrative regulations let a permit cost anything, so a lower level neither adds a fee nor raises one. Write no more than the level above.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 58, paragraph: 1 },
    { law: 'administrative-licensing-law', article: 59 },
  ],
  good: [
    {
      name: 'cheaper a unit',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '平方米' } }] } },
      layers: [
        {
          overlay: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 300, unit: '平方米' } }] } },
        },
      ],
    },
    {
      name: 'not charged here',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'fixed', amount: 1000 } }] } },
      layers: [{ overlay: { fees: { none: '本市不收。' } } }],
    },
    {
      name: 'one more reduction',
      base: { fees: { list: [{ id: 'a', name: '甲费', reductions: [{ id: 'x', text: '残疾人免收。' }] }] } },
      layers: [{ overlay: { fees: { list: [{ id: 'a', reductions: [{ id: 'y', text: '学生减半。' }] }] } } }],
    },
    {
      name: 'tiers that never come to more than the price a unit',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '吨' } }] } },
      layers: [
        {
          overlay: {
            fees: {
              list: [
                {
                  id: 'a',
                  standard: {
                    kind: 'tiers',
                    unit: '吨',
                    tiers: [{ upTo: 10, amount: 100 }, { amount: 400 }],
                  },
                },
              ],
            },
          },
        },
      ],
    },
    {
      name: 'at most so much, where the level above has no bound',
      base: { fees: { list: [{ id: 'a', min: 5000, standard: { kind: 'unit', amount: 400, unit: '吨' } }] } },
      layers: [{ overlay: { fees: { list: [{ id: 'a', min: 2000, max: 90000 }] } } }],
    },
    {
      name: 'one amount for a tier, as much as its units came to',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '人' } }] } },
      layers: [
        {
          overlay: {
            fees: {
              list: [
                {
                  id: 'a',
                  standard: {
                    kind: 'tiers',
                    unit: '人',
                    mode: 'progressive',
                    tiers: [
                      { upTo: 10, amount: 300 },
                      { amount: 1000, flat: true },
                    ],
                  },
                },
              ],
            },
          },
        },
      ],
    },
    {
      name: 'a formula with a lower price',
      base: {
        fees: { list: [{ id: 'a', standard: { kind: 'formula', text: '每层', terms: [{ id: 't', name: '层', amount: 900 }] } }] }, // prettier-ignore
      },
      layers: [
        {
          overlay: {
            fees: { list: [{ id: 'a', standard: { kind: 'formula', text: '每层', terms: [{ id: 't', name: '层', amount: 800 }] } }] }, // prettier-ignore
          },
        },
      ],
    },
  ],
  bad: [
    {
      name: 'dearer a unit',
      base: {
        fees: { list: [{ id: 'a', name: '甲费', standard: { kind: 'unit', amount: 400, unit: '平方米' } }] },
      },
      layers: [
        {
          overlay: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 500, unit: '平方米' } }] } },
        },
      ],
      at: ['overlay', 'fees', 'list', 0, 'standard'],
    },
    {
      name: 'dearer only beyond the first tier',
      base: {
        fees: {
          list: [
            {
              id: 'a',
              standard: { kind: 'tiers', unit: '吨', tiers: [{ upTo: 10, amount: 300 }, { amount: 200 }] },
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
                  standard: {
                    kind: 'tiers',
                    unit: '吨',
                    tiers: [{ upTo: 10, amount: 250 }, { amount: 300 }],
                  },
                },
              ],
            },
          },
        },
      ],
      at: ['overlay', 'fees', 'list', 0, 'standard'],
    },
    {
      name: 'at least so much, where the level above has no bound',
      base: {
        fees: { list: [{ id: 'a', name: '甲费', standard: { kind: 'unit', amount: 400, unit: '吨' } }] },
      },
      layers: [{ overlay: { fees: { list: [{ id: 'a', min: 5000 }] } } }],
      at: ['overlay', 'fees', 'list', 0, 'min'],
    },
    {
      name: 'a higher least amount',
      base: { fees: { list: [{ id: 'a', name: '甲费', min: 5000 }] } },
      layers: [{ overlay: { fees: { list: [{ id: 'a', min: 6000 }] } } }],
      at: ['overlay', 'fees', 'list', 0, 'min'],
    },
    {
      name: 'a higher bound',
      base: { fees: { list: [{ id: 'a', name: '甲费', max: 50000 }] } },
      layers: [{ overlay: { fees: { list: [{ id: 'a', max: 60000 }] } } }],
      at: ['overlay', 'fees', 'list', 0, 'max'],
    },
    {
      name: 'one amount for a tier, dearer at its beginning',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '人' } }] } },
      layers: [
        {
          overlay: {
            fees: {
              list: [
                {
                  id: 'a',
                  standard: {
                    kind: 'tiers',
                    unit: '人',
                    mode: 'whole',
                    tiers: [{ upTo: 10, amount: 4000, flat: true }, { amount: 400 }],
                  },
                },
              ],
            },
          },
        },
      ],
      at: ['overlay', 'fees', 'list', 0, 'standard'],
    },
    {
      name: 'a part counted as a whole',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '吨' } }] } },
      layers: [
        {
          overlay: {
            fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '吨', roundUp: true } }] },
          },
        },
      ],
      at: ['overlay', 'fees', 'list', 0, 'standard'],
    },
    {
      name: 'a formula with a higher price',
      base: {
        fees: { list: [{ id: 'a', standard: { kind: 'formula', text: '每层', terms: [{ id: 't', name: '层', amount: 900 }] } }] }, // prettier-ignore
      },
      layers: [
        {
          overlay: {
            fees: { list: [{ id: 'a', standard: { kind: 'formula', text: '每层', terms: [{ id: 't', name: '层', amount: 990 }] } }] }, // prettier-ignore
          },
        },
      ],
      at: ['overlay', 'fees', 'list', 0, 'standard'],
    },
    {
      name: 'a fee of its own',
      base: { fees: { list: [{ id: 'a' }] } },
      layers: [{ overlay: { fees: { list: [{ id: 'b', name: '工本费' }] } } }],
      at: ['overlay', 'fees', 'list', 0],
    },
    {
      name: 'a fee where there was none',
      base: { fees: { none: '不收费。' } },
      layers: [{ overlay: { fees: { list: [{ id: 'b', name: '工本费' }] } } }],
      at: ['overlay', 'fees'],
    },
  ],
  mutations: [
    {
      name: 'a city charges at least so much',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'fees', 'list', 0, 'min'], value: 100000 },
        ],
      },
    },
    {
      name: 'a city raises the fee above the base',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'fees', 'list', 0, 'standard', 'amount'], value: 45000 },
        ],
      },
    },
  ],
  check(subject, context) {
    return findDepartures('raises', subject, context, ({ field, here, above, origin }, { upper }) => ({
      zh:
        upper === undefined
          ? `本级加收“${field.zh}”，上级规程没有这一项。请去掉；法律、行政法规规定收取的，在 grounds 写明。`
          : `“${field.zh}”收取${here.zh}，${origin.zh}是${above.zh}。请改为不高于上级；法律、行政法规另有规定的，在 grounds 写明。`,
      en:
        upper === undefined
          ? `This level charges "${field.en}", which the levels above do not. Take it out, or cite the law or administrative regulation that sets it under grounds.`
          : `"${field.en}" charges ${here.en}; ${origin.en} has ${above.en}. Charge no more than that, or cite the law or administrative regulation that sets it under grounds.`,
    }));
  },
};
