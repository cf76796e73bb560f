import { describe, expect, test } from 'vitest';
import { figuresOf } from './figuresOf.ts';
import { levelRows } from './levelRows.ts';
import { formatReport } from './formatReport.ts';
import { reportTables } from './reportTables.ts';
import type { Figure, ReportBundle, ReportFacts, ReportFinding, ReportSubject } from './types.ts';

const days = (value: number, unit: 'working-days' | 'calendar-days' = 'working-days') => ({ value, unit });

function subject(division: string, id: string, more: Partial<ReportSubject> = {}): ReportSubject {
  return {
    key: `${division}/${id}`,
    id,
    division,
    name: id,
    agency: 'water',
    inCentre: false,
    centres: [],
    conditionIds: [],
    materialIds: [],
    forms: { needed: 0, blank: 0, sample: 0 },
    files: [`000000/${id}.yaml`, `${division}/${id}.yaml`],
    ...more,
  };
}

function finding(file: string, more: Partial<ReportFinding> = {}): ReportFinding {
  return {
    code: 'promised-within-statutory',
    severity: 'warning',
    message: { zh: '长了。', en: 'Too long.' },
    file,
    ...more,
  };
}

function facts(subjects: ReportSubject[], findings: ReportFinding[] = []): ReportFacts {
  return {
    date: '2026-06-01',
    title: '样例',
    subjects,
    findings,
    objections: [
      { subject: '511500/a', state: 'answered' },
      { subject: '511502/a', state: 'open' },
    ],
    bundles: [],
    rules: { 'promised-within-statutory': { zh: '承诺不长于法定', en: 'The promise is within the law' } },
    divisions: [
      { id: '511500', name: '宜宾市', level: 'city' },
      { id: '511502', name: '翠屏区', level: 'county' },
    ],
    agencies: [{ id: 'water', name: '水利局', division: '511500' }],
    centres: [],
    types: {},
  };
}

const bundle: ReportBundle = {
  key: '511500/shop',
  id: 'shop',
  division: '511500',
  name: '开店',
  agency: 'water',
  centres: ['yibin'],
  subjects: ['511500/a', '511500/b'],
  days: { apart: 30, together: 20 },
  handIn: { apart: 12, together: 9 },
  forms: { apart: 2, together: 1 },
  visits: { apart: 3, together: 0 },
};

test('what is let be is listed with its reason and its end', () => {
  const letBe = { reason: '县里正在修改', until: '2026-12-31', severity: 'error' as const };
  const text = formatReport(
    facts(
      [subject('511500', 'a')],
      [finding('511500/a.yaml', { severity: 'info', suppressed: letBe }), finding('000000/a.yaml')],
    ),
    {},
  );
  expect(text).toContain(
    '暂缓至 2026-12-31  promised-within-statutory  511500/a.yaml：长了。\n      理由：县里正在修改',
  );
  expect(text.match(/暂缓至/g)).toHaveLength(1);
});

