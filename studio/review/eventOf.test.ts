import { describe, expect, it } from 'vitest';
import { diffItem } from '../../src/diff/index.ts';
import type { Change } from '../../src/diff/types.ts';
import { eventOf, longTextOf } from './eventOf.ts';

const limits = (value: number) => ({ limits: { promised: { value, unit: 'working-days' } } }) as const;

const change = (before: unknown, after: unknown): Change => ({
  kind: 'changed',
  path: ['x'],
  before,
  after,
  risk: 'plain',
  effect: 'neutral',
  field: { zh: '', en: '' },
  words: { zh: '', en: '' },
});

describe('eventOf', () => {
  it('takes the field off the sentence that a difference makes', () => {
    const [change] = diffItem(limits(20), limits(10));
    expect(change!.field.zh).toBe('办理时限 › 承诺时限');
    expect(eventOf(change!).zh).toMatch(/^20 个工作日 → 10 个工作日/);
    expect(eventOf(change!).en).toMatch(/^20 working days → 10 working days/);
  });

  it('keeps a sentence that names no field', () => {
    const words = { zh: '整个文件', en: 'the whole file' };
    expect(
      eventOf({ kind: 'changed', path: [], risk: 'legal', effect: 'neutral', field: words, words }),
    ).toEqual(words);
  });
});

describe('longTextOf', () => {
  const long = '长'.repeat(41);
  it.each([
    ['short texts', '甲', '乙', false],
    ['a long one after', '甲', long, true],
    ['a long one taken away', long, undefined, true],
    ['two lines', '甲\n乙', '甲', true],
    ['40 characters outside the basic plane', '𠮷'.repeat(40), '', false],
    ['no texts', 1, 2, false],
    ['a map', { a: long }, undefined, false],
  ])('%s', (_, before, after, isLong) =>
    expect(longTextOf(change(before, after)) !== undefined).toBe(isLong),
  );
});
