import { describe, expect, it } from 'vitest';
import { readCatalogue } from './catalogue.ts';

const files: Record<string, string> = {
  'catalogue.yaml': `title: 测试
notice: 样例
calendar: cn
divisions:
  - {code: "000000", name: 国家, level: nation}
  - {code: "510000", name: 四川省, level: province, parent: "000000"}
  - {code: "511500", name: 宜宾市, level: city, parent: "510000"}
  - {code: "511502", name: 翠屏区, level: county, parent: "511500"}
codeLists:
  departments: [{id: water, zh: 水利}]
  itemTypes: [{id: "01", zh: 行政许可}]
`,
  'agencies/511500.yaml': `division: 511500
agencies:
  - {id: yibin-water, name: 宜宾市水利局, uscc: TE0000000000000001, departments: [water]}
`,
  'laws/water-law.yaml': 'id: water-law\ntitle: 水法\nkind: law\n',
  'calendars/cn.yaml': 'id: cn\nname: 中国\nyears: [{year: 2026, status: published}]\n',
  '000000/take-water.yaml': `id: take-water
basics: {name: 取水许可, type: 01}
authority: {accepts: {department: water}}
legalBasis: [{id: a, law: water-law, role: establishes}]
limits: {promised: {value: 20, unit: working-days}}
procedure:
  steps:
    - {id: accept, name: 受理, kind: accept}
    - {id: decide, name: 决定, kind: decide, after: [accept]}
`,
  '510000/take-water.yaml': 'id: take-water\noverlay:\n  limits: {promised: {value: 15}}\n',
  '511502/take-water.yaml':
    'id: take-water\noverlay:\n  limits: {promised: {value: 5}}\n  service: {hours: 工作日}\n',
  '511500/adopt.yaml': 'division: 511500\nitems:\n  - id: take-water\n',
  '511502/adopt.yaml': 'division: 511502\nitems:\n  - id: take-water\n',
};
const catalogueOf = (changes: Record<string, string> = {}) =>
  readCatalogue(new Map(Object.entries({ ...files, ...changes })));

describe('readCatalogue', () => {
  const catalogue = catalogueOf();

  it('reads what is right without a word', () => expect(catalogue.diagnostics).toEqual([]));

  it('reads a code as the text that stands there', () =>
    expect(catalogue.bases[0]!.item.basics?.type).toBe('01'));

  it('makes a guide of every item in every adopting division, layers from the top down', () => {
    const promised = Object.fromEntries(catalogue.guides.map((g) => [g.division, g.item.limits?.promised]));
    expect(promised).toEqual({
      '511500': { value: 15, unit: 'working-days' },
      '511502': { value: 5, unit: 'working-days' },
    });
  });

  it('knows where each value was written', () => {
    const county = catalogue.guides.find((g) => g.division === '511502')!;
    expect(county.originOf(['limits', 'promised', 'value'])).toEqual({
      division: '511502',
      file: '511502/take-water.yaml',
      path: ['overlay', 'limits', 'promised', 'value'],
    });
    expect(county.originOf(['limits', 'promised', 'unit']).file).toBe('000000/take-water.yaml');
    expect(county.originOf(['fees', 'none'])).toEqual({
      division: '000000',
      file: '000000/take-water.yaml',
      path: ['fees', 'none'],
    });
  });

  it('finds the agency of a department, in the division or above it', () => {
    expect(catalogue.lookups.agencyFor('water', '511502')?.id).toBe('yibin-water');
    expect(catalogue.lookups.agencyFor('water', '510000')).toBeUndefined();
  });
});

describe('what cannot be resolved', () => {
  const base = files['000000/take-water.yaml']!;
  const cases: [string, Record<string, string>, string, string, (string | number)[]][] = [
    [
      'a law',
      { '000000/take-water.yaml': base.replace('law: water-law', 'law: fire-law') },
      'catalogue/unknown-law',
      '000000/take-water.yaml',
      ['legalBasis', 0, 'law'],
    ],
    [
      'a department',
      { '000000/take-water.yaml': base.replace('department: water', 'department: fire') },
      'catalogue/unknown-code',
      '000000/take-water.yaml',
      ['authority', 'accepts', 'department'],
    ],
    [
      'a step',
      { '000000/take-water.yaml': base.replace('after: [accept]', 'after: [begin]') },
      'catalogue/unknown-element',
      '000000/take-water.yaml',
      ['procedure', 'steps', 1, 'after', 0],
    ],
    [
      'an adopted item',
      { '511500/adopt.yaml': 'division: 511500\nitems: [{id: nothing}]\n' },
      'catalogue/adopts-nothing',
      '511500/adopt.yaml',
      ['items', 0, 'id'],
    ],
    [
      'a layer without a base',
      { '510000/lonely.yaml': 'id: lonely\noverlay: {}\n' },
      'catalogue/layer-of-nothing',
      '510000/lonely.yaml',
      ['overlay'],
    ],
    [
      'a file in the wrong place',
      { '510000/take-water.yaml': 'id: other\noverlay: {}\n' },
      'catalogue/misplaced',
      '510000/take-water.yaml',
      ['id'],
    ],
    [
      'a division that is a map',
      { '511500/adopt.yaml': 'division: {toString: 1}\nitems: [{id: take-water}]\n' },
      'catalogue/misplaced',
      '511500/adopt.yaml',
      ['division'],
    ],
    [
      'a file that belongs nowhere',
      { 'notes/x.yaml': 'a: 1\n' },
      'catalogue/unknown-place',
      'notes/x.yaml',
      [],
    ],
    [
      'an attachment that is not what its name says',
      { 'forms/sample.pdf': '<!doctype html>' },
      'catalogue/attachment',
      'forms/sample.pdf',
      [],
    ],
    [
      'an attachment that nothing names',
      { 'forms/sample.pdf': '%PDF-1.7\n%%EOF\n' },
      'catalogue/unused-attachment',
      'forms/sample.pdf',
      [],
    ],
  ];
  it.each(cases)('%s is told once, with its place', (_, changes, code, file, path) => {
    const { diagnostics } = catalogueOf(changes);
    expect(diagnostics.map((d) => [d.code, d.file, d.path])).toEqual([[code, file, path]]);
    expect(diagnostics[0]!.message).toMatch(/请/);
  });

  it('an empty code is told as one not given; an empty name that its schema refuses is left to the schema', () => {
    const base = files['000000/take-water.yaml']!;
    const text = base.replace('department: water', 'department: ""').replace('law: water-law', 'law: ""');
    const { diagnostics } = catalogueOf({ '000000/take-water.yaml': text });
    expect(diagnostics.map((d) => d.code)).toEqual(['catalogue/unknown-code']);
    expect(diagnostics[0]!.message).toContain('没有填写代码。请从已有的中选择');
    expect(diagnostics[0]!.message).not.toContain('“”');
  });

  it('a broken file is told and the rest still reads', () => {
    const { diagnostics, guides } = catalogueOf({ '000000/broken.yaml': 'id: [unclosed\n' });
    expect(new Set(diagnostics.map((d) => d.file))).toEqual(new Set(['000000/broken.yaml']));
    expect(guides).toHaveLength(2);
  });
});
