import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourOf, contrast, mixed } from './contrast.ts';
import { themeContrasts } from './themeContrasts.ts';
import { themeTokens, type Scheme, type Theme } from './themeTokens.ts';

const schemes: Scheme[] = ['light', 'dark'];
const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  // Known from WCAG's techniques: the lightest grey on white that has 4.5 to 1, and the first that has not.
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
])('%s on %s has %d to 1', (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  expect(contrast(b, a)).toBe(contrast(a, b));
});

test('a colour half the way', () => expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080'));

test.each(['#FFF', '#fff', 'red', '#12345g', '#1234567', '#123456;}', ' #123456', '#123456\n', 5, null])(
  '%j is no colour',
  (value) => expect(colourOf(value)).toBeUndefined(),
);

test('every pair of the pages as they come has what it needs', () => {
  for (const scheme of schemes)
    for (const { words, ratio, least } of themeContrasts(undefined, scheme))
      expect(ratio, `${scheme} ${words.en}`).toBeGreaterThanOrEqual(least);
});

test('a pale link is told, and the nearest colour mends all that it is part of', () => {
  const theme: Theme = { light: { link: '#4a90d9' } };
  const low = themeContrasts(theme, 'light').filter(({ ratio, least }) => ratio < least);
  expect(low.map(({ words }) => words.zh)).toEqual(['链接 / 页面底色', '链接 / 衬底', '按钮文字 / 链接色']);
  const mended: Theme = { light: { link: low[0]!.nearest! } };
  expect(themeContrasts(mended, 'light').every(({ ratio, least }) => ratio >= least)).toBe(true);
  expect(themeContrasts(theme, 'dark').every(({ ratio, least }) => ratio >= least)).toBe(true);
});

test('where a colour is offered, every pair of its own passes with it', () => {
  const palette = fc.record(
    { brand: anyColour, link: anyColour, ink: anyColour, soft: anyColour, paper: anyColour, tint: anyColour },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(palette, fc.constantFrom(...schemes), (said, scheme) => {
      const theme: Theme = { [scheme]: said };
      for (const { key, nearest } of themeContrasts(theme, scheme)) {
        if (nearest === undefined) continue;
        const after = themeContrasts({ [scheme]: { ...said, [key]: nearest } }, scheme);
        for (const one of after.filter((pair) => pair.key === key))
          expect(one.ratio, `${key} ${nearest} ${one.words.en}`).toBeGreaterThanOrEqual(one.least);
      }
    }),
    { numRuns: 25 },
  );
});

test('the brand of the light page is the dark one’s too, unless that says its own', () => {
  expect(themeTokens({ light: { brand: '#003366' } }, 'dark').seal).toBe('#003366');
  expect(themeTokens({ light: { brand: '#003366' }, dark: { brand: '#aaccee' } }, 'dark')).toMatchObject({
    seal: '#aaccee',
    onseal: '#0c1a26',
  });
});
