import { describe, expect, it } from 'vitest';
import { cyclesAmong } from './cyclesAmong.ts';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

describe('cyclesAmong', () => {
  it.each([
    ['none', { a: ['b'], b: ['c'], c: [] }, []],
    ['of one', { a: ['a'] }, [['a']]],
    ['of two, begun elsewhere', { z: ['b'], b: ['a'], a: ['b'] }, [['a', 'b']]],
    ['the shortest of a part', { a: ['b', 'c'], b: ['c'], c: ['a'] }, [['a', 'c']]],
    [
      'two parts',
      { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an edge out of the graph', { a: ['x', 'b'], b: ['y'] }, []],
  ] as [string, Record<string, string[]>, string[][]][])('%s', (_, edges, cycles) => {
    expect(cyclesAmong(graph(edges))).toEqual(cycles);
  });

  it('goes down a chain of 100,000 without recursion, and back', () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `n${String(i).padStart(6, '0')}`);
    const chain = new Map(ids.map((id, i) => [id, i + 1 < ids.length ? [ids[i + 1]!] : []]));
    expect(cyclesAmong(chain)).toEqual([]);
    chain.set(ids.at(-1)!, [ids[99_990]!]);
    expect(cyclesAmong(chain)).toEqual([ids.slice(99_990)]);
  });
});
