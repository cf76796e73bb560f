import { expect, test } from 'vitest';
import { partTitle } from './partTitle.ts';

test.each([
  ['schema/type', '不合字段的写法（schema/type）'],
  ['catalogue/unused-attachment', '目录里对不上（catalogue/unused-attachment）'],
  ['promised-within-statutory', undefined],
  ['elsewhere/code', undefined],
])('%s is about %s', (code, zh) => {
  expect(partTitle(code)?.zh).toBe(zh);
});
