import { expect, test } from 'vitest';
import { codeProblem } from './codeProblem.ts';

test.each([
  ['01', undefined],
  ['full-online', undefined],
  ['', '代码用英文字母'],
  ['-x', '代码用英文字母'],
  ['有 空格', '代码用英文字母'],
  ['a'.repeat(65), '代码用英文字母'],
  ['person', '已有“person”'],
])('%j: %s', (code, words) => {
  const problem = codeProblem(code, new Set(['person']));
  if (words === undefined) expect(problem).toBeUndefined();
  else expect(problem?.zh).toContain(words);
});
