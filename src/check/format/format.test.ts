import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { formatJson } from './json.ts';
import { formatSarif } from './sarif.ts';
import { formatText } from './text.ts';

const text = 'limits:\n  承诺: 30 # 天\n';
const finding: Diagnostic = {
  code: 'promised-within-statutory',
  severity: 'error',
  message: '承诺时限（30）长于法定时限（20）。改为不超过 20。',
  messageEn: 'The promised limit is too long.',
  file: '000000/a.yaml',
  path: ['limits', 'promised', 'value'],
  range: { start: { offset: 14, line: 2, column: 7 }, end: { offset: 16, line: 2, column: 9 } },
  cites: [{ law: 'administrative-licensing-law', article: 42 }],
  fix: { title: '改为 20', titleEn: 'Make it 20', edits: [] },
};
const placeless: Diagnostic = {
  ...finding,
  code: 'catalogue/no-config',
  file: 'catalogue.yaml',
  path: [],
  severity: 'warning',
};
delete placeless.range;
delete placeless.fix;

describe('formatText', () => {
  const lines = formatText([finding, placeless], (file) =>
    file === '000000/a.yaml' ? text : undefined,
  ).split('\n');

  it('leads with the place and ends with the count', () => {
    expect(lines[0]).toBe('000000/a.yaml:2:7  错误 error  promised-within-statutory');
    expect(lines.at(-2)).toBe('1 个错误 errors，1 个警告 warnings，0 个提示 notes');
  });

  it('names the law and the fix', () => {
    expect(lines).toContain('  依据 basis: 《中华人民共和国行政许可法》第四十二条');
    expect(lines).toContain('  可改 fix: 改为 20（Make it 20）');
  });

  it('underlines the stretch below Chinese characters, two columns each', () => {
    const at = lines.indexOf('  2 |   承诺: 30 # 天');
    expect(at).toBeGreaterThan(0);
    expect(lines[at + 1]).toBe(`  ${' '.repeat('2 | '.length + 2 + 4 + 2)}^^`);
  });

  it('shows a window of a very long line', () => {
    const long = {
      ...finding,
      range: { start: { offset: 5000, line: 1, column: 5001 }, end: { offset: 5003, line: 1, column: 5004 } },
    };
    const shown = formatText([long], () => 'x'.repeat(10_000)).split('\n');
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThan(120);
    expect(shown.some((line) => /^ +\^\^\^$/.test(line))).toBe(true);
  });
});

it('formatJson gives pointers, counts and laws in words', () => {
  const parsed = JSON.parse(formatJson([finding, placeless])) as {
    counts: object;
    diagnostics: { path: string; cites: { words: string }[]; range?: object }[];
  };
  expect(parsed.counts).toEqual({ error: 1, warning: 1, info: 0, suppressed: 0 });
  expect(parsed.diagnostics[0]!.path).toBe('/limits/promised/value');
  expect(parsed.diagnostics[0]!.cites[0]!.words).toBe('《中华人民共和国行政许可法》第四十二条');
  expect(parsed.diagnostics[1]!.range).toBeUndefined();
});

it('formatSarif is a 2.1.0 log whose results point at their rules and regions', () => {
  const log = JSON.parse(formatSarif([finding, placeless])) as {
    version: string;
    runs: {
      tool: { driver: { rules: { id: string }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        locations: { physicalLocation: { region?: object } }[];
      }[];
    }[];
  };
  const run = log.runs[0]!;
  expect(log.version).toBe('2.1.0');
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
  expect(run.results.map((result) => result.level)).toEqual(['error', 'warning']);
  expect(run.results[0]!.locations[0]!.physicalLocation.region).toEqual({
    startLine: 2,
    startColumn: 7,
    endLine: 2,
    endColumn: 9,
  });
  expect(run.results[1]!.locations[0]!.physicalLocation).not.toHaveProperty('region');
});
