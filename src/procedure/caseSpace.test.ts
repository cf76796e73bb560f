import { describe, expect, test } from 'vitest';
import type { Draft, Item } from '../model/item.ts';
import { caseSpace, caseWhere } from './caseSpace.ts';
import { exampleProblems } from './exampleProblems.ts';
import { selectCase } from './selectCase.ts';
import { rangeWords, stretchesOf } from './stretches.ts';

const days = (value: number) => ({ value, unit: 'working-days' as const });
const applies = { kind: 'applies' };

/** Renewals need no plan, are promised sooner and cost half; shops from 200 m² on need a plan. */
const item: Draft<Item> = {
  variants: [
    { id: 'new', kind: 'new', name: '新办' },
    { id: 'renewal', kind: 'renewal', name: '延续' },
    { id: 'replacement', kind: 'replacement', name: '补证' },
  ],
  questions: [
    { id: 'area', text: '面积是多少？', name: '面积', kind: 'number', unit: '平方米' },
    { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'self' }, { id: 'other' }] },
  ],
  materials: {
    list: [
      { id: 'plan', when: { variant: ['new'], area: { min: 200 } } },
      { id: 'licence', when: { variant: ['renewal', 'replacement'] } },
    ],
  },
  procedure: {
    steps: [
      { id: 'accept', days: days(1) },
      { id: 'decide', days: days(3), after: ['accept'] },
    ],
  },
  limits: {
    promised: days(10),
    statutory: days(20),
    cases: [
      { id: 'renewal', when: { variant: ['renewal'] }, promised: days(5) },
      { id: 'large', when: { area: { above: 1000 } }, promised: days(15) },
    ],
  },
  fees: {
    list: [
      {
        id: 'fee',
        standard: { kind: 'unit', amount: 200, unit: '平方米', question: 'area' },
        reductions: [{ id: 'half', text: '延续的', when: { variant: ['renewal'] }, effect: { kind: 'percent', percent: 50 } }], // prettier-ignore
      },
    ],
  },
};

describe('variants', () => {
  test('are a question before the others, on which materials, limits and fees may depend', () => {
    expect(selectCase(item, {}).remaining.map(({ id }) => id)).toEqual(['variant', 'area']);
    const renewal = selectCase(item, { variant: 'renewal', area: 120 });
    expect(renewal.materials).toMatchObject([{ element: { id: 'licence' }, verdict: applies }]);
    expect(renewal.limits).toEqual({ promised: days(5), statutory: days(20) });
    expect(renewal.remaining).toEqual([]);
  });

  test('that the item has not are refused', () => {
    expect(selectCase(item, { variant: 'change' }).problems).toMatchObject([
      { kind: 'unknown-option', options: ['new', 'renewal', 'replacement'] },
    ]);
    expect(selectCase({ ...item, variants: [] }, { variant: 'new' }).problems[0]).toMatchObject({
      kind: 'unknown-question',
    });
  });

  test('limits of the case written first go before', () => {
    const promised = (answers: Record<string, string | number>) =>
      selectCase(item, answers).limits?.promised?.value;
    expect(promised({ variant: 'renewal', area: 2000 })).toBe(5);
    expect(promised({ variant: 'new', area: 2000 })).toBe(15);
    expect(promised({ variant: 'new', area: 1000 })).toBe(10);
    expect(promised({})).toBe(10);
  });
});