describe('bundles', () => {
  const { days: _, visits: _visits, ...unsaid } = { ...bundle, key: '511502/shop', division: '511502' };
  const all = { ...facts([subject('511500', 'a'), subject('511502', 'a')]), bundles: [bundle, unsaid] };
  const of = (id: string, scope = {}) => figuresOf(all, scope).find((one) => one.id === id)!;

  test('one whose time nobody knows is left out of the time, by name, and counted otherwise', () => {
    expect(of('bundles').value).toBe(2);
    expect(of('bundle-days')).toMatchObject({
      numerator: 10,
      denominator: 30,
      leftOut: { items: ['511502/shop'] },
    });
    expect(of('bundle-days-average')).toMatchObject({ value: 10, denominator: 1, per: 'bundles' });
    expect(of('bundle-materials')).toMatchObject({ numerator: 6, denominator: 24, value: 0.25 });
  });

  test('are those that a division offers, an agency leads, a centre takes', () => {
    expect(of('bundles', { division: '511502' }).value).toBe(1);
    expect(of('bundles', { agency: 'fire' }).value).toBe(0);
    expect(of('bundle-forms', { agency: 'fire' }).value).toBeUndefined();
    expect(of('bundles', { centre: 'yibin' })).toMatchObject({ value: 2, items: ['511500/a', '511500/b'] });
  });

  test('stand in the text and in a table of their own', () => {
    const text = formatReport(all, {});
    expect(text).toContain(
      '开店（宜宾市）  依次 30 → 并联 20 个工作日，要交材料 12 → 9 份，填表 2 → 1 张，到现场 3 → 0 次',
    );
    expect(text).toContain('平均每件少用的时间  10 个工作日（10 / 1 件）');
    expect(text).toContain('分母：各件所含事项依次办理的承诺时限之和');
    const table = reportTables(all, {}).find(({ name }) => name === '一件事')!;
    expect(table.rows[0]).toEqual([
      '宜宾市',
      'shop',
      '开店',
      2,
      30,
      20,
      10,
      undefined,
      undefined,
      12,
      9,
      2,
      1,
      3,
      0,
    ]);
  });
});

function figure(id: string, subjects: ReportSubject[], findings?: ReportFinding[]): Figure {
  return figuresOf(facts(subjects, findings)).find((one) => one.id === id)!;
}

describe('compression', () => {
  const subjects = [
    subject('511500', 'a', { statutory: days(20), promised: days(5) }),
    subject('511500', 'b', { statutory: days(10), promised: days(10) }),
    subject('511500', 'c', { statutory: days(30, 'calendar-days'), promised: days(15, 'calendar-days') }),
    subject('511500', 'd', { statutory: days(30, 'calendar-days'), promised: days(10) }),
    subject('511500', 'e', { promised: days(10) }),
    subject('511500', 'f', { statutory: days(0), promised: days(0) }),
  ];

  test('the average takes what can be compared, and says what could not', () => {
    const found = figure('compression-average', subjects);
    expect(found).toMatchObject({ numerator: 0.75 + 0 + 0.5, denominator: 3 });
    expect(found.leftOut?.items).toEqual(['511500/d', '511500/e', '511500/f']);
  });

  test('the total adds working days only', () => {
    const found = figure('compression-total', subjects);
    expect(found).toMatchObject({ numerator: 15, denominator: 30, value: 0.5 });
    expect(found.leftOut?.items).toEqual(['511500/c', '511500/d', '511500/e', '511500/f']);
  });

  test('of nothing there is no value', () => {
    expect(figure('compression-average', [])).not.toHaveProperty('value');
  });
});

test('an average leaves out those that say nothing', () => {
  const found = figure('visits-average', [
    subject('511500', 'a', { visits: 0 }),
    subject('511500', 'b', { visits: 1 }),
    subject('511500', 'c'),
  ]);
  expect(found).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
  expect(found.leftOut?.items).toEqual(['511500/c']);
});

test('forms and samples are of the materials that are forms', () => {
  const subjects = [
    subject('511500', 'a', { forms: { needed: 3, blank: 2, sample: 1 } }),
    subject('511500', 'b', { forms: { needed: 1, blank: 1, sample: 1 } }),
  ];
  expect(figure('blank-forms', subjects)).toMatchObject({ numerator: 3, denominator: 4 });
  expect(figure('filled-samples', subjects)).toMatchObject({ numerator: 2, denominator: 4 });
  expect(figure('forms-lacking', subjects).items).toEqual(['511500/a']);
});

test('a provisional item ends with its last day, not on it', () => {
  const subjects = ['2026-05-31', '2026-06-01', undefined].map((until, at) =>
    subject('511500', `p${at}`, { provisional: until === undefined ? {} : { until } }),
  );
  expect(figure('provisional', subjects).value).toBe(3);
  expect(figure('provisional-ended', subjects).items).toEqual(['511500/p0']);
  expect(figure('provisional-endless', subjects).items).toEqual(['511500/p2']);
});

