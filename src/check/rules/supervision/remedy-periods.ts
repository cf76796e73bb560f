import type { Citations } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';

/** Administrative Review Law (2023) Art. 20 and Litigation Law Art. 46. */
const reviewDays = 60;
const courtMonths = 6;
const generalLaws: ReadonlySet<string> = new Set([
  'administrative-licensing-law',
  'administrative-review-law',
  'administrative-litigation-law',
]);

export const remedyPeriods: ItemRule = {
  id: 'remedy-periods',
  family: 'supervision',
  scope: 'item',
  severity: 'error',
  title: {
    zh: '复议期限六十日，起诉期限六个月，法律另有规定的除外',
    en: 'Review within sixty days and court within six months, unless a law says otherwise',
  },
  why: {
    zh: '期限写短了，人就误以为过了时。复议写六十日，起诉写六个月；法律另有规定的，引用它。',
    en: 'With too short a period people believe themselves too late. Write sixty days for review and six months for court, or cite the law that says otherwise.',
  },
  cites: [
    { law: 'administrative-review-law', article: 20, paragraph: 1 },
    { law: 'administrative-litigation-law', article: 46, paragraph: 1 },
  ],
  good: [
    {
      name: 'sixty days and six months',
      item: {
        rights: {
          review: { body: '本级人民政府', days: 60 },
          litigation: { court: '基层人民法院', months: 6 },
        },
      },
    },
    {
      name: 'three months by a law',
      item: { rights: { litigation: { court: '中级人民法院', months: 3, basis: [{ law: 'a-law' }] } } },
    },
    { name: 'not written yet', item: { rights: {} } },
  ],
  bad: [
    {
      name: 'review within fifteen days',
      item: { rights: { review: { body: '本级人民政府', days: 15 } } },
      at: ['rights', 'review', 'days'],
    },
    {
      name: 'court within three months, as it once was',
      item: {
        rights: {
          litigation: {
            court: '基层人民法院',
            months: 3,
            basis: [{ law: 'administrative-litigation-law', article: 46 }],
          },
        },
      },
      at: ['rights', 'litigation', 'months'],
    },
  ],
  mutations: [
    {
      name: 'court within three months',
      edits: [{ kind: 'set', path: ['rights', 'litigation', 'months'], value: 3 }],
    },
    {
      name: 'review within thirty days',
      edits: [{ kind: 'set', path: ['rights', 'review', 'days'], value: 30 }],
    },
  ],
  check(item) {
    const { review, litigation } = item.rights ?? {};
    const found: Finding[] = [];
    if (review?.days !== undefined && review.days !== reviewDays && !isSpecial(review.basis))
      found.push({
        path: ['rights', 'review', 'days'],
        message: {
          zh: `行政复议期限写 ${review.days} 日，法律规定是六十日。请改为 ${reviewDays}；法律规定更长的，在 basis 中引用。`,
          en: `Review is to be asked for within ${review.days} days; the law says sixty. Make it ${reviewDays}, or cite the law that gives more in basis.`,
        },
        fix: {
          title: { zh: '改为 60 日', en: 'Make it 60 days' },
          edits: [{ kind: 'set', path: ['rights', 'review', 'days'], value: reviewDays }],
        },
      });
    if (litigation?.months !== undefined && litigation.months !== courtMonths && !isSpecial(litigation.basis))
      found.push({
        path: ['rights', 'litigation', 'months'],
        message: {
          zh: `起诉期限写 ${litigation.months} 个月，法律规定是六个月。请改为 ${courtMonths}；法律另有规定的，在 basis 中引用。`,
          en: `An action is to be brought within ${litigation.months} months; the law says six. Make it ${courtMonths}, or cite the law that says otherwise in basis.`,
        },
        fix: {
          title: { zh: '改为 6 个月', en: 'Make it 6 months' },
          edits: [{ kind: 'set', path: ['rights', 'litigation', 'months'], value: courtMonths }],
        },
      });
    return found;
  },
};

/** Whether a law beside the general ones is cited, which may set another period. */
function isSpecial(basis: Draft<Citations> | undefined): boolean {
  return (basis ?? []).some(({ law }) => law !== undefined && !generalLaws.has(law));
}
