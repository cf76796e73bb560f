import { dayNumber } from '../../../procedure/index.ts';
import type { StaffFile } from '../../../model/generated/schemas.ts';
import type { FileRule, Finding } from '../rule.ts';
import { dueDays, type DueDay } from './certificateFault.ts';

const holder = (days: Partial<Record<DueDay, string>>) => ({
  division: '511500',
  holders: [
    {
      id: 'h1',
      name: '样例甲',
      number: '0001',
      agency: 'a',
      posts: ['审查岗'],
      certificates: [{ id: 'c1', name: '资格证', number: '1', until: '2030-12-31', ...days }],
    },
  ],
});
const at = ['holders', 0, 'certificates', 0];

/**
 * Licensing Law Art. 34: an application is examined by those whom the authority assigned to it, who must be
 * qualified on the day they examine. What runs out soon is told before it does.
 */
export const certificateInTime: FileRule = {
  id: 'certificate-in-time',
  family: 'staff',
  scope: 'file',
  severity: 'warning',
  title: {
    zh: '岗位证件在有效期内，按期审验和复考',
    en: 'Certificates of posts are valid, checked every year and re-examined in time',
  },
  why: {
    zh: '证件过期、漏了年度审验或者复考的人不能再审查审批。办好后改写日期；不再上岗的写明离岗日期。',
    en: 'Whoever holds a certificate that has expired or was not checked may not examine. Renew it and write the new day, or write the day on which the person left the post.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 34 }],
  parameters: {
    days: { default: 60, title: { zh: '提前多少天提醒', en: 'How many days before to remind' } },
  },
  good: [
    { name: 'in time', kind: 'staff', value: holder({ checkBy: '2027-03-31', examineBy: '2028-03-31' }) },
    { name: 'who has left', kind: 'staff', value: left() },
    { name: 'another kind of file', kind: 'centre', value: { id: 'a' } },
  ],
  bad: [
    { name: 'expired', kind: 'staff', value: holder({ until: '2026-05-31' }), at: [...at, 'until'] },
    {
      name: 'no yearly check',
      kind: 'staff',
      value: holder({ checkBy: '2026-03-31' }),
      at: [...at, 'checkBy'],
    },
    {
      name: 'no re-examination',
      kind: 'staff',
      value: holder({ examineBy: '2026-03-31' }),
      at: [...at, 'examineBy'],
    },
    { name: 'it expires today', kind: 'staff', value: holder({ until: '2026-06-01' }), at: [...at, 'until'] },
    { name: 'soon', kind: 'staff', value: holder({ examineBy: '2026-07-31' }), at: [...at, 'examineBy'] },
  ],
  mutations: [
    {
      name: 'a yearly check was missed',
      edits: [],
      files: {
        'staff/510700.yaml': {
          division: '510700',
          holders: [{ ...holder({ checkBy: '2026-03-31' }).holders[0], agency: 'health-511500' }],
        },
      },
    },
  ],
  check({ kind, value }, { date, number }) {
    if (kind !== 'staff') return [];
    const today = dayNumber(date) ?? 0;
    // The kind tells the type of the value.
    const { holders = [] } = value as StaffFile;
    return holders.flatMap((one, i) => {
      if ((one.to ?? date) < date) return [];
      return (one.certificates ?? []).flatMap((certificate, j) =>
        (Object.keys(dueDays) as DueDay[]).flatMap((key): Finding[] => {
          const day = certificate[key];
          const left = day === undefined ? undefined : (dayNumber(day) ?? Infinity) - today;
          if (left === undefined || left > number('days')) return [];
          const who = `${one.name}（${one.number}）`;
          const path = ['holders', i, 'certificates', j, key];
          if (left < 0)
            return [
              {
                path,
                message: {
                  zh: `${who}的“${certificate.name}”已于 ${day} ${dueDays[key].zh}，不能再审查审批。请办理后改写日期，或者写明离岗日期。`,
                  en: `"${certificate.name}" of ${who}: ${dueDays[key].en} on ${day}. Renew it and write the new day, or the day of leaving the post.`,
                },
              },
            ];
          return [
            {
              path,
              severity: 'info',
              message: {
                zh: `${who}的“${certificate.name}”${soon[key].zh}最迟在 ${day}，还有 ${left} 天。请及时办理。`,
                en: `"${certificate.name}" of ${who}: ${soon[key].en} by ${day}, in ${left} days. See to it in time.`,
              },
            },
          ];
        }),
      );
    });
  },
};

const soon = {
  until: { zh: '换证', en: 'renewal' },
  checkBy: { zh: '年度审验', en: 'yearly check' },
  examineBy: { zh: '复考', en: 're-examination' },
};

function left() {
  const { division, holders } = holder({ until: '2020-12-31' });
  return { division, holders: holders.map((one) => ({ ...one, to: '2020-12-31' })) };
}
