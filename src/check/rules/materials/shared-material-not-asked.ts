import type { ItemRule } from '../rule.ts';

export const sharedMaterialNotAsked: ItemRule = {
  id: 'shared-material-not-asked',
  family: 'materials',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '能共享取得的材料不要求申请人提供',
    en: 'What can be had by sharing is not asked of the applicant',
  },
  why: {
    zh: '机关自己查得到的，不得再让群众跑腿去开。必要性改为“非必要”，由机关核验；查不到的，改正“可通过数据共享取得”。',
    en: 'What the agency can look up, nobody has to fetch. Make it optional and let the agency verify, or correct "may be had by data sharing".',
  },
  cites: [{ law: 'online-government-services-regulation', article: 7 }],
  good: [
    {
      name: 'verified by the agency',
      item: {
        materials: {
          list: [{ id: 'm', name: '营业执照', need: 'optional', source: 'government', sharing: true }],
        },
      },
    },
    {
      name: 'not shared yet',
      item: {
        materials: {
          list: [{ id: 'm', name: '批准文件', need: 'required', source: 'government', sharing: false }],
        },
      },
    },
    {
      name: 'the need is not given yet',
      item: { materials: { list: [{ id: 'm', name: '营业执照', sharing: true }] } },
    },
  ],
  bad: [
    {
      name: 'required all the same',
      item: { materials: { list: [{ id: 'm', name: '营业执照', need: 'required', sharing: true }] } },
      at: ['materials', 'list', 0, 'need'],
    },
    {
      name: 'to be handed in later',
      item: { materials: { list: [{ id: 'm', name: '营业执照', need: 'later', sharing: true }] } },
      at: ['materials', 'list', 0, 'need'],
    },
  ],
  mutations: [
    {
      name: 'a permit that is shared is required',
      edits: [{ kind: 'set', path: ['materials', 'list', 1, 'need'], value: 'required' }],
    },
  ],
  check(item) {
    return (item.materials?.list ?? []).flatMap(({ id, name = id ?? '', need, sharing }, i) => {
      if (sharing !== true || need === undefined || need === 'optional') return [];
      const path = ['materials', 'list', i, 'need'];
      return [
        {
          path,
          message: {
            zh: `材料“${name}”可以通过数据共享取得，却要求申请人提供。必要性改为 optional（非必要），由机关核验；实际不能共享的，sharing 改为 false。`,
            en: `The material "${name}" can be had by data sharing and is asked of the applicant. Make it optional and let the agency verify; if it is not shared in fact, set sharing: false.`,
          },
          fix: {
            title: { zh: '改为非必要，由机关核验', en: 'Make it optional' },
            edits: [{ kind: 'set', path, value: 'optional' }],
          },
        },
      ];
    });
  },
};
