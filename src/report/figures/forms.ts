import { count, namesIn, shareOf } from '../figure.ts';
import type { Figure, ReportSubject } from '../types.ts';

const named = namesIn('forms');

/** How far materials that are forms have a blank form to take home and a filled sample to look at. */
export function formFigures(subjects: readonly ReportSubject[]): Figure[] {
  const sum = (key: keyof ReportSubject['forms']) =>
    subjects.reduce((total, { forms }) => total + forms[key], 0);
  const having = (key: 'blank' | 'sample') => subjects.filter(({ forms }) => forms[key] > 0);
  const lacking = subjects.filter(({ forms }) => forms.blank < forms.needed || forms.sample < forms.needed);
  const of = { zh: '全部事项的表格类材料', en: 'all materials that are forms' };
  return [
    shareOf(
      named('blank-forms', '空白表格覆盖率', 'Materials with a blank form'),
      'materials',
      [sum('blank'), sum('needed')],
      of,
      having('blank'),
    ),
    shareOf(
      named('filled-samples', '填写样例覆盖率', 'Materials with a filled sample'),
      'materials',
      [sum('sample'), sum('needed')],
      of,
      having('sample'),
    ),
    count(named('forms-lacking', '还缺表格或样例的事项', 'Items that lack a form or a sample'), lacking, {
      zh: '有表格类材料的事项',
      en: 'items with materials that are forms',
    }),
  ];
}
