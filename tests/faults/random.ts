/** Numbers that look random and are the same for the same seed (mulberry32), so that a failure can be had again. */
export interface Random {
  /** From 0 up to, not including, `below`. */
  below(below: number): number;
  one<T>(list: readonly T[]): T;
  /** A shuffled copy. */
  shuffled<T>(list: readonly T[]): T[];
  /** Numbers of their own, so that who draws first does not change what another draws. */
  fork(): Random;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    fork: () => randomOf(below(2 ** 32)),
    one(list) {
      if (list.length === 0) throw new RangeError('Nothing to choose from');
      return list[below(list.length)]!;
    },
    shuffled(list) {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
  };
}
