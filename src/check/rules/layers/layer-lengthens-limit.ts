import type { LayerRule } from '../rule.ts';
import { findDepartures } from './departing.ts';

const questions = [
  { id: 'who', text: '谁办？', kind: 'choice' as const, options: [{ id: 'firm', text: '企业' }, { id: 'person', text: '个人' }] }, // prettier-ignore
];
const day = (value: number) => ({ value, unit: 'working-days' as const });

/**
 * Business Environment Regulation Art. 36(2): places may shorten the limits that the State has set, and Licensing
 * Law Art. 42 leaves longer ones to laws and regulations.
 */
export const layerLengthensLimit: LayerRule = {
  id: 'layer-lengthens-limit',
  family: 'layers',
  scope: 'layer',
  severity: 'error',
  title: { zh: '下级只能缩短时限', en: 'A lower level may only shorten a limit' },
  why: {
    zh: '上级承诺的时间，到了下级不能变长。改为不超过上级的数；另有法规规定的，在 grounds 写明。',
    en: 'What the level above promises does not become longer below. Write no more than it does, or cite the law that allows it under grounds.',
  },
  cites: [
    { law: 'business-environment-regulation', article: 36, paragraph: 2 },
    { law: 'administrative-licensing-law', article: 42 },
  ],
  good: [
    {
      name: 'shorter',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [{ overlay: { limits: { promised: { value: 5 } } } }],
    },
    {
      name: 'a local regulation allows more',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [
        {
          overlay: { limits: { promised: { value: 12 } } },
          grounds: [{ path: '/limits', law: 'a-local-regulation', article: 8 }],
        },
      ],
    },
    {
      name: 'a promise where the level above has none',
      base: { limits: {} },
      layers: [{ overlay: { limits: { promised: { value: 5, unit: 'working-days' } } } }],
    },
    {
      name: 'a shorter promise for some, where the level above has one for all',
      base: { questions, limits: { promised: day(10) } },
      layers: [
        { overlay: { limits: { cases: [{ id: 'firm', when: { who: ['firm'] }, promised: day(5) }] } } },
      ],
    },
    {
      name: 'a case whose longer promise becomes shorter',
      base: {
        questions,
        limits: { promised: day(10), cases: [{ id: 'firm', when: { who: ['firm'] }, promised: day(20) }] },
      },
      layers: [{ overlay: { limits: { cases: [{ id: 'firm', promised: { value: 15 } }] } } }],
    },
    {
      name: 'a limit that is not written yet',
      base: {},
      layers: [{ overlay: { limits: { promised: {} } } }],
    },
  ],
  bad: [
    {
      name: 'longer',
      base: { limits: { promised: { value: 10, unit: 'working-days' } } },
      layers: [{ overlay: { limits: { promised: { value: 12 } } } }],
      at: ['overlay', 'limits', 'promised', 'value'],
    },
    {
      name: 'a county longer than its city, though not than the base',
      base: { limits: { promised: { value: 20, unit: 'working-days' } } },
      layers: [
        { overlay: { limits: { promised: { value: 8 } } } },
        { overlay: { limits: { promised: { value: 15 } } } },
      ],
      at: ['overlay', 'limits', 'promised', 'value'],
    },
    {
      name: 'a step',
      base: {
        procedure: { steps: [{ id: 'review', name: '审查', days: { value: 5, unit: 'working-days' } }] },
      },
      layers: [{ overlay: { procedure: { steps: [{ id: 'review', days: { value: 6 } }] } } }],
      at: ['overlay', 'procedure', 'steps', 0, 'days', 'value'],
    },
    {
      name: 'a case longer than the same case above',
      base: {
        questions,
        limits: { promised: day(10), cases: [{ id: 'firm', when: { who: ['firm'] }, promised: day(5) }] },
      },
      layers: [{ overlay: { limits: { cases: [{ id: 'firm', promised: { value: 8 } }] } } }],
      at: ['overlay', 'limits', 'cases', 0, 'promised', 'value'],
    },
    {
      name: 'a case of its own, longer than the promise for all',
      base: { questions, limits: { promised: day(10) } },
      layers: [
        { overlay: { limits: { cases: [{ id: 'firm', when: { who: ['firm'] }, promised: day(15) }] } } },
      ],
      at: ['overlay', 'limits', 'cases', 0, 'promised', 'value'],
    },
    {
      name: 'a case that had the promise for all, made longer',
      base: {
        questions,
        limits: { promised: day(10), cases: [{ id: 'firm', when: { who: ['firm'] }, delivery: day(5) }] },
      },
      layers: [{ overlay: { limits: { cases: [{ id: 'firm', promised: day(12) }] } } }],
      at: ['overlay', 'limits', 'cases', 0, 'promised', 'value'],
    },
    {
      name: 'an extension where the level above has none',
      base: { limits: {} },
      layers: [{ overlay: { limits: { extension: { value: 10, unit: 'working-days' } } } }],
      at: ['overlay', 'limits', 'extension', 'value'],
    },
  ],
  mutations: [
    {
      name: 'a city lengthens the limit of some',
      others: {
        '511500/urban-road-excavation-permit.yaml': [
          {
            kind: 'set',
            path: ['overlay', 'limits', 'cases'],
            value: [
              { id: 'closed', when: { traffic: ['yes'] }, promised: { value: 15, unit: 'working-days' } },
            ],
          },
        ],
      },
    },
    {
      name: 'a county promises more days than its city',
      others: {
        '511502/urban-road-excavation-permit.yaml': [
          { kind: 'set', path: ['overlay', 'limits', 'promised', 'value'], value: 9 },
        ],
      },
    },
  ],
  check(subject, context) {
    return findDepartures('lengthens', subject, context, ({ field, here, above, origin }, { upper }) => ({
      zh:
        upper === undefined
          ? `上级没有“${field.zh}”，本级写了${here.zh}。请去掉；法律、法规另有规定的，在 grounds 写明。`
          : `“${field.zh}”${here.zh}，长于${origin.zh}的${above.zh}。请改为不超过${above.zh}；法律、法规另有规定的，在 grounds 写明。`,
      en:
        upper === undefined
          ? `The levels above have no "${field.en}", and this level writes ${here.en}. Take it out, or cite the law that allows it under grounds.`
          : `"${field.en}" of ${here.en} is longer than the ${above.en} of ${origin.en}. Write no more than ${above.en}, or cite the law that allows it under grounds.`,
    }));
  },
};
