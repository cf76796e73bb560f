import type { StaffFile } from '../../../model/generated/schemas.ts';
import type { Draft } from '../../../model/item.ts';
import type { Words } from '../../../model/schemas.ts';

export type Holder = NonNullable<Draft<StaffFile>['holders']>[number];
export type Certificate = NonNullable<Holder['certificates']>[number];

/** Days of a certificate that may be over, and what is wrong when they are. */
export const dueDays = {
  until: { zh: '有效期届满', en: 'it expired' },
  checkBy: { zh: '没有通过年度审验', en: 'its yearly check was missed' },
  examineBy: { zh: '没有复考', en: 'its re-examination was missed' },
} as const satisfies Partial<Record<keyof Certificate, Words>>;

export type DueDay = keyof typeof dueDays;

/** Why a certificate gives no qualification on `date`; `undefined` where it does. */
export function certificateFault(certificate: Certificate, date: string): Words | undefined {
  if ((certificate.from ?? date) > date) return { zh: '还没有生效', en: 'it is not in force yet' };
  const over = (Object.keys(dueDays) as DueDay[]).find((key) => (certificate[key] ?? date) < date);
  return over && dueDays[over];
}

/** Whether the person is in post on `date`. */
export function isInPost({ from, to }: Holder, date: string): boolean {
  return (from ?? date) <= date && (to ?? date) >= date;
}
