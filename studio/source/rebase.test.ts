import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, type TextChange } from '../../src/text/index.ts';
import { rebase } from './rebase.ts';

describe('changes made beside others', () => {
  test.each<[string, TextChange, TextChange, string]>([
    ['before them', { from: 4, to: 4, insert: '许可' }, { from: 0, to: 0, insert: '#\n' }, '#\nabcd许可ef'],
    ['behind them', { from: 1, to: 2, insert: '许可' }, { from: 4, to: 6, insert: '' }, 'a许可cd'],
    ['at the same place', { from: 2, to: 2, insert: '许可' }, { from: 2, to: 2, insert: 'X' }, 'abX许可cdef'],
    ['around them', { from: 2, to: 3, insert: '许可' }, { from: 1, to: 5, insert: 'X' }, 'aX许可f'],
    ['within them', { from: 1, to: 5, insert: '许可' }, { from: 2, to: 3, insert: 'X' }, 'a许可f'],
  ])('others %s', (_name, mine, other, expected) => {
    const text = applyChanges('abcdef', [other]);
    expect(applyChanges(text, rebase([mine], [other]))).toBe(expected);
  });

  test('all that was typed is in the text, and every range lies in it', () => {
    const changes = fc
      .uniqueArray(fc.nat(20), { maxLength: 6 })
      .map((ends) => ends.toSorted((a, b) => a - b))
      .map((ends) =>
        ends.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: ends[i + 1] ?? from, insert: `<${i}>` }] : [])),
      );
    fc.assert(
      fc.property(changes, changes, (mine, others) => {
        const text = applyChanges('x'.repeat(21), others);
        const moved = rebase(mine, others);
        let last = 0;
        for (const { from, to } of moved) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = to;
        }
        const made = applyChanges(text, moved);
        for (const { insert } of mine) expect(made).toContain(insert);
      }),
    );
  });
});
