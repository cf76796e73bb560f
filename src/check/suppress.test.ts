import { beforeAll, describe, expect, it } from 'vitest';
import { fileText, validFiles } from '../../tests/validCatalogue.ts';
import { readCatalogue, type CatalogueFiles } from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkCatalogue } from './checkCatalogue.ts';
import { checkItemText } from './checkItemText.ts';
import { formatJson, formatSarif, formatText } from './index.ts';

const file = 'governance/suppressions.yaml';
const base = '000000/urban-road-excavation-permit.yaml';
const one = {
  id: 's1',
  rule: 'acceptance-within-five-days',
  item: 'urban-road-excavation-permit',
  reason: '正在改正受理时限',
  until: '2026-12-31',
};

let valid: CatalogueFiles;
let slow: string;
beforeAll(async () => {
  valid = await validFiles();
  slow = new TextDecoder()
    .decode(valid.get(base) as Uint8Array)
    .replace('acceptance:\n    value: 5', 'acceptance:\n    value: 9');
});

function check(suppressions: object[], date = '2026-06-01', text = slow): Diagnostic[] {
  const files = new Map([...valid, [base, text], [file, fileText(file, { suppressions })]]);
  return checkCatalogue(readCatalogue(files), date);
}
const inShort = (found: Diagnostic[]) => found.map(({ code, severity }) => `${severity} ${code}`);

describe('a suppression', () => {
  it.each([
    ['of the rule in the item', one, true],
    ['of a field of it', { ...one, path: 'limits.acceptance' }, true],
    ['in the division of the file', { ...one, division: '000000' }, true],
    ['by the file', { ...one, item: undefined, file: base }, true],
    ['on its last day', { ...one, until: '2026-06-01' }, true],
    ['of another field', { ...one, path: 'limits.promised' }, false],
    ['in another division', { ...one, division: '511500' }, false],
    ['of another item', { ...one, item: 'construction-planning-permit' }, false],
    ['of another rule', { ...one, rule: 'fee-basis-rank' }, false],
    ['of another file', { ...one, file: '511500/urban-road-excavation-permit.yaml' }, false],
  ])('%s', (_, { ...suppression }, hides) => {
    if (suppression.item === undefined) delete (suppression as { item?: string }).item;
    expect(inShort(check([suppression]))).toEqual(
      hides
        ? ['info acceptance-within-five-days']
        : ['error acceptance-within-five-days', 'warning suppression/idle'],
    );
  });

  it('keeps reason, end and what the finding would weigh', () => {
    expect(check([one])[0]!.suppressed).toEqual({
      reason: one.reason,
      until: one.until,
      severity: 'error',
    });
  });

  it('that has ended is a finding itself and hides nothing', () => {
    expect(inShort(check([one], '2027-01-01'))).toEqual([
      'error acceptance-within-five-days',
      'warning suppression/ended',
    ]);
  });

  it('of what is mended is a finding', () => {
    const mended = slow.replace('value: 9', 'value: 5');
    expect(inShort(check([one], '2026-06-01', mended))).toEqual(['warning suppression/idle']);
  });

  it('of a rule that does not exist, or of nowhere, is a finding', () => {
    const { item: _, ...nowhere } = one;
    expect(inShort(check([one, { ...one, id: 's2', rule: 'no-rule' }, { ...nowhere, id: 's3' }]))).toEqual([
      'info acceptance-within-five-days',
      'error catalogue/unknown-rule',
      'error suppression/nowhere',
    ]);
  });

  it('of a file that breaks its schema holds for what can be judged', () => {
    const broken = slow.replace('handling: promised', 'handling: later');
    expect(inShort(check([one], '2026-06-01', broken))).toEqual([
      'error schema/enum',
      'info acceptance-within-five-days',
    ]);
  });

  it('never hides what breaks a schema', () => {
    const broken = slow.replace('handling: promised', 'handling: later');
    const found = check([{ ...one, rule: 'schema' }], '2026-06-01', broken);
    expect(inShort(found)).toContain('error schema/enum');
  });

  it('holds in the editor too', () => {
    const files = new Map([...valid, [file, fileText(file, { suppressions: [one] })]]);
    const { lookups } = readCatalogue(files);
    const setting = { lookups, date: '2026-06-01' };
    const { diagnostics } = checkItemText({ file: base, text: slow, upper: [] }, setting);
    expect(diagnostics.map(({ suppressed }) => suppressed?.until)).toEqual(['2026-12-31']);
  });

  it('is told in every report', () => {
    const found = check([one]);
    expect(formatText(found, () => undefined)).toContain(
      '已豁免 suppressed: 原为错误 error，至 2026-12-31：正在改正受理时限',
    );
    expect(formatText(found, () => undefined)).toContain('0 个提示 notes，1 个已豁免 suppressed');
    expect(JSON.parse(formatJson(found))).toMatchObject({
      counts: { error: 0, info: 0, suppressed: 1 },
      diagnostics: [{ suppressed: { until: '2026-12-31', severity: 'error' } }],
    });
    expect(JSON.parse(formatSarif(found))).toMatchObject({
      runs: [{ results: [{ level: 'error', suppressions: [{ kind: 'external' }] }] }],
    });
  });
});

describe('settings of rules', () => {
  it.each([
    [
      'a severity',
      { 'acceptance-within-five-days': { severity: 'info' } },
      ['info acceptance-within-five-days'],
    ],
    ['a rule turned off', { 'acceptance-within-five-days': { severity: 'off' } }, []],
    [
      'a rule that does not exist',
      { 'no-rule': { severity: 'off' } },
      ['error acceptance-within-five-days', 'error catalogue/unknown-rule'],
    ],
    [
      'a parameter that the rule does not have',
      { 'acceptance-within-five-days': { parameters: { most: 9 } } },
      ['error acceptance-within-five-days', 'error catalogue/unknown-parameter'],
    ],
  ])('%s', (_, rules, expected) => {
    const config = new TextDecoder().decode(valid.get('catalogue.yaml') as Uint8Array);
    const text = `${config}\nrules: ${JSON.stringify(rules)}\n`;
    const files = new Map([...valid, [base, slow], ['catalogue.yaml', text]]);
    expect(inShort(checkCatalogue(readCatalogue(files), '2026-06-01'))).toEqual(expected);
  });
});
