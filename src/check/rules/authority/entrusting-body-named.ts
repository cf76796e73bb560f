import type { ItemRule } from '../rule.ts';
import { powerOf } from './powerOf.ts';

export const entrustingBodyNamed: ItemRule = {
  id: 'entrusting-body-named',
  family: 'authority',
  scope: 'item',
  severity: 'warning',
  title: { zh: '受委托实施的，写明委托机关', en: 'Where a body is entrusted, whoever entrusts it is named' },
  why: {
    zh: '受委托的机关以委托机关的名义办理，责任也在委托机关，委托要公告。写明委托机关；不是委托的，不写。',
    en: 'An entrusted body acts in the name of the one that entrusts it, which answers for it and has to announce it. Name it; where nobody entrusts, leave it out.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 24, paragraph: 1 }],
  good: [
    {
      name: 'entrusted and named',
      item: { basics: { powerSource: 'entrusted-upper', entrustingBody: '省主管部门' } },
    },
    { name: 'by its own power', item: { basics: { powerSource: 'statutory', bodyKind: 'statutory' } } },
    { name: 'nothing said yet', item: { basics: { name: '甲许可' } } },
  ],
  bad: [
    {
      name: 'an entrusted power',
      item: { basics: { powerSource: 'entrusted-upper' } },
      at: ['basics', 'powerSource'],
    },
    {
      name: 'an entrusted organisation',
      item: { basics: { bodyKind: 'entrusted' } },
      at: ['basics', 'bodyKind'],
    },
    {
      name: 'somebody entrusts what the body has by law',
      item: { basics: { powerSource: 'statutory', bodyKind: 'statutory', entrustingBody: '省主管部门' } },
      at: ['basics', 'entrustingBody'],
    },
  ],
  mutations: [
    {
      name: 'entrusted by nobody',
      edits: [{ kind: 'set', path: ['basics', 'powerSource'], value: 'entrusted-upper' }],
    },
    {
      name: 'a statutory power that somebody entrusts',
      edits: [{ kind: 'set', path: ['basics', 'entrustingBody'], value: '省级主管部门' }],
    },
  ],
  check(item) {
    const { powerSource, bodyKind, entrustingBody } = item.basics ?? {};
    const power = powerOf(powerSource);
    const entrusted = power === 'entrusted' || bodyKind === 'entrusted';
    if (entrusted && entrustingBody === undefined)
      return [
        {
          path: ['basics', power === 'entrusted' ? 'powerSource' : 'bodyKind'],
          message: {
            zh: '本事项受委托实施，没有写明委托机关。请填写 entrustingBody（委托机关）；不是委托的，改正权力来源和实施主体性质。',
            en: 'The power is entrusted and nobody is named who entrusts it. Fill in entrustingBody, or correct source of power and kind of body.',
          },
        },
      ];
    if (entrustingBody === undefined || entrusted || power === undefined || bodyKind === undefined) return [];
    return [
      {
        path: ['basics', 'entrustingBody'],
        message: {
          zh: `权力来源和实施主体性质都不是委托，却写了委托机关“${entrustingBody}”。请删去，或者改正权力来源。`,
          en: `Neither source of power nor kind of body is entrusted, and yet "${entrustingBody}" is named as entrusting. Remove it, or correct the source of power.`,
        },
      },
    ];
  },
};
