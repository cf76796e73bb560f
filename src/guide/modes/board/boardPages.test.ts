import { expect, test } from 'vitest';
import { boardPaging, boardPath, type BoardLine } from './boardPages.ts';

const line = (name: string): BoardLine => ({ window: '1', name, promised: '1 个工作日', fee: '不收费' });

test.each([
  ['seven short names on a page', Array.from({ length: 8 }, () => '取水许可'), [7, 1]],
  ['a long name takes two lines', Array.from({ length: 4 }, () => '某'.repeat(20)), [3, 1]],
  ['letters are half as wide', Array.from({ length: 7 }, () => 'a'.repeat(30)), [7]],
  ['nothing on no page', [], []],
])('%s', (_, names, sizes) => {
  const pages = boardPaging(names.map(line));
  expect(pages.map((page) => page.length)).toEqual(sizes);
  expect(pages.flat().map(({ name }) => name)).toEqual(names);
});

test('the first page is the one that is opened', () => {
  expect([1, 2].map((n) => boardPath('yibin', n))).toEqual(['board/yibin/index.html', 'board/yibin/2.html']);
});
