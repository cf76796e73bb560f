import { describe, expect, it } from 'vitest';
import { newItemProblem, newLayerProblem } from './newItemProblem.ts';

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

describe('newLayerProblem', () => {
  const files = new Set(['511500/road-permit.yaml']);
  it.each([
    [{ id: 'road-permit', division: '511502' }, undefined],
    [{ id: 'road-permit', division: '511500' }, '已有'],
    [{ id: '', division: '511500' }, '请选择'],
    [{ id: 'road-permit', division: '' }, '请选择'],
  ])('%j', (layer, words) => {
    const problem = newLayerProblem(layer, files);
    if (words === undefined) expect(problem).toBeUndefined();
    else expect(problem?.zh).toContain(words);
  });
});
