import type { ItemRule } from '../rule.ts';

export const notInCentreHasReason: ItemRule = {
  id: 'not-in-centre-has-reason',
  family: 'service',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '没有进驻政务服务中心的说明原因',
    en: 'What is not handled at the service centre says why',
  },
  why: {
    zh: '政务服务事项一般应当进驻大厅，例外要有理由：场地限制、涉密等。写明原因；已经进驻的，删去原因。',
    en: 'Matters are as a rule handled at the centre; an exception, for secrecy or want of room, has a reason. Say which; remove it once the item has moved in.',
  },
  cites: [{ law: 'business-environment-regulation', article: 36, paragraph: 3 }],
  good: [
    { name: 'in the centre', item: { service: { inCentre: true } } },
    {
      name: 'outside for a reason',
      item: { service: { inCentre: false, notInCentreReason: '考试场地在考务中心' } },
    },
    { name: 'not written yet', item: { service: {} } },
  ],
  bad: [
    { name: 'outside', item: { service: { inCentre: false } }, at: ['service', 'inCentre'] },
    {
      name: 'in the centre, with a reason why not',
      item: { service: { inCentre: true, notInCentreReason: '涉密' } },
      at: ['service', 'notInCentreReason'],
    },
  ],
  mutations: [
    {
      name: 'a place that has not moved in',
      others: {
        '511500/construction-planning-permit.yaml': [
          { kind: 'set', path: ['overlay', 'service', 'inCentre'], value: false },
        ],
      },
    },
  ],
  check(item) {
    const { inCentre, notInCentreReason } = item.service ?? {};
    if (inCentre === false && notInCentreReason === undefined)
      return [
        {
          path: ['service', 'inCentre'],
          message: {
            zh: '没有进驻政务服务中心，也没有写原因。请在 notInCentreReason 中说明，或者进驻。',
            en: 'The item is not handled at the service centre and does not say why. Say so in notInCentreReason, or move in.',
          },
        },
      ];
    if (inCentre !== true || notInCentreReason === undefined) return [];
    return [
      {
        path: ['service', 'notInCentreReason'],
        message: {
          zh: `已经进驻政务服务中心，却写着未进驻的原因“${notInCentreReason}”。请删去原因，或者更正是否进驻。`,
          en: `The item is handled at the centre, but a reason why not is given ("${notInCentreReason}"). Remove it, or correct inCentre.`,
        },
        fix: {
          title: { zh: '删去原因', en: 'Remove the reason' },
          edits: [{ kind: 'remove', path: ['service', 'notInCentreReason'] }],
        },
      },
    ];
  },
};
