import { expect, test } from 'vitest';
import { withOfflineNote } from './offlineNote.ts';

const kept = new Date(2026, 2, 2, 14, 5);

test('a kept page says when it was kept and of which version it is', () => {
  const page = '<html><body class="x"><p>指南</p><a href="v/2026-03-01-0123abcd.html">版本</a></body></html>';
  const shown = withOfflineNote(page, kept);
  expect(shown).toMatch(/^<html><body class="x"><div class="offline" role="status"/);
  expect(shown).toContain('2026-03-02 14:05');
  expect(shown).toContain('版本 2026-03-01-0123abcd');
  expect(shown.replace(/<div class="offline".*?<\/div>/, '')).toBe(page);
});

test('the note stands where the page has a place for it', () => {
  expect(withOfflineNote('<body><header></header><!--offline--><main>', kept)).toMatch(
    /^<body><header><\/header><!--offline--><div class="offline".*<\/div><main>$/,
  );
});

test('a page without a version has none in its note', () => {
  expect(withOfflineNote('<body>', kept)).not.toContain('版本');
});
