import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepView } from '../../view/types.ts';
import { layoutFlow } from './layoutFlow.ts';

const step = (id: string, ...after: string[]) => ({ id, after, text: id }) as StepView;
const places = (steps: StepView[]) =>
  Object.fromEntries(layoutFlow(steps).boxes.map(({ step: { id }, row, lane }) => [id, [row, lane]]));

describe('the drawing of steps', () => {
  it('puts what runs side by side into one row, and short rows into the middle', () => {
    expect(
      places([step('a'), step('b', 'a'), step('c', 'a'), step('d', 'a'), step('e', 'b', 'c', 'd')]),
    ).toEqual({ a: [0, 1], b: [1, 0], c: [1, 1], d: [1, 2], e: [2, 1] });
  });

  it('keeps a way free for a line that passes a row', () => {
    const steps = [step('a'), step('b', 'a'), step('c', 'a', 'b')];
    const { boxes, lines, lanes } = layoutFlow(steps);
    const [, long] = lines
      .filter((line) => line.to.id === 'c')
      .toSorted((a, b) => a.points.length - b.points.length);
    expect(lanes).toBe(2);
    expect(long!.points).toHaveLength(3);
    expect(boxes.find((box) => box.step.id === 'b')!.lane).not.toBe(long!.points[1]!.lane);
  });

  it('never puts two boxes into one place, and runs each line forwards', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { maxLength: 8 }), (graph) => {
        const steps = graph.map((after, i) => step(String(i), ...new Set(after.map(String))));
        const { boxes, lines } = layoutFlow(steps);
        expect(boxes).toHaveLength(steps.length);
        expect(new Set(boxes.map(({ row, lane }) => `${row} ${lane}`)).size).toBe(steps.length);
        for (const { points } of lines)
          expect(points.map((point) => point.row)).toEqual(points.map((_, i) => points[0]!.row + i));
      }),
    );
  });
});
