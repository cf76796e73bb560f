import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { eachAbreast } from './eachAbreast.ts';

it('does each once, in order, and no more at once than it may', async () => {
  const begun: number[] = [];
  let now = 0;
  let most = 0;
  await eachAbreast([1, 2, 3, 4, 5, 6, 7], 3, async (one) => {
    begun.push(one);
    most = Math.max(most, ++now);
    await turn();
    now--;
  });
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

it('begins no more once one failed, and throws when those under way have ended', async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const work = async (one: number) => {
    begun.push(one);
    if (one === 2) throw new Error('two');
    await turn();
    ended.push(one);
  };
  await expect(eachAbreast([1, 2, 3, 4, 5], 3, work)).rejects.toThrow('two');
  expect(begun).toEqual([1, 2, 3]);
  expect(ended).toEqual([1, 3]);
});

it('has nothing to do for an empty list', async () => {
  await expect(eachAbreast([], 3, () => Promise.reject(new Error('asked')))).resolves.toBeUndefined();
});
