import type { Limit } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import { isPermit } from '../basis/establishingBases.ts';
import { isSetOtherwise } from '../otherwise.ts';
import { ruleOrAbove } from '../rank.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { statutoryBasis } from './statutoryBasis.ts';

/** A warning: a limit in calendar days may be meant well, but nobody can tell which days were meant. */
export const calendarDaysNeedBasis: ItemRule = {
  id: 'calendar-days-need-basis',
  family: 'limits',
  scope: 'item',
  severity: 'warning',
  title: { zh: '按自然日计算的时限须有依据', en: 'A limit in calendar days has a basis' },
  why: {
    zh: '许可的期限以工作日计算，不含节假日；写成自然日的，与法定时限无法比较，节假日算不算也说不清。改为工作日，或者引用规定自然日的条文。',
    en: 'Limits of permits are working days. Calendar days compare with nothing and leave it open whether holidays count: write working days, or cite the article that says calendar days.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 82 }],
  good: [
    { name: 'working days', item: { limits: { statutory: { value: 20, unit: 'working-days' } } } },
    {
      name: 'a law that says calendar days',
      item: {
        limits: {
          statutory: { value: 30, unit: 'calendar-days', basis: [{ law: 'a-law', article: 8 }] },
          promised: { value: 20, unit: 'calendar-days' },
        },
      },
    },
    { name: 'on the spot', item: { limits: { promised: { value: 0, unit: 'calendar-days' } } } },
  ],
  bad: [
    {
      name: 'by the Licensing Law, which says working days',
      item: {
        limits: {
          statutory: {
            value: 20,
            unit: 'calendar-days',
            basis: [{ law: 'administrative-licensing-law', article: 42 }],
          },
        },
      },
      at: ['limits', 'statutory', 'unit'],
    },
    {
      name: 'a promise in another unit than the law’s',
      item: {
        limits: {
          statutory: { value: 20, unit: 'working-days' },
          promised: { value: 7, unit: 'calendar-days' },
        },
      },
      at: ['limits', 'promised', 'unit'],
    },
    {
      name: 'a first review',
      item: { basics: { firstReview: { level: 'county', limit: { value: 20, unit: 'calendar-days' } } } },
      at: ['basics', 'firstReview', 'limit', 'unit'],
    },
  ],
  mutations: [
    {
      name: 'ten calendar days to deliver',
      edits: [{ kind: 'set', path: ['limits', 'delivery', 'unit'], value: 'calendar-days' }],
    },
  ],
  check(item, { lookups }) {
    if (!isPermit(item)) return [];
    const { acceptance, statutory, promised, delivery, extension } = item.limits ?? {};
    const limits: [zh: string, en: string, Path, Draft<Limit> | undefined][] = [
      ['受理时限', 'limit to accept', ['limits', 'acceptance'], acceptance],
      ['法定时限', 'statutory limit', ['limits', 'statutory'], statutory],
      ['送达时限', 'limit to deliver', ['limits', 'delivery'], delivery],
      ['延长期限', 'extension', ['limits', 'extension'], extension],
      [
        '初审时限',
        'limit of the first review',
        ['basics', 'firstReview', 'limit'],
        item.basics?.firstReview?.limit,
      ],
    ];
    // A promise follows the unit of the limit that it shortens.
    if (statutory?.unit === 'working-days')
      limits.push(['承诺时限', 'promised limit', ['limits', 'promised'], promised]);
    return limits.flatMap(([zh, en, path, limit]): Finding[] =>
      limit?.unit !== 'calendar-days' ||
      limit.value === undefined ||
      limit.value === 0 ||
      isSetOtherwise(limit === statutory ? statutoryBasis(item) : limit.basis, ruleOrAbove, lookups)
        ? []
        : [
            {
              path: [...path, 'unit'],
              message: {
                zh: `${zh} ${limit.value} 日按自然日计算，没有引用这样规定的条文。许可的期限以工作日计算：请改为工作日，或者在 basis 中引用规定自然日的条文。`,
                en: `The ${en} of ${limit.value} days is in calendar days and cites nothing that says so. Limits of permits are working days: change the unit, or cite the article in basis.`,
              },
            },
          ],
    );
  },
};
