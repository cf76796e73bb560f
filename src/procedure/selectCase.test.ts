import { describe, expect, test } from 'vitest';
import type { Draft, Item } from '../model/item.ts';
import { allCases } from './allCases.ts';
import { readAnswers } from './caseProblems.ts';
import { selectCase, type Case, type Chosen } from './selectCase.ts';
import type { Answers } from './when.ts';

const days = (value: number) => ({ value, unit: 'working-days' as const });

/** A food licence: enterprises bring a business licence, shops over 200 m² are inspected and pay by area. */
const item: Draft<Item> = {
  questions: [
    {
      id: 'applicant',
      text: '申请人',
      kind: 'choice',
      options: [{ id: 'enterprise' }, { id: 'person' }, { id: 'canteen' }],
    },
    { id: 'area', text: '面积', kind: 'number', unit: '平方米' },
    { id: 'pages', text: '副本数', kind: 'number' },
    { id: 'hobby', text: '不相干的问题', kind: 'choice', options: [{ id: 'chess' }] },
  ],
  conditions: {
    grant: [
      { id: 'clean', text: '整洁' },
      { id: 'cook', text: '有厨师', when: { applicant: ['canteen'] } },
    ],
  },
  materials: {
    list: [
      { id: 'form', name: '申请表' },
      { id: 'licence', name: '营业执照', when: { applicant: ['enterprise', 'canteen'] } },
      { id: 'plan', name: '平面图', when: { applicant: ['enterprise'], area: { min: 200 } } },
    ],
  },
  procedure: {
    steps: [
      { id: 'accept', days: days(1) },
      { id: 'site', days: days(5), after: ['accept'], when: { area: { min: 200 } } },
      { id: 'decide', days: days(2), after: ['site'] },
    ],
  },
  fees: {
    list: [
      { id: 'copy', standard: { kind: 'unit', amount: 500, unit: '本', question: 'pages' } },
      {
        id: 'inspection',
        standard: { kind: 'fixed', amount: 10_000 },
        when: { area: { min: 200, max: 1000 } },
      },
    ],
  },
};

const ids = (chosen: Chosen<{ id?: string }>[]) =>
  chosen.map(({ element, verdict }) => (verdict.kind === 'applies' ? element.id : `${element.id}?`));

const outline = (found: Case) => ({
  conditions: ids(found.conditions).join(' '),
  materials: ids(found.materials).join(' '),
  steps: ids(found.steps).join(' '),
  fees: ids(found.fees).join(' '),
  days: `${found.days?.least}-${found.days?.most}`,
  remaining: found.remaining.map((question) => question.id).join(' '),
});

test.each<{ name: string; answers: Answers; expected: object }>([
  {
    name: 'nothing answered: all that has a when is possible',
    answers: {},
    expected: {
      conditions: 'clean cook?',
      materials: 'form licence? plan?',
      steps: 'accept site? decide',
      fees: 'copy inspection?',
      days: '3-8',
      remaining: 'applicant area pages',
    },
  },
  {
    name: 'one no rules out, whatever the other question says',
    answers: { applicant: 'person' },
    expected: {
      conditions: 'clean',
      materials: 'form',
      steps: 'accept site? decide',
      fees: 'copy inspection?',
      days: '3-8',
      remaining: 'area pages',
    },
  },
  {
    name: 'a bound belongs to its range',
    answers: { applicant: 'enterprise', area: 200, pages: 1 },
    expected: {
      conditions: 'clean',
      materials: 'form licence plan',
      steps: 'accept site decide',
      fees: 'copy inspection',
      days: '8-8',
      remaining: '',
    },
  },
  {
    name: 'below the range',
    answers: { applicant: 'canteen', area: 199.99 },
    expected: {
      conditions: 'clean cook',
      materials: 'form licence',
      steps: 'accept decide',
      fees: 'copy',
      days: '3-3',
      remaining: 'pages',
    },
  },
  {
    name: 'above the upper bound',
    answers: { area: 1000.5 },
    expected: {
      conditions: 'clean cook?',
      materials: 'form licence? plan?',
      steps: 'accept site decide',
      fees: 'copy',
      days: '8-8',
      remaining: 'applicant pages',
    },
  },
])('$name', ({ answers, expected }) => {
  const found = selectCase(item, answers);
  expect(outline(found)).toEqual(expected);
  expect(found.problems).toEqual([]);
});

test('says on which questions a possible element depends', () => {
  const plan = selectCase(item, { applicant: 'enterprise' }).materials[2];
  expect(plan?.verdict).toEqual({ kind: 'depends', on: ['area'] });
});

test('what waited for a step that does not apply waits for the one before it', () => {
  const found = selectCase(item, { area: 10 });
  expect(found.steps.at(-1)?.element).toMatchObject({ id: 'decide', after: ['accept'] });
  expect(found.path).toMatchObject({ ids: ['accept', 'decide'] });
});

