import { describe, expect, it } from 'vitest';
import { boxSize, drawnSteps, extentOf } from './drawnSteps.ts';
import { placeSteps } from './placeSteps.ts';

const steps = [
  { id: 'a', after: [] },
  { id: 'b', after: ['a'] },
  { id: 'c', after: ['a'] },
  { id: 'd', after: ['a', 'b', 'c'] },
];

describe.each(['across', 'down'] as const)('steps drawn %s', (way) => {
  const drawing = placeSteps(steps, ['a', 'b', 'd']);
  const { whole, boxes, lines } = drawnSteps(drawing, way);

  it('stand inside the drawing, none over another', () => {
    const all = [...boxes.values()];
    for (const { x, y } of all) {
      expect(x > 0 && x + boxSize.width < whole.width).toBe(true);
      expect(y > 0 && y + boxSize.height < whole.height).toBe(true);
    }
    for (const [i, one] of all.entries())
      for (const other of all.slice(i + 1))
        expect(
          Math.abs(one.x - other.x) >= boxSize.width || Math.abs(one.y - other.y) >= boxSize.height,
        ).toBe(true);
    expect(whole).toEqual(extentOf(drawing, way));
  });

  it('have a place on each line, free of boxes, to take it away', () => {
    for (const { x, y } of lines)
      for (const box of boxes.values())
        expect(x > box.x && x < box.x + boxSize.width && y > box.y && y < box.y + boxSize.height).toBe(false);
    expect(lines).toHaveLength(5);
  });

  it('run the longest way in one line', () => {
    const along = ['a', 'b', 'd'].map((id) => boxes.get(id)![way === 'across' ? 'y' : 'x']);
    expect(new Set(along).size).toBe(1);
  });
});

it('a line that closes a circle can be taken away at the edge of the drawing', () => {
  const circle = [
    { id: 'a', after: ['b'] },
    { id: 'b', after: ['a'] },
  ];
  const { back, whole } = drawnSteps(placeSteps(circle, []), 'across');
  expect(back).toMatchObject([{ from: 'b', to: 'a' }]);
  expect(back[0]!.y).toBeGreaterThan(whole.height - 26);
});
