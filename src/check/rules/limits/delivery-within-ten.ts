import { formatLimit } from '../../../procedure/index.ts';
import { isPermit } from '../basis/establishingBases.ts';
import { isLongerThan, isSetOtherwise } from '../otherwise.ts';
import { regulationOrAbove } from '../rank.ts';
import type { Finding, ItemRule } from '../rule.ts';

/** Licensing Law Art. 44, in working days. */
const most = 10;

export const deliveryWithinTen: ItemRule = {
  id: 'delivery-within-ten',
  family: 'limits',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '自决定之日起十个工作日内送达',
    en: 'The licence is delivered within ten working days of the decision',
  },
  why: {
    zh: '批了不发证，等于没有批。把送达时限和送达环节改到十个工作日以内。',
    en: 'A permit that is not handed over is no permit. Bring the limit and the step to deliver to ten working days.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 44 }],
  good: [
    { name: 'ten', item: { limits: { delivery: { value: 10, unit: 'working-days' } } } },
    {
      name: 'fifteen by a regulation',
      item: {
        limits: {
          delivery: { value: 15, unit: 'working-days', basis: [{ law: 'a-regulation', article: 19 }] },
        },
      },
    },
    {
      name: 'a step within it',
      item: {
        procedure: {
          steps: [{ id: 'd', kind: 'deliver', days: { value: 10, unit: 'working-days' } }],
        },
      },
    },
  ],
  bad: [
    {
      name: 'fifteen',
      item: { limits: { delivery: { value: 15, unit: 'working-days' } } },
      at: ['limits', 'delivery', 'value'],
    },
    {
      name: 'a step of twelve',
      item: {
        limits: { delivery: { value: 10, unit: 'working-days' } },
        procedure: {
          steps: [{ id: 'd', name: '送达', kind: 'deliver', days: { value: 12, unit: 'working-days' } }],
        },
      },
      at: ['procedure', 'steps', 0, 'days', 'value'],
    },
  ],
  mutations: [
    { name: 'fifteen days', edits: [{ kind: 'set', path: ['limits', 'delivery', 'value'], value: 15 }] },
    {
      name: 'a step of twelve',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 5, 'days', 'value'], value: 12 }],
    },
  ],
  check(item, { lookups }) {
    const delivery = item.limits?.delivery;
    if (!isPermit(item) || isSetOtherwise(delivery?.basis, regulationOrAbove, lookups)) return [];
    const found: Finding[] = [];
    if (isLongerThan(delivery, most))
      found.push({
        path: ['limits', 'delivery', 'value'],
        message: {
          zh: `送达时限 ${formatLimit(delivery)}超过十个工作日。请改为 ${most} 个工作日以内；法律、法规另有规定的，在 basis 中引用。`,
          en: `The limit to deliver of ${formatLimit(delivery, 'en')} is over ten working days. Make it at most ${most}, or cite the law or regulation that says otherwise.`,
        },
      });
    (item.procedure?.steps ?? []).forEach((step, i) => {
      if (step.kind !== 'deliver' || !isLongerThan(step.days, most)) return;
      const name = step.name ?? step.id ?? '';
      found.push({
        path: ['procedure', 'steps', i, 'days', 'value'],
        message: {
          zh: `环节“${name}”要 ${formatLimit(step.days)}，超过自决定之日起的十个工作日。请改为 ${most} 个工作日以内。`,
          en: `Step "${name}" takes ${formatLimit(step.days, 'en')}, over the ten working days from the decision. Make it at most ${most}.`,
        },
      });
    });
    return found;
  },
};