describe('levels', () => {
  const city = subject('511500', 'a', {
    level: 'city',
    basicCode: '000119001000',
    statutory: days(20),
    materialIds: ['m1', 'm2'],
    conditionIds: ['c1'],
  });
  const county = { ...city, key: '511502/a', division: '511502', level: 'county' };
  const differs = (lower: Partial<ReportSubject>) => levelRows([{ ...county, ...lower }, city])[0]?.differs;
  test.each([
    ['the same', {}, []],
    ['less is asked for', { materialIds: ['m1'] }, []],
    ['less time is promised', { promised: days(3) }, []],
    ['another material', { materialIds: ['m1', 'm3'] }, ['materials']],
    ['another limit', { statutory: days(30) }, ['statutory']],
    ['another unit', { statutory: days(20, 'calendar-days') }, ['statutory']],
    ['another condition', { conditionIds: ['c1', 'c2'] }, ['conditions']],
    ['another name, by another base of the same code', { id: 'b', name: 'b' }, ['name']],
    ['another code', { basicCode: '000119002000' }, ['basicCode']],
  ] as [string, Partial<ReportSubject>, string[]][])('%s', (_, lower, expected) => {
    expect(differs(lower)).toEqual(expected);
  });

  test('a division is compared with those above and below it', () => {
    const all = facts([city, { ...county, statutory: days(30) }, subject('511500', 'b')]);
    const of = (division: string) =>
      figuresOf(all, { division }).find(({ id }) => id === 'levels-consistent');
    expect(of('511500')).toMatchObject({ numerator: 0, denominator: 1 });
    expect(of('511502')).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('what one division alone handles is not compared', () => {
    expect(levelRows([city])).toEqual([]);
  });
});

test('objections are counted where they were filed', () => {
  const all = facts([subject('511500', 'a'), subject('511502', 'a')]);
  const of = (scope: { division?: string }) =>
    figuresOf(all, scope).find(({ id }) => id === 'objections-answered');
  expect(of({})).toMatchObject({ numerator: 1, denominator: 2, items: ['511500/a'] });
  expect(of({ division: '511502' })).toMatchObject({ numerator: 0, denominator: 1 });
});

describe('findings', () => {
  const subjects = [subject('511500', 'a'), subject('511502', 'a')];
  const findings = [
    finding('511500/a.yaml'),
    finding('000000/a.yaml', { code: 'schema/required', severity: 'error' }),
    finding('511502/a.yaml', {
      severity: 'info',
      suppressed: { reason: '待修法', until: '2026-12-31', severity: 'error' },
    }),
    finding('laws/x.yaml'),
  ];

  test('those let be are counted apart', () => {
    expect(figure('findings', subjects, findings).value).toBe(3);
    expect(figure('findings-suppressed', subjects, findings)).toMatchObject({
      value: 1,
      items: ['511502/a'],
    });
  });

  test('a finding in a base is every division’s, one in a layer is its division’s', () => {
    const of = (division: string) =>
      figuresOf(facts(subjects, findings), { division }).find(({ id }) => id === 'findings')!.value;
    expect([of('511500'), of('511502')]).toEqual([2, 1]);
  });

  test('each rule says what it asks for', () => {
    expect(figure('findings-rule-promised-within-statutory', subjects, findings)).toMatchObject({
      zh: '规则：承诺不长于法定',
      value: 2,
    });
  });
});

test('every figure names its denominator, in the text and in the table', () => {
  const all = facts([subject('511500', 'a', { provisional: { until: '2026-07-01' } })]);
  const text = formatReport(all, { division: '511500' }, 'division');
  const rows = reportTables(all, {})[0]!.rows;
  for (const { id, kind, of } of figuresOf(all)) {
    expect(of.zh, id).not.toBe('');
    expect(text, id).toContain(kind === 'count' ? `〔${of.zh}` : `分母：${of.zh}`);
    expect(rows.find(([first]) => first === id)?.[8], id).toBe(of.zh);
  }
  expect(text).toContain('2026-07-01  a（宜宾市）');
  expect(text).toContain('按地区');
});
