import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { dueWords, readDue, writtenDue, type DueLimit } from './dueWords.ts';

const limits: DueLimit[] = [
  { name: '承诺', value: 6, unit: 'working-days' },
  { name: '法定', value: 20, unit: 'working-days' },
];

describe('when it is due', () => {
  it('is said with holidays, days worked in exchange, and years not published', async () => {
    const calendar = (await sampleCatalogue()).lookups.calendar();
    // 2025-09-28 + 20 working days is 2025-10-31.
    expect(dueWords('2025-09-28', limits, calendar)).toBe(
      '2025-09-28 受理：承诺最迟 2025-10-13（周一），法定最迟 2025-10-31（周五）；8 天法定假日不算，1 天调休上班的照算。',
    );
    expect(dueWords('2150-01-04', limits.slice(0, 1), calendar)).toContain(
      '2150 年的放假安排还没有公布，按周末推算',
    );
    expect(dueWords('', limits, calendar)).toBe('');
    expect(dueWords('2026-03-02', [], calendar)).toBe('');
  });

  it('goes into a page and back', () => {
    const natural: DueLimit = { name: '法定', value: 90, unit: 'calendar-days' };
    expect(readDue(writtenDue([...limits, natural]))).toEqual([...limits, natural]);
    expect(readDue('x" onload=')).toEqual([]);
  });
});

it('a draft whose unit is not written yet has nothing to reckon, and nothing breaks', () => {
  const limit = { name: '承诺', value: 0, unit: '' } as unknown as DueLimit;
  expect(writtenDue([limit])).toBe('承诺 0 ');
  expect(readDue(writtenDue([limit]))).toEqual([]);
});
