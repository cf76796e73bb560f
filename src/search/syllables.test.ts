import { expect, it } from 'vitest';
import { syllables } from './syllables.ts';

it.each([
  ['shipin', ['shi pin']],
  ['jiaoshizige', ['jiao shi zi ge']],
  // Either may be meant: 方案, 反感.
  ['fangan', ['fan gan', 'fang an']],
  ['xian', ['xian']],
  ['qsxk', ['Q S X K']],
  ['spjingying', ['S P jing ying']],
  ['lvshi', ['lv shi']],
  ['shipinj', ['shi pin J']],
  ['', ['']],
])('%s is %j', (letters, ways) =>
  expect(
    syllables(letters)
      .map((way) => way.map(({ text, initial }) => (initial ? text.toUpperCase() : text)).join(' '))
      .toSorted(),
  ).toEqual(ways),
);
