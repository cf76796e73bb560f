import { describe, expect, it } from 'vitest';
import { newItemProblem } from './newItemProblem.ts';

describe('newItemProblem', () => {
  const taken = new Set(['food-business-licence']);
  it.each(['a', '2-b', 'road-permit', 'a'.repeat(64)])('%s may be used', (id) =>
    expect(newItemProblem(id, taken)).toBeUndefined(),
  );
  it.each([
    ['', '请填写'],
    ['Road', '小写'],
    ['-road', '开头'],
    ['道路', '小写英文字母'],
    ['a b', '连字符'],
    ['../x', '小写英文字母'],
    ['a'.repeat(65), '64'],
    ['food-business-licence', '已有'],
  ])('%j may not', (id, words) => expect(newItemProblem(id, taken)?.zh).toContain(words));
});
