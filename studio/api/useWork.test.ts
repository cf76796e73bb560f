import { describe, expect, it } from 'vitest';
import { useWork } from './useWork.ts';

describe('work that asks the server', () => {
  it('is under way by its name until it is done', async () => {
    const { busy, problem, during } = useWork<'look' | 'write'>();
    const under = during('look', () => Promise.resolve());
    expect(busy.value).toBe('look');
    await under;
    expect([busy.value, problem.value]).toEqual([undefined, undefined]);
  });

  it('says why it failed until the next begins', async () => {
    const { busy, problem, during } = useWork<'look'>();
    const refused = new Error('refused');
    await during('look', () => Promise.reject(refused));
    expect([busy.value, problem.value]).toEqual([undefined, refused]);
    await during('look', () => {
      expect(problem.value).toBeUndefined();
      return Promise.resolve();
    });
  });
});
