import { formatLimit } from '../../../procedure/index.ts';
import { isPermit } from '../basis/establishingBases.ts';
import { isLongerThan, isSetOtherwise } from '../otherwise.ts';
import { regulationOrAbove } from '../rank.ts';
import type { ItemRule } from '../rule.ts';
import { isJoint } from './isJoint.ts';
import { statutoryBasis } from './statutoryBasis.ts';

/** Licensing Law Art. 42: working days for one body, and for several together. */
const alone = 20;
const together = 45;

export const longLimitNeedsLaw: ItemRule = {
  id: 'long-limit-needs-law',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '法定时限长于二十个工作日（联合办理四十五个）的，引用另有规定的法律、法规',
    en: 'A statutory limit over twenty working days (forty-five if joint) cites the law or regulation that allows it',
  },
  why: {
    zh: '没有法律、法规另行规定，许可须在二十个工作日内决定，联合办理的四十五个。引用规定更长期限的条文；没有的，改回法定期限。',
    en: 'Unless a law or regulation says otherwise a permit is decided in twenty working days, or forty-five if bodies act together. Cite the article that allows more, or return to the limit.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 42 }],
  good: [
    {
      name: 'twenty working days',
      item: {
        limits: {
          statutory: {
            value: 20,
            unit: 'working-days',
            basis: [{ law: 'administrative-licensing-law', article: 42 }],
          },
        },
      },
    },
    {
      name: 'forty-five by a regulation',
      item: {
        limits: {
          statutory: { value: 45, unit: 'working-days', basis: [{ law: 'a-regulation', article: 19 }] },
        },
      },
    },
    {
      name: 'forty-five by a legal basis that covers the limit',
      item: {
        legalBasis: [{ id: 'a', law: 'a-regulation', article: 19, role: 'establishes', covers: ['limit'] }],
        limits: { statutory: { value: 45, unit: 'working-days' } },
      },
    },
    {
      name: 'forty-five of two bodies together',
      item: {
        authority: { joint: [{ id: 'a' }, { id: 'b' }] },
        limits: { statutory: { value: 45, unit: 'working-days' } },
      },
    },
    {
      name: 'twenty-eight calendar days, which are four weeks',
      item: { limits: { statutory: { value: 28, unit: 'calendar-days' } } },
    },
    {
      name: 'a law that is not registered, which is told as such',
      item: { limits: { statutory: { value: 60, unit: 'working-days', basis: [{ law: 'unknown' }] } } },
    },
    {
      name: 'a public service, which is no permit',
      item: { basics: { type: '20' }, limits: { statutory: { value: 60, unit: 'working-days' } } },
    },
  ],
  bad: [
    {
      name: 'thirty of two levels of one line, which are not together',
      item: {
        authority: {
          joint: [
            { id: 'a', text: '市级司法（受理,审核）' },
            { id: 'b', text: '省级司法（决定与公开）' },
          ],
        },
        limits: { statutory: { value: 30, unit: 'working-days' } },
      },
      at: ['limits', 'statutory', 'value'],
    },
    {
      name: 'a promise over twenty, and nothing said of the law',
      item: { limits: { promised: { value: 30, unit: 'working-days' } } },
      at: ['limits', 'promised', 'value'],
    },
    {
      name: 'nothing cited',
      item: { limits: { statutory: { value: 30, unit: 'working-days' } } },
      at: ['limits', 'statutory', 'value'],
    },
    {
      name: 'the Licensing Law, which allows twenty',
      item: {
        limits: {
          statutory: {
            value: 30,
            unit: 'working-days',
            basis: [{ law: 'administrative-licensing-law', article: 42 }],
          },
        },
      },
      at: ['limits', 'statutory', 'value'],
    },
    {
      name: 'a department rule alone',
      item: {
        limits: {
          statutory: { value: 40, unit: 'working-days', basis: [{ law: 'a-department-rule', article: 8 }] },
        },
      },
      at: ['limits', 'statutory', 'value'],
    },
    {
      name: 'sixty of two bodies together',
      item: {
        authority: { joint: [{ id: 'a' }, { id: 'b' }] },
        limits: { statutory: { value: 60, unit: 'working-days' } },
      },
      at: ['limits', 'statutory', 'value'],
    },
  ],
  mutations: [
    {
      name: 'fifty days by the Licensing Law',
      edits: [{ kind: 'set', path: ['limits', 'statutory', 'value'], value: 50 }],
    },
  ],
  check(item, { lookups }) {
    const { statutory, promised } = item.limits ?? {};
    const most = isJoint(item) ? together : alone;
    // A promise is within what the law allows, so without that it tells the least that the law would have to allow.
    const limit = statutory ?? promised;
    if (!isPermit(item) || !isLongerThan(limit, most)) return [];
    if (isSetOtherwise(statutoryBasis(item), regulationOrAbove, lookups)) return [];
    const zh = formatLimit(limit);
    const joint = most === together;
    if (statutory === undefined)
      return [
        {
          path: ['limits', 'promised', 'value'],
          message: {
            zh: `承诺时限 ${zh}超过${joint ? '联合办理的' : ''} ${most} 个工作日，却没有写法定时限和允许更长的法律、法规。请写明法定时限并引用条文；没有的，承诺不超过 ${most} 个工作日。`,
            en: `The promise of ${formatLimit(limit, 'en')} is over ${most} working days${joint ? ' for joint handling' : ''}, with no statutory limit and no law or regulation that allows it. State the statutory limit and cite its article, or promise at most ${most}.`,
          },
        },
      ];
    return [
      {
        path: ['limits', 'statutory', 'value'],
        message: {
          zh: `法定时限 ${zh}超过${joint ? '联合办理的' : ''} ${most} 个工作日，却没有引用另有规定的法律、法规。请在 basis 中引用规定更长期限的条文；没有的，改为不超过 ${most} 个工作日。`,
          en: `The statutory limit of ${formatLimit(statutory, 'en')} is over ${most} working days${joint ? ' for joint handling' : ''}, and no law or regulation that allows it is cited. Cite the article in basis, or bring the limit to at most ${most}.`,
        },
      },
    ];
  },
};