test('a cycle leaves no number of days', () => {
  const steps = [
    { id: 'a', after: ['b'] },
    { id: 'b', after: ['a'] },
  ];
  const found = selectCase({ procedure: { steps } }, {});
  expect(found.path.kind).toBe('cycle');
  expect(found).not.toHaveProperty('days');
});

describe('problems are values, and what is wrong counts as unanswered', () => {
  test.each<{ name: string; answers: Answers; problem: object }>([
    {
      name: 'unknown question',
      answers: { colour: 'red' },
      problem: { kind: 'unknown-question', question: 'colour' },
    },
    {
      name: 'unknown option',
      answers: { applicant: 'enterprse' },
      problem: {
        kind: 'unknown-option',
        question: 'applicant',
        options: ['enterprise', 'person', 'canteen'],
      },
    },
    {
      name: 'a number for a choice',
      answers: { applicant: 1 },
      problem: { kind: 'wrong-kind', question: 'applicant' },
    },
    {
      name: 'a text for a number',
      answers: { area: 'big' },
      problem: { kind: 'wrong-kind', question: 'area' },
    },
    { name: 'no number', answers: { area: Number.NaN }, problem: { kind: 'wrong-kind', question: 'area' } },
    { name: 'a name of the language', answers: { constructor: 'x' }, problem: { kind: 'unknown-question' } },
  ])('$name', ({ answers, problem }) => {
    const found = selectCase(item, answers);
    expect(found.problems).toEqual([expect.objectContaining(problem)]);
    expect(found.answers).toEqual({});
    expect(outline(found)).toEqual(outline(selectCase(item, {})));
  });

  test.each([
    { name: 'a question that is not asked', when: { colour: ['red'] }, on: 'colour' },
    { name: 'an option that is not offered', when: { applicant: ['enterprse'] }, on: 'applicant' },
    { name: 'options for a number', when: { area: ['big'] }, on: 'area' },
    { name: 'a range for a choice', when: { applicant: { min: 1 } }, on: 'applicant' },
    { name: 'no option at all', when: { applicant: [] }, on: 'applicant' },
    { name: 'a bound that is no number', when: { area: { min: '200' } }, on: 'area' },
  ])('an unclear when hides nothing: $name', ({ when, on }) => {
    const list = [{ id: 'form' }, { id: 'odd', when: when as never }];
    const found = selectCase({ ...item, materials: { list } }, { applicant: 'enterprise', area: 300 });
    expect(ids(found.materials)).toEqual(['form', 'odd?']);
    expect(found.problems).toEqual([
      expect.objectContaining({ kind: 'unclear-when', path: ['materials', 'list', 1, 'when', on] }),
    ]);
    expect(found.remaining.map(({ id }) => id)).not.toContain(on);
  });
});

test('readAnswers makes numbers of what number questions were told', () => {
  expect(readAnswers(item, { applicant: '1', area: ' 200.5 ', pages: 'two', colour: '3' })).toEqual({
    applicant: '1',
    area: 200.5,
    pages: 'two',
    colour: '3',
  });
});

describe('allCases', () => {
  test('combines options and stretches of numbers that matter', () => {
    const { cases, total } = allCases(item);
    // 3 applicants; area below, at and between 200 and 1000, and above.
    expect(total).toBe(3 * 5);
    expect(cases).toHaveLength(15);
    expect(cases.slice(0, 5).map(({ answers }) => answers)).toEqual(
      [100, 200, 600, 1000, 1001].map((area) => ({ applicant: 'enterprise', area })),
    );
  });

  test('leaves nothing open but quantities', () => {
    for (const found of allCases(item).cases) {
      expect(outline(found)).not.toMatchObject({ materials: expect.stringContaining('?') });
      expect(found.remaining.map(({ id }) => id)).toEqual(['pages']);
    }
  });

  test('an item without questions has one case', () => {
    expect(allCases({ materials: { list: [{ id: 'form' }] } })).toMatchObject({
      total: 1,
      cases: [{ answers: {} }],
    });
  });

  test('stops at the cap and says how many there are', () => {
    const questions = Array.from({ length: 20 }, (_, i) => ({
      id: `q${i}`,
      kind: 'choice' as const,
      options: [{ id: 'yes' }, { id: 'no' }],
    }));
    const list = questions.map(({ id }) => ({ id, when: { [id]: ['yes'] } }));
    const { cases, total } = allCases({ questions, materials: { list } }, 10);
    expect(total).toBe(2 ** 20);
    expect(cases).toHaveLength(10);
    expect(new Set(cases.map(({ materials }) => ids(materials).join(' '))).size).toBe(10);
  });

  test('a number is tried below 0 only where a bound is', () => {
    const areas = (range: { min: number } | { max: number }) =>
      allCases({
        questions: item.questions!,
        materials: { list: [{ id: 'm', when: { area: range } }] },
      }).cases.map(({ answers }) => answers['area']);
    expect(areas({ min: 0 })).toEqual([0, 1]);
    expect(areas({ max: 10 })).toEqual([5, 10, 11]);
    expect(areas({ min: -5 })).toEqual([-6, -5, -4]);
  });
});