describe('the space of cases', () => {
  test('parts answers into those that every condition treats alike, and leaves out what decides nothing', () => {
    const { dimensions, total } = caseSpace(item);
    expect(dimensions.map(({ id, classes }) => [id, classes.map(({ answers }) => answers)])).toEqual([
      ['variant', [['new'], ['renewal'], ['replacement']]],
      ['area', [[100], [200, 600, 1000], [1001]]],
    ]);
    expect(total).toBe(9);
  });

  test('knows a case in which some conditions hold and others fail, or that there is none', () => {
    const space = caseSpace(item);
    const whens = item.materials!.list!.map(({ when }) => when);
    expect(caseWhere(space, { none: whens })).toEqual({
      kind: 'case',
      answers: { variant: 'new', area: 100 },
    });
    expect(caseWhere(space, { all: whens })).toEqual({ kind: 'none' });
    expect(caseWhere(space, { none: [undefined, ...whens] })).toEqual({ kind: 'none' });
    expect(caseWhere(space, { all: [{ area: { min: 300, below: 300 } }] })).toEqual({
      kind: 'none',
    });
  });

  test('a search that would not end is given up and says so', () => {
    // Ten pigeons in nine holes, each alone: no case, and no short way to know it.
    const holes = Array.from({ length: 9 }, (_, i) => `h${i}`);
    const birds = Array.from({ length: 10 }, (_, i) => `p${i}`);
    const hard: Draft<Item> = {
      questions: birds.map((id) => ({ id, kind: 'choice', options: holes.map((hole) => ({ id: hole })) })),
      materials: {
        list: birds.flatMap((a, i) =>
          birds.slice(i + 1).flatMap((b) => holes.map((hole) => ({ when: { [a]: [hole], [b]: [hole] } }))),
        ),
      },
    };
    const begun = performance.now();
    const whens = hard.materials!.list!.map(({ when }) => when);
    expect(caseWhere(caseSpace(hard), { none: whens })).toEqual({ kind: 'unknown' });
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('two hundred questions take no longer than they are many', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `q${i}`);
    const large: Draft<Item> = {
      questions: ids.map((id) => ({ id, kind: 'choice', options: [{ id: 'yes' }, { id: 'no' }] })),
      materials: {
        list: ids.map((id, i) => ({ id, when: { [id]: ['yes'], [ids[(i + 1) % 200]!]: ['yes', 'no'] } })),
      },
    };
    const begun = performance.now();
    const space = caseSpace(large);
    expect(space.total).toBeGreaterThan(1e50);
    const found = caseWhere(space, { none: large.materials!.list!.map(({ when }) => when) });
    expect(found).toMatchObject({ kind: 'case', answers: { q0: 'no', q199: 'no' } });
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('stretches of numbers', () => {
  test.each([
    ['at least', [{ min: 200 }], ['不足 200', '不少于 200']],
    [
      'a gap between two',
      [{ min: 15 }, { max: 14.99 }],
      ['不超过 14.99', '超过 14.99、不足 15', '不少于 15'],
    ],
    ['bounds that meet', [{ min: 15 }, { below: 15 }], ['不足 15', '不少于 15']],
    ['bounds that overlap', [{ min: 15 }, { max: 15 }], ['不足 15', '不少于 15、不超过 15', '超过 15']],
    ['above nothing', [{ above: 0 }], ['不超过 0', '超过 0']],
    ['no range', [['yes']], []],
  ])('%s', (_, wanted, words) => {
    expect(stretchesOf(wanted).map((range) => rangeWords(range))).toEqual(words);
  });
});

describe('an example', () => {
  const found = (expect: object, answers: Record<string, string> = { variant: 'renewal', area: '120' }) =>
    exampleProblems(item, { id: 'x', answers, expect }).map(({ path, words }) => [path.join('/'), words.zh]);

  test('that holds has no problem', () => {
    const right = { materials: ['licence'], steps: ['decide', 'accept'], fee: 12_000, promised: 5, days: 4, from: '2026-03-02', due: '2026-03-09' }; // prettier-ignore
    expect(found(right)).toEqual([]);
  });

  test.each([
    ['another material', { materials: ['plan'] }, 'expect/materials', '材料应为 plan，算出来没有 plan，算出来还有 licence'],
    ['another fee', { fee: 1 }, 'expect/fee', '收费应为 0.01 元，算出来是 120 元（面积 120 平方米 × 2 元 = 240 元；减免（延续的）：减收 50%，应缴 120 元）'],
    ['another promise', { promised: 10 }, 'expect/promised', '承诺天数应为 10，算出来是 5'],
    ['other days', { days: 5 }, 'expect/days', '环节合计天数应为 5，算出来是 4'],
    ['another day', { from: '2026-03-02', due: '2026-03-10' }, 'expect/due', '2026-03-02 受理应于 2026-03-10 前办结，按承诺时限算是 2026-03-09'],
    ['no day to begin with', { due: '2026-03-10' }, 'expect/due', '办结日期算不出来：没有写受理日期 from'],
  ])('that expects %s', (_, expected, at, words) => {
    expect(found(expected)).toEqual([[at, words]]);
  }); // prettier-ignore

  test('with an answer that the question has not, or too few', () => {
    expect(found({ fee: 1 }, { variant: 'change' })).toEqual([
      ['answers/variant', '“办理哪一种业务？”没有选项“change”。可选：new、renewal、replacement。'],
    ]);
    expect(found({ materials: ['licence'] }, { area: '500' })).toEqual([
      ['answers', '材料还没有算定，要看回答：plan（variant）、licence（variant）'],
    ]);
    expect(found({ fee: 1 }, {})).toMatchObject([['expect/fee', expect.stringContaining('还算不定')]]);
  });
});
