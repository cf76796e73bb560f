import type { LayerRule } from '../rule.ts';
import { findDepartures } from './departing.ts';

/** Licensing Law Art. 31 and 6: nothing that the permit does not need, and convenience; so counts only go down. */
export const layerDemandsMore: LayerRule = {
  id: 'layer-demands-more',
  family: 'layers',
  scope: 'layer',
  severity: 'error',
  title: {
    zh: '下级不得要求更多：份数、到场次数、必交材料',
    en: 'A lower level demands no more: copies, visits, required materials',
  },
  why: {
    zh: '把可交的材料变成必交、多要一份复印件、多跑一趟，都是加重负担。改为不多于上级。',
    en: 'A material that becomes required, one more copy, one more visit: each is a heavier burden. Demand no more than the level above.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 31 },
    { law: 'business-environment-regulation', article: 35 },
  ],
  good: [
    {
      name: 'optional here',
      base: { materials: { list: [{ id: 'a', need: 'required', originals: 2 }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', need: 'optional', originals: 1 }] } } }],
    },
    {
      name: 'no visit',
      base: { service: { visits: 1 } },
      layers: [{ overlay: { service: { visits: 0 } } }],
    },
    {
      name: 'had by sharing here',
      base: { materials: { list: [{ id: 'a', source: 'applicant' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', source: 'government', sharing: true }] } } }],
    },
    {
      name: 'on the spot here',
      base: { basics: { handling: 'promised' } },
      layers: [{ overlay: { basics: { handling: 'instant' } } }],
    },
  ],
  bad: [
    {
      name: 'required here',
      base: { materials: { list: [{ id: 'a', name: '合同', need: 'optional' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', need: 'required' }] } } }],
      at: ['overlay', 'materials', 'list', 0, 'need'],
    },
    {
      name: 'copies where none were asked for',
      base: { materials: { list: [{ id: 'a', name: '合同' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', copies: 3 }] } } }],
      at: ['overlay', 'materials', 'list', 0, 'copies'],
    },
    {
      name: 'one more visit',
      base: { service: { visits: 0 } },
      layers: [{ overlay: { service: { visits: 2 } } }],
      at: ['overlay', 'service', 'visits'],
    },
    {
      name: 'a step that no longer counts',
      base: { procedure: { steps: [{ id: 'a', name: '检验' }] } },
      layers: [{ overlay: { procedure: { steps: [{ id: 'a', excluded: true }] } } }],
      at: ['overlay', 'procedure', 'steps', 0, 'excluded'],
    },
    {
      name: 'on paper only',
      base: { materials: { list: [{ id: 'a', medium: 'either' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', medium: 'paper' }] } } }],
      at: ['overlay', 'materials', 'list', 0, 'medium'],
    },
  ],
  mutations: [
    {
      name: 'a county asks for more copies',
      others: {
        '511502/urban-road-excavation-permit.yaml': [
          {
            kind: 'set',
            path: ['overlay', 'materials', 'list'],
            value: [{ id: 'application', copies: 3 }],
          },
        ],
      },
    },
  ],
  check(subject, context) {
    return findDepartures('demands', subject, context, ({ field, here, above, origin }, { upper }) => ({
      zh: `“${field.zh}”要求${here.zh}，比上级多；${upper === undefined ? '上级没有要求' : `${origin.zh}是${above.zh}`}。请改为不多于上级；有地方性法规以上依据的，在 grounds 写明。`,
      en: `"${field.en}" demands ${here.en}, more than above: ${upper === undefined ? 'nothing is asked there' : `${origin.en} has ${above.en}`}. Demand no more, or cite a sufficient law under grounds.`,
    }));
  },
};
