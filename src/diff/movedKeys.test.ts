import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedKeys } from './movedKeys.ts';

test.each([
  { name: 'nothing', before: 'abc', after: 'abc', moved: '' },
  { name: 'the last to the front', before: 'abcd', after: 'dabc', moved: 'd' },
  { name: 'the first to the end', before: 'abcd', after: 'bcda', moved: 'a' },
  { name: 'neighbours swapped: one of them', before: 'abcd', after: 'acbd', moved: 'c' },
  { name: 'what comes and goes moves nothing', before: 'abcd', after: 'xbyd', moved: '' },
  { name: 'turned round', before: 'abc', after: 'cba', moved: 'cb' },
])('$name', ({ before, after, moved }) => {
  expect([...movedKeys([...before], [...after])].join('')).toBe(moved);
});

const inOrder = (list: string[]) => list.every((key, at) => at === 0 || list[at - 1]! < key);

test('the others keep their order, and no fewer could have moved', () => {
  const keys = [...'abcdef'];
  fc.assert(
    fc.property(fc.shuffledSubarray(keys), (after) => {
      const moved = movedKeys(keys, after);
      expect(inOrder(after.filter((key) => !moved.has(key)))).toBe(true);
      const kept = Array.from({ length: 2 ** after.length }, (_, bits) =>
        after.filter((_key, at) => (bits >> at) & 1),
      ).filter(inOrder);
      expect(after.length - moved.size).toBe(Math.max(...kept.map((list) => list.length)));
    }),
  );
});
