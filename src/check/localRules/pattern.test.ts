import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from './pattern.ts';

function test(source: string, text: string): boolean {
  const pattern = compilePattern(source);
  if (pattern.kind === 'refused') throw new Error(pattern.words.en);
  return pattern.test(text);
}

describe('compilePattern', () => {
  const character = fc.constantFrom('a', 'b', '等', '.', '[ab]', '[^a]', '\\d', '\\W', '[\\da-b-]', '\\.');
  const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3 },
      character,
      tie('part').map((part) => `(${part})*`),
      tie('part').map((part) => `(?:${part}){1,3}`),
      tie('part').map((part) => `(${part})?`),
      fc.tuple(tie('part'), tie('part')).map(([a, b]) => `(${a}|${b})`),
      fc.tuple(tie('part'), tie('part')).map(([a, b]) => a + b),
      tie('part').map((part) => `^${part}`),
      tie('part').map((part) => `${part}$`),
    ),
    pattern: tie('part'),
  }));

  it('agrees with the language’s own regular expressions', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.constantFrom('a', 'b', '等', '1', '.', '\n', '😀')),
        (source, list) => {
          const text = list.join('');
          expect(test(source, text)).toBe(new RegExp(source, 'u').test(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['(a+)+$', `${'a'.repeat(20_000)}b`],
    ['(a|a)*c', 'a'.repeat(20_000)],
    ['(.*)*x', 'a'.repeat(20_000)],
    [`${'(a|a)?'.repeat(30)}x`, 'a'.repeat(2_000)],
  ])('%s ends soon where others would not', (source, text) => {
    const began = performance.now();
    expect(test(source, text)).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each([
    '(a',
    'a)',
    '[a',
    '*a',
    'a{2,1}',
    'a**',
    '(?=a)',
    '(?<!a)b',
    '(a)\\1',
    '\\b',
    '\\p{L}',
    '[z-a]',
    'a\\',
    '^*',
    '\\u12',
    '((a{100}){100}){100}',
    '('.repeat(50) + ')'.repeat(50),
  ])('refuses %s and says why', (source) => {
    const pattern = compilePattern(source);
    expect(pattern).toMatchObject({ kind: 'refused' });
    if (pattern.kind === 'refused') expect(pattern.words.zh).toMatch(/。$/);
  });
});
