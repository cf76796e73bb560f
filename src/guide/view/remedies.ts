import { citationViews } from './citations.ts';
import { facts, type Subject } from './subject.ts';
import type { Fact } from './types.ts';

/** Where and until when a decision can be contested: by default 60 days and 6 months, as the two laws say. */
export function remedyViews(subject: Subject): Fact[] {
  const { review, litigation } = subject.item.rights ?? {};
  return facts([
    [
      { zh: '行政复议', en: 'Administrative review' },
      review && `知道决定之日起 ${review.days ?? 60} 日内，向${review.body ?? '复议机关'}申请。`,
      citationViews(subject, review?.basis),
    ],
    [
      { zh: '行政诉讼', en: 'Litigation' },
      litigation &&
        `知道决定之日起 ${litigation.months ?? 6} 个月内，向${litigation.court ?? '人民法院'}起诉。`,
      citationViews(subject, litigation?.basis),
    ],
  ]);
}
