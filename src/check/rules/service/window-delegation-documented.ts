import type { ItemRule } from '../rule.ts';

export const windowDelegationDocumented: ItemRule = {
  id: 'window-delegation-documented',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '在窗口决定的有授权文件和首席代表',
    en: 'What is decided at the window has a document of delegation and a chief representative',
  },
  why: {
    zh: '没有授权，窗口只能收发，决定还要回机关跑。写明授权文件和首席代表；没有授权的，决定地点写机关。',
    en: 'Without delegation a window only receives, and decisions travel back. Give the document and the chief representative, or let the department decide.',
  },
  cites: [
    { law: 'administrative-licensing-law', article: 26, paragraph: 1 },
    { law: 'business-environment-regulation', article: 36, paragraph: 3 },
  ],
  good: [
    {
      name: 'both',
      item: {
        service: {
          placeOfDecision: 'window',
          delegation: { document: '行政审批授权书', representative: '首席代表' },
        },
      },
    },
    { name: 'decided by the department', item: { service: { placeOfDecision: 'department' } } },
    { name: 'not written yet', item: { service: {} } },
  ],
  bad: [
    {
      name: 'no delegation',
      item: { service: { placeOfDecision: 'window' } },
      at: ['service', 'placeOfDecision'],
    },
    {
      name: 'no representative',
      item: { service: { placeOfDecision: 'window', delegation: { document: '行政审批授权书' } } },
      at: ['service', 'delegation'],
    },
  ],
  mutations: [
    {
      name: 'no document',
      edits: [{ kind: 'remove', path: ['service', 'delegation', 'document'] }],
    },
  ],
  check(item) {
    const { placeOfDecision, delegation } = item.service ?? {};
    if (placeOfDecision !== 'window') return [];
    const lacks = [
      ...(delegation?.document === undefined ? [{ zh: '授权文件', en: 'a document of delegation' }] : []),
      ...(delegation?.representative === undefined ? [{ zh: '首席代表', en: 'a chief representative' }] : []),
    ];
    if (lacks.length === 0) return [];
    return [
      {
        path: delegation === undefined ? ['service', 'placeOfDecision'] : ['service', 'delegation'],
        message: {
          zh: `在窗口决定，没有写${lacks.map(({ zh }) => zh).join('和')}。请在 service.delegation 中写明；没有授权的，决定地点改为机关。`,
          en: `It is decided at the window without ${lacks.map(({ en }) => en).join(' and ')}. Give it in service.delegation, or let the department decide.`,
        },
      },
    ];
  },
};
