import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSteps, type Placed } from './placeSteps.ts';

const step = (id: string, ...after: string[]): Placed => ({ id, after });
const spots = (steps: Placed[], spine: string[]) =>
  Object.fromEntries([...placeSteps(steps, spine).spots].map(([id, { row, lane }]) => [id, [row, lane]]));

describe('the drawing', () => {
  it('runs the longest way straight, with a branch to each side', () => {
    const steps = [step('a'), step('b', 'a'), step('c', 'a'), step('d', 'a'), step('e', 'b', 'c', 'd')];
    expect(spots(steps, ['a', 'c', 'e'])).toEqual({ a: [0, 1], b: [1, 2], c: [1, 1], d: [1, 0], e: [2, 1] });
  });

  it('keeps a long branch on its side of the longest way', () => {
    const steps = [step('a'), step('b', 'a'), step('c', 'a'), step('d', 'b'), step('e', 'c', 'd')];
    expect(spots(steps, ['a', 'b', 'd', 'e'])).toEqual({
      a: [0, 0],
      b: [1, 0],
      c: [1, 1],
      d: [2, 0],
      e: [3, 0],
    });
  });

  it('draws the part of a circle that closes it apart', () => {
    const { back, lines } = placeSteps([step('a', 'c'), step('b', 'a'), step('c', 'b')], []);
    expect(back).toEqual([{ from: 'c', to: 'a' }]);
    expect(lines.map(({ from, to }) => `${from} ${to}`)).toEqual(['a b', 'b c']);
  });

  it('never puts two steps into one place, nor one in the way of a line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 }),
        (graph) => {
          const steps = graph.map((after, i) =>
            step(String(i), ...new Set(after.filter((one) => one < i).map(String))),
          );
          const spine: string[] = [];
          for (
            let here: Placed | undefined = steps.at(-1);
            here !== undefined;
            here = steps[Number(here.after[0])]
          )
            spine.unshift(here.id);
          const { spots: places, lines, lanes, rows } = placeSteps(steps, spine);
          const taken = [...places.values()].map(({ row, lane }) => `${row} ${lane}`);
          expect(places.size).toBe(steps.length);
          expect(new Set(taken).size).toBe(steps.length);
          for (const { points } of lines)
            for (const { row, lane } of points.slice(1, -1)) expect(taken).not.toContain(`${row} ${lane}`);
          for (const { row, lane } of places.values())
            expect(row >= 0 && row < rows && lane >= 0 && lane < lanes && Number.isInteger(lane)).toBe(true);
        },
      ),
    );
  });
});
