import { expect, test } from 'vitest';
import { mostViews, readViews, withView, writeViews } from './savedViews.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
}

test('views are kept for the person who made them', () => {
  const browser = storage();
  const view = { name: '收费的', query: { charged: 'yes', columns: 'code,limits' } };
  writeViews(browser, 'one', [view]);
  expect(readViews(browser, 'one')).toEqual([view]);
  expect(readViews(browser, 'other')).toEqual([]);
});

test('a name stands once, and the oldest go where there are too many', () => {
  const first = { name: 'a', query: {} };
  expect(withView([first, { name: 'b', query: {} }], { name: 'a', query: { q: 'x' } })).toEqual([
    { name: 'a', query: { q: 'x' } },
    { name: 'b', query: {} },
  ]);
  const many = Array.from({ length: mostViews }, (_, i) => ({ name: `${i}`, query: {} }));
  expect(withView(many, first).map(({ name }) => name)).toEqual([
    ...many.slice(1).map(({ name }) => name),
    'a',
  ]);
});

test.each(['no JSON', '{}', '[{"name":1}]', '[{"name":"a","query":{"q":1}}]'])('%s is no view', (text) => {
  expect(readViews({ getItem: () => text }, 'one')).toEqual([]);
});
