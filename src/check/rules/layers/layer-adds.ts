import type { LayerRule } from '../rule.ts';
import { findDepartures } from './departing.ts';

/**
 * Licensing Law Art. 16(4): rules that detail a permit add no conditions against the law above; Art. 31: no
 * material beyond what the permit needs; Business Environment Regulation Art. 35: no conditions or steps added.
 */
export const layerAdds: LayerRule = {
  id: 'layer-adds',
  family: 'layers',
  scope: 'layer',
  severity: 'error',
  title: {
    zh: '下级不得增加条件、材料、环节和提问',
    en: 'A lower level adds no conditions, materials, steps or questions',
  },
  why: {
    zh: '一项许可每往下走一级就多一份材料，是群众最常见的抱怨。去掉增加的内容；有地方性法规以上依据的，在 grounds 写明。',
    en: 'A permit that gains a material at every level down is what applicants complain of most. Take the addition out, or cite a law that asks for it under grounds.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 16, paragraph: 4 },
    { law: 'business-environment-regulation', article: 35 },
  ],
  good: [
    {
      name: 'one material fewer',
      base: { materials: { list: [{ id: 'a' }, { id: 'b' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'b', $remove: true }] } } }],
    },
    {
      name: 'a material in fewer cases',
      base: { materials: { list: [{ id: 'a', name: '合同' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', when: { kind: ['rented'] } }] } } }],
    },
    {
      name: 'an own local regulation asks for it',
      base: { materials: { list: [{ id: 'a' }] } },
      layers: [
        {
          overlay: { materials: { list: [{ id: 'b', name: '合同' }] } },
          grounds: [{ path: '/materials/list/b', law: 'a-local-regulation', article: 8 }],
        },
      ],
    },
    {
      name: 'a supervising measure and a basis of its own',
      base: { supervision: { measures: [{ id: 'a' }] }, legalBasis: [{ id: 'a' }] },
      layers: [
        {
          overlay: {
            supervision: { measures: [{ id: 'b', text: '随机抽查。' }] },
            legalBasis: [{ id: 'b', law: 'a-local-regulation', role: 'implements' }],
          },
        },
      ],
    },
  ],
  bad: [
    {
      name: 'a material',
      base: { materials: { list: [{ id: 'a', name: '申请表' }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'b', name: '合同', need: 'required' }] } } }],
      at: ['overlay', 'materials', 'list', 0],
    },
    {
      name: 'a condition',
      base: { conditions: { grant: [{ id: 'a', text: '有固定场所。' }] } },
      layers: [{ overlay: { conditions: { grant: [{ id: 'b', text: '在本地纳税。' }] } } }],
      at: ['overlay', 'conditions', 'grant', 0],
    },
    {
      name: 'a refusal',
      base: { conditions: { refuse: [{ id: 'a', text: '材料不实的。' }] } },
      layers: [{ overlay: { conditions: { refuse: [{ id: 'b', text: '外地企业。' }] } } }],
      at: ['overlay', 'conditions', 'refuse', 0],
    },
    {
      name: 'a step',
      base: { procedure: { steps: [{ id: 'accept', name: '受理' }] } },
      layers: [{ overlay: { procedure: { steps: [{ id: 'town', name: '乡镇初审' }] } } }],
      at: ['overlay', 'procedure', 'steps', 0],
    },
    {
      name: 'a question',
      base: {},
      layers: [{ overlay: { questions: [{ id: 'where', text: '户口在哪里？' }] } }],
      at: ['overlay', 'questions', 0],
    },
    {
      name: 'materials where there were none',
      base: { materials: { none: '不需要材料。' } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', name: '申请表' }] } } }],
      at: ['overlay', 'materials'],
    },
    {
      name: 'a material in more cases',
      base: { materials: { list: [{ id: 'a', name: '合同', when: { kind: ['rented'] } }] } },
      layers: [{ overlay: { materials: { list: [{ id: 'a', when: { kind: ['rented', 'own'] } }] } } }],
      at: ['overlay', 'materials', 'list', 0, 'when'],
    },
  ],
  mutations: [
    {
      name: 'a county asks for a clean record',
      others: {
        '511502/urban-road-excavation-permit.yaml': [
          {
            kind: 'set',
            path: ['overlay', 'conditions', 'grant'],
            value: [
              {
                id: 'record',
                text: '近三年没有被处罚。',
                basis: [{ law: 'urban-road-regulation', article: 33 }],
              },
            ],
          },
        ],
      },
    },
  ],
  check(subject, context) {
    return findDepartures('adds', subject, context, ({ field, here, above, origin }, { upper }) => ({
      zh:
        upper === undefined
          ? `本级增加了“${field.zh}”，上级规程没有。请去掉；有地方性法规以上依据的，在 grounds 写明。`
          : `本级把“${field.zh}”写为${here.zh}，比上级多；${origin.zh}写的是${above.zh}。请去掉多出的；有地方性法规以上依据的，在 grounds 写明。`,
      en:
        upper === undefined
          ? `This level adds "${field.en}", which the levels above do not have. Take it out, or cite a sufficient law under grounds.`
          : `This level writes ${here.en} as "${field.en}", more than above; ${origin.en} has ${above.en}. Take out what is more, or cite a sufficient law under grounds.`,
    }));
  },
};
