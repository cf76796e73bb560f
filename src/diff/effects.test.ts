import { expect, test } from 'vitest';
import { fieldAt } from '../model/field.ts';
import { effectOf, judgedPaths } from './effects.ts';

const days = (value: number, unit = 'working-days') => ({ value, unit });
const some = { id: 'x', text: '一项' };
const when = { applicant: ['person'] };
const tiers = (...amounts: number[]) => ({
  kind: 'tiers',
  unit: '台',
  tiers: amounts.map((amount, i) => (i === amounts.length - 1 ? { amount } : { upTo: (i + 1) * 10, amount })),
});

/** Each the change for the better; the other way round it must be for the worse. */
const better: [path: string, before: unknown, after: unknown][] = [
  ['basics.handling', 'promised', 'instant'],
  ['basics.firstReview.level', 'county', undefined],
  ['basics.firstReview.limit', days(20), days(10)],
  ['conditions.grant.*', some, undefined],
  ['conditions.grant.*.when', undefined, when],
  ['conditions.refuse.*', some, undefined],
  ['quantity.total', '每县 3 个', undefined],
  ['materials.list.*', { need: 'required' }, undefined],
  ['materials.list.*', { need: 'later' }, undefined],
  ['materials.list.*', {}, undefined],
  ['materials.list.*.when', undefined, when],
  ['materials.list.*.need', 'required', 'later'],
  ['materials.list.*.need', 'later', 'optional'],
  ['materials.list.*.originals', 1, undefined],
  ['materials.list.*.copies', 2, 1],
  ['materials.list.*.medium', 'paper', 'either'],
  ['materials.list.*.medium', 'electronic', 'either'],
  ['materials.list.*.source', 'intermediary', 'applicant'],
  ['materials.list.*.sharing', undefined, true],
  ['materials.list.*.electronicLicence', false, true],
  ['materials.list.*.form', undefined, 'form'],
  ['materials.list.*.sample', undefined, 'forms/a.pdf'],
  ['forms.list.*.file', undefined, 'forms/a.pdf'],
  ['forms.list.*.sample', undefined, 'forms/a.pdf'],
  ['intermediaries.list.*', some, undefined],
  ['intermediaries.list.*.payer', 'applicant', 'agency'],
  ['procedure.steps.*', some, undefined],
  ['procedure.steps.*.when', undefined, when],
  ['procedure.steps.*.days', days(5), days(3)],
  ['procedure.steps.*.excluded', true, undefined],
  ['limits.acceptance', days(5), days(0)],
  ['limits.acceptance', undefined, days(5)],
  ['limits.statutory', days(20), days(15)],
  ['limits.statutory', undefined, days(20)],
  ['limits.promised', days(20), days(20, 'calendar-days')],
  ['limits.promised', undefined, days(20)],
  ['limits.delivery', days(10), days(5)],
  ['limits.delivery', undefined, days(10)],
  ['limits.extension', days(10), days(5)],
  ['limits.extension', days(10), undefined],
  ['fees.list.*', some, undefined],
  ['fees.list.*.when', undefined, when],
  ['fees.list.*.standard', { kind: 'fixed', amount: 2 }, { kind: 'fixed', amount: 1 }],
  ['fees.list.*.standard', { kind: 'unit', unit: '台', amount: 2 }, { kind: 'unit', unit: '台', amount: 1 }],
  ['fees.list.*.standard', tiers(3, 2), tiers(3, 1)],
  ['fees.list.*.reductions.*', undefined, some],
  ['result.validity', { value: 30, unit: 'months' }, { value: 3, unit: 'years' }],
  ['result.validity', { value: 50, unit: 'years' }, { none: '长期有效' }],
  ['result.renewal.before', days(60), days(30)],
  ['result.territory.scope', 'local', 'nationwide'],
  ['annualInspection.kind', 'inspection', 'report'],
  ['annualInspection.kind', 'report', undefined],
  ['annualInspection.materials', ['年报', '账本'], ['年报']],
  ['annualInspection.fee', '100 元', undefined],
  ['annualInspection.joint', undefined, true],
  ['rights.rights.*', undefined, some],
  ['rights.duties.*', some, undefined],
  ['rights.review.days', 60, 90],
  ['rights.litigation.months', 6, 12],
  ['reform.way', 'none', 'commitment'],
  ['service.inCentre', false, true],
  ['service.visits', 2, 0],
  ['service.channels', ['window'], ['online', 'window']],
  ['service.booking', undefined, true],
  ['service.courier', undefined, true],
  ['service.agent', undefined, true],
  ['service.greenChannel', undefined, true],
  ['service.holidayAppointment', undefined, true],
  ['service.applyUrl', undefined, 'https://example.cn'],
  ['service.progressUrl', undefined, 'https://example.cn'],
  ['service.phones.advice', undefined, '12345'],
  ['service.phones.complaint', undefined, '12345'],
  ['service.faq.*', undefined, some],
];

test.each(better)('%s: %j to %j is better, and the reverse is worse', (at, before, after) => {
  const path = at.split('.');
  expect(effectOf(path, before, after)).toMatchObject({
    effect: 'better',
    reason: { zh: expect.any(String) },
  });
  expect(effectOf(path, after, before)).toMatchObject({
    effect: 'worse',
    reason: { zh: expect.any(String) },
  });
});

test.each<[path: string, before: unknown, after: unknown]>([
  ['basics.name', '甲', '乙'],
  ['materials.list.*', { need: 'optional' }, undefined],
  ['materials.list.*', undefined, { need: 'optional' }],
  ['materials.list.*.medium', 'paper', 'electronic'],
  ['materials.list.*.source', 'applicant', 'government'],
  ['materials.list.*.sharing', false, undefined],
  ['materials.list.*.copies', '两份', 1],
  ['conditions.grant.*.when', when, { applicant: ['enterprise'] }],
  ['limits.promised', days(5), days(7, 'calendar-days')],
  ['limits.promised', days(5), { value: 'soon', unit: 'working-days' }],
  ['fees.list.*.standard', { kind: 'fixed', amount: 2 }, { kind: 'unit', unit: '台', amount: 1 }],
  ['fees.list.*.standard', { kind: 'unit', unit: '台', amount: 2 }, { kind: 'unit', unit: '本', amount: 1 }],
  ['fees.list.*.standard', tiers(3, 1), tiers(2, 2)],
  ['fees.list.*.standard', tiers(3, 2), tiers(3, 2, 1)],
  ['service.channels', ['window'], ['online']],
  ['service.channels', 'window', ['online']],
  ['service.visits', undefined, 1],
])('%s: %j to %j is neither', (at, before, after) => {
  expect(effectOf(at.split('.'), before, after)).toEqual({ effect: 'neutral' });
});

test('every row of the table is shown to bite, and stands for a field of the schema', () => {
  expect([...new Set(better.map(([path]) => path))]).toEqual([...new Set(judgedPaths)]);
  for (const path of judgedPaths) expect(fieldAt('item', path.split('.'))).toBeDefined();
});
