import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft, Step } from '../model/item.ts';
import { stepGraph, waitingPast } from './stepGraph.ts';

/** `a<b,c` is a step `a` after `b` and `c`. */
const steps = (...written: string[]): Draft<Step>[] =>
  written.map((text) => {
    const [id, after] = text.split('<');
    return { id: id!, ...(after !== undefined && { after: after.split(',') }) };
  });

test.each([
  { name: 'a chain, written backwards', written: ['c<b', 'b<a', 'a'], order: ['a', 'b', 'c'] },
  { name: 'branches as written', written: ['a', 'c<a', 'b<a', 'd<b,c'], order: ['a', 'c', 'b', 'd'] },
  { name: 'two starts', written: ['b', 'a', 'c<a'], order: ['b', 'a', 'c'] },
  { name: 'no steps', written: [], order: [] },
])('orders $name', ({ written, order }) => {
  expect(stepGraph(steps(...written))).toMatchObject({ order, cycles: [], unknown: [], duplicates: [] });
});

test.each([
  { name: 'two steps', written: ['a<b', 'b<a'], order: [], cycles: [['b', 'a']] },
  { name: 'a step after itself', written: ['a', 'b<a,b'], order: ['a'], cycles: [['b']] },
  {
    name: 'a cycle behind a start, and what waits for it',
    written: ['a', 'b<a,d', 'c<b', 'd<c', 'e<d'],
    order: ['a'],
    cycles: [['c', 'd', 'b']],
  },
  {
    name: 'two cycles',
    written: ['a<b', 'b<a', 'c<d', 'd<c'],
    order: [],
    cycles: [
      ['b', 'a'],
      ['d', 'c'],
    ],
  },
])('finds a cycle: $name', ({ written, order, cycles }) => {
  const graph = stepGraph(steps(...written));
  expect(graph.order).toEqual(order);
  expect(graph.cycles).toEqual(cycles);
});

test('names what is unknown and what is double', () => {
  expect(stepGraph(steps('a', 'b<a,x', 'a<b'))).toMatchObject({
    order: ['a', 'b'],
    cycles: [],
    unknown: [{ step: 'b', after: 'x' }],
    duplicates: ['a'],
  });
});

test('20,000 steps in a chain', () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => ({
    id: `s${i}`,
    after: i > 0 ? [`s${i - 1}`] : [],
  }));
  expect(stepGraph(chain).order).toHaveLength(20_000);
});

const anySteps = fc.integer({ min: 0, max: 8 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, i) =>
      fc.record({
        id: fc.constant(`s${i}`),
        after: fc.uniqueArray(
          fc.nat(count - 1).map((n) => `s${n}`),
          { maxLength: 2 },
        ),
      }),
    ),
  ),
);

describe('of any steps', () => {
  test('each ordered step comes after those it waits for; the rest is in a cycle or behind one', () => {
    fc.assert(
      fc.property(anySteps, (all) => {
        const { order, cycles } = stepGraph(all);
        const after = new Map<string, string[]>(all.map((step) => [step.id, step.after]));
        for (const [at, id] of order.entries())
          for (const before of after.get(id)!) expect(order.slice(0, at)).toContain(before);
        expect(cycles.length > 0).toBe(order.length < all.length);
        for (const cycle of cycles)
          for (const [at, id] of cycle.entries())
            expect(after.get(cycle[(at + 1) % cycle.length]!)).toContain(id);
      }),
    );
  });
});

describe('waitingPast', () => {
  test.each([
    {
      name: 'what waited for a step that is gone waits for what that one waited for',
      written: ['a', 'b<a', 'c<b', 'd'],
      gone: ['b', 'c'],
      after: ['c', 'd'],
      waits: ['a', 'd'],
    },
    {
      name: 'each only once',
      written: ['a', 'b<a', 'c<a'],
      gone: ['b', 'c'],
      after: ['b', 'c', 'a'],
      waits: ['a'],
    },
    {
      name: 'past a start that is gone there is nothing to wait for',
      written: ['a'],
      gone: ['a'],
      after: ['a'],
      waits: [],
    },
    {
      name: 'a cycle of steps that are gone comes to an end',
      written: ['a<b', 'b<a,c', 'c'],
      gone: ['a', 'b'],
      after: ['a'],
      waits: ['c'],
    },
  ])('$name', ({ written, gone, after, waits }) => {
    expect(waitingPast(steps(...written), new Set(gone))(after)).toEqual(waits);
  });
});
