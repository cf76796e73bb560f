import type { LayerRule } from '../rule.ts';
import { findDepartures } from './departing.ts';

/**
 * Licensing Law Art. 82: limits are working days. Twenty natural days may be longer or shorter than fifteen working
 * days, and a price a ton is neither more nor less than one a lorry: unlike units are told, not compared.
 */
export const layerUnlikeUnits: LayerRule = {
  id: 'layer-unlike-units',
  family: 'layers',
  scope: 'layer',
  severity: 'warning',
  title: {
    zh: '下级的单位与上级一致，才好比较',
    en: 'A lower level keeps the unit, so that the two can be compared',
  },
  why: {
    zh: '单位不同，看不出时限是缩短还是延长、收费是降低还是提高。改用上级的单位。',
    en: 'In another unit nobody can see whether a limit became shorter or a fee lower. Use the unit of the level above.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 82 }],
  good: [
    {
      name: 'the same unit',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [{ overlay: { limits: { promised: { value: 5, unit: 'working-days' } } } }],
    },
    {
      name: 'a price a unit as the only tier',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '吨' } }] } },
      layers: [
        {
          overlay: {
            fees: { list: [{ id: 'a', standard: { kind: 'tiers', unit: '吨', tiers: [{ amount: 300 }] } }] },
          },
        },
      ],
    },
  ],
  bad: [
    {
      name: 'natural days for working days',
      base: { limits: { promised: { value: 15, unit: 'working-days' } } },
      layers: [{ overlay: { limits: { promised: { value: 15, unit: 'calendar-days' } } } }],
      at: ['overlay', 'limits', 'promised', 'unit'],
    },
    {
      name: 'a price by another unit',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 400, unit: '吨' } }] } },
      layers: [
        { overlay: { fees: { list: [{ id: 'a', standard: { kind: 'unit', amount: 300, unit: '车' } }] } } },
      ],
      at: ['overlay', 'fees', 'list', 0, 'standard'],
    },
    {
      name: 'a formula for an amount',
      base: { fees: { list: [{ id: 'a', standard: { kind: 'fixed', amount: 400 } }] } },
      layers: [
        { overlay: { fees: { list: [{ id: 'a', standard: { kind: 'formula', text: '按面积算。' } }] } } },
      ],
      at: ['overlay', 'fees', 'list', 0, 'standard'],
    },
  ],
  mutations: [
    {
      name: 'a city charges by another unit',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'fees', 'list', 0, 'standard', 'unit'], value: '延米' },
          { kind: 'remove', path: ['overlay', 'fees', 'list', 0, 'standard', 'question'] },
        ],
      },
    },
  ],
  check(subject, context) {
    return findDepartures('unlike', subject, context, ({ field, here, above, origin }) => ({
      zh: `“${field.zh}”写的是${here.zh}，${origin.zh}是${above.zh}，算法或单位不同，无法比较。请改用上级的单位；有法律、法规依据的，在 grounds 写明。`,
      en: `"${field.en}" is ${here.en} and ${origin.en} has ${above.en}: in another unit or by another reckoning they cannot be compared. Use the unit of the level above, or cite a sufficient law under grounds.`,
    }));
  },
};
