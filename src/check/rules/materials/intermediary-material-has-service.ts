import type { ItemRule } from '../rule.ts';

export const intermediaryMaterialHasService: ItemRule = {
  id: 'intermediary-material-has-service',
  family: 'materials',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '由中介机构产生的材料，列出中介服务',
    en: 'Where an intermediary makes a material, its service is listed',
  },
  why: {
    zh: '要中介出的报告，却不写是什么服务、谁能做、谁付钱，申请人要花多少钱心里没数。在“中介服务”中列出并写明依据；不必由中介做的，改正来源。',
    en: 'A report that has to be bought, with no word of which service, by whom and who pays, leaves applicants in the dark. List the service with its basis; if no intermediary is needed, correct the source.',
  },
  cites: [{ law: 'business-environment-regulation', article: 43, paragraph: 1 }],
  good: [
    {
      name: 'the service is listed',
      item: {
        materials: { list: [{ id: 'm', name: '检测报告', source: 'intermediary' }] },
        intermediaries: {
          list: [{ id: 't', name: '水质检测', payer: 'applicant', basis: [{ law: 'a-law' }] }],
        },
      },
    },
    {
      name: 'the applicant tests it',
      item: {
        materials: { list: [{ id: 'm', name: '检测报告', source: 'applicant' }] },
        intermediaries: { none: '不需要中介服务' },
      },
    },
    {
      name: 'an intermediary’s, which the agency looks up',
      item: {
        materials: {
          list: [{ id: 'm', name: '检验报告', source: 'intermediary', need: 'optional', sharing: true }],
        },
        intermediaries: { none: '不需要中介服务' },
      },
    },
  ],
  bad: [
    {
      name: 'no service is said to be needed',
      item: {
        materials: { list: [{ id: 'm', name: '检测报告', source: 'intermediary' }] },
        intermediaries: { none: '不需要中介服务' },
      },
      at: ['materials', 'list', 0, 'source'],
    },
    {
      name: 'nothing is said of services',
      item: {
        materials: { list: [{ id: 'm', name: '评估报告', source: 'intermediary', need: 'required' }] },
      },
      at: ['materials', 'list', 0, 'source'],
    },
  ],
  mutations: [
    {
      name: 'drawings by an intermediary that nobody lists',
      edits: [{ kind: 'set', path: ['materials', 'list', 2, 'source'], value: 'intermediary' }],
    },
  ],
  check(item) {
    if ((item.intermediaries?.list ?? []).length > 0) return [];
    return (item.materials?.list ?? []).flatMap(({ id, name = id ?? '', source, need, sharing }, i) => {
      if (source !== 'intermediary' || need === 'optional' || sharing === true) return [];
      return [
        {
          path: ['materials', 'list', i, 'source'],
          message: {
            zh: `材料“${name}”由中介机构产生，中介服务中却没有。请在 intermediaries 中列出服务、依据和付费的人；不必由中介做的，改正来源。`,
            en: `The material "${name}" is made by an intermediary and no such service is listed. List it in intermediaries with its basis and who pays; if none is needed, correct the source.`,
          },
        },
      ];
    });
  },
};
