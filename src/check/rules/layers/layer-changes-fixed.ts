import type { LayerRule } from '../rule.ts';
import { findDepartures } from './departing.ts';

/**
 * Licensing Law Art. 16: a lower rule may only detail what a higher one has set. Name, codes, statutory limit,
 * quantity, result, validity and effect are one for all levels; the schema marks them `fixed`.
 */
export const layerChangesFixed: LayerRule = {
  id: 'layer-changes-fixed',
  family: 'layers',
  scope: 'layer',
  severity: 'error',
  title: {
    zh: '下级不得更改由上级定下的内容',
    en: 'A lower level does not change what the level above has fixed',
  },
  why: {
    zh: '同一许可在各级名称、编码、法定时限、证件效力不一，申请人换个地方就成了另一件事。去掉本级的改动；有地方性法规以上依据的，在 grounds 写明。',
    en: 'A permit whose name, code, statutory limit or effect differs by level is another permit in every place. Take the change out, or cite a law that allows it under grounds.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 16 }],
  good: [
    {
      name: 'what is local',
      base: { basics: { name: '甲许可' }, service: { hours: '全天' } },
      layers: [{ overlay: { service: { hours: '上午' }, basics: { everydayName: '办甲' } } }],
    },
    {
      name: 'the same name again',
      base: { basics: { name: '甲许可' } },
      layers: [{ overlay: { basics: { name: '甲许可' } } }],
    },
    {
      name: 'an own local regulation',
      base: { limits: { statutory: { value: 20, unit: 'working-days' } } },
      layers: [
        {
          overlay: { limits: { statutory: { value: 15 } } },
          grounds: [{ path: '/limits/statutory', law: 'a-local-regulation', article: 3 }],
        },
      ],
    },
    {
      name: 'a note to a limit',
      base: { limits: { statutory: { value: 20, unit: 'working-days' } } },
      layers: [{ overlay: { limits: { statutory: { note: '自受理之日起' } } } }],
    },
  ],
  bad: [
    {
      name: 'another name',
      base: { basics: { name: '甲许可' } },
      layers: [{ overlay: { basics: { name: '甲审批' } } }],
      at: ['overlay', 'basics', 'name'],
    },
    {
      name: 'another statutory limit',
      base: { limits: { statutory: { value: 20, unit: 'working-days' } } },
      layers: [{ overlay: { limits: { statutory: { value: 15 } } } }],
      at: ['overlay', 'limits', 'statutory', 'value'],
    },
    {
      name: 'fewer who are served',
      base: { basics: { served: ['person', 'enterprise'] } },
      layers: [{ overlay: { basics: { served: ['enterprise'] } } }],
      at: ['overlay', 'basics', 'served'],
    },
    {
      name: 'a quantity where there was none',
      base: { quantity: { none: '没有数量限制。' } },
      layers: [{ overlay: { quantity: { total: '每年 100 个' } } }],
      at: ['overlay', 'quantity'],
    },
    {
      name: 'a shorter validity in the county, under a city that says nothing of it',
      base: { result: { validity: { value: 5, unit: 'years' } } },
      layers: [
        { overlay: { service: { hours: '上午' } } },
        { overlay: { result: { validity: { value: 3 } } } },
      ],
      at: ['overlay', 'result', 'validity', 'value'],
    },
    {
      name: 'the shorter limit of a case, for fewer',
      base: {
        limits: {
          promised: { value: 10, unit: 'working-days' },
          cases: [
            { id: 'a', when: { who: ['firm', 'person'] }, promised: { value: 5, unit: 'working-days' } },
          ],
        },
      },
      layers: [{ overlay: { limits: { cases: [{ id: 'a', when: { who: ['firm'] } }] } } }],
      at: ['overlay', 'limits', 'cases', 0, 'when'],
    },
    {
      name: 'a condition in other words',
      base: { conditions: { grant: [{ id: 'a', text: '有固定场所。' }] } },
      layers: [{ overlay: { conditions: { grant: [{ id: 'a', text: '有本地的固定场所。' }] } } }],
      at: ['overlay', 'conditions', 'grant', 0, 'text'],
    },
  ],
  mutations: [
    {
      name: 'a county renames the permit',
      others: {
        '511502/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'basics', 'name'], value: '破路许可' },
        ],
      },
    },
    {
      name: 'a city shortens the statutory limit by itself',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'limits', 'statutory', 'value'], value: 18 },
        ],
      },
    },
  ],
  check(subject, context) {
    return findDepartures('changes', subject, context, ({ field, here, above, origin }, { upper, lower }) => {
      if (upper === undefined)
        return {
          zh: `${origin.zh}没有规定“${field.zh}”，本级写为${here.zh}。这一内容由上级定，请去掉；有地方性法规以上依据的，在 grounds 写明。`,
          en: `${origin.en} sets no "${field.en}", and this level writes ${here.en}. It is for the level above to set: take it out, or cite a sufficient law under grounds.`,
        };
      const now =
        lower === undefined
          ? { zh: '去掉了', en: 'is taken out' }
          : { zh: `改为${here.zh}`, en: `becomes ${here.en}` };
      return {
        zh: `“${field.zh}”${now.zh}，${origin.zh}定的是${above.zh}。下级不得更改，请去掉这一处；有地方性法规以上依据的，在 grounds 写明。`,
        en: `"${field.en}" ${now.en}; ${origin.en} has ${above.en}. A lower level may not change it: take it out, or cite a sufficient law under grounds.`,
      };
    });
  },
};
