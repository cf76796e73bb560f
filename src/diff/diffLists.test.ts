import { expect, test } from 'vitest';
import { diffLists } from './diffLists.ts';

const line = (id: string, more = {}) => ({
  id,
  name: `许可${id}`,
  authority: '水利局',
  decision: 'retain' as const,
  ...more,
});

test('says what came, what went and what changed, in words', () => {
  const before = { lines: [line('a', { code: '000119001000' }), line('b'), line('c'), line('d')] };
  const after = {
    lines: [
      line('d'),
      line('a', { name: '甲许可', code: '000119002000' }),
      line('b', { decision: 'merge' as const, target: 'a' }),
      line('e', { decision: 'provisional' as const }),
    ],
  };
  expect(diffLists(before, after).map(({ kind, name, words }) => [kind, name, words.zh])).toEqual([
    ['added', '许可e', '新列入（水利局，临时保留）'],
    ['removed', '许可c', '不再列入（水利局，保留）'],
    ['changed', '许可a', '名称 许可a → 甲许可；基本编码 000119001000 → 000119002000'],
    ['changed', '许可b', '清理结论 保留 → 合并；去向 无 → a'],
  ]);
});

test('the same list in another order has no change', () => {
  expect(diffLists({ lines: [line('a'), line('b')] }, { lines: [line('b'), line('a')] })).toEqual([]);
});
