import { flowCurve } from '../../src/guide/index.ts';
import type { Drawing, Spot } from './placeSteps.ts';

/** Which way time runs. */
export type Way = 'across' | 'down';

/** Of a step's box, in pixels. */
export const boxSize = { width: 200, height: 88 };
const gaps = { across: { along: 62, beside: 34 }, down: { along: 48, beside: 34 } };
/** Room around the drawing, for outlines, flags and handles. */
const margin = 26;
/** How far from the edge a line runs that closes a circle. */
const edge = 9;

export interface DrawnLine {
  key: string;
  from: string;
  to: string;
  /** The line in SVG's words. */
  d: string;
  /** A free place on it, for what is done to it. */
  x: number;
  y: number;
}

export interface DrawnSteps {
  whole: { width: number; height: number };
  boxes: Map<string, { x: number; y: number }>;
  lines: DrawnLine[];
  /** Lines that close a circle, led around the drawing. */
  back: DrawnLine[];
}

/** How large a drawing is, in pixels. */
export function extentOf({ rows, lanes }: Pick<Drawing, 'rows' | 'lanes'>, way: Way): DrawnSteps['whole'] {
  const { along, beside } = gaps[way];
  const { width, height } = boxSize;
  const [long, broad] = way === 'across' ? [width, height] : [height, width];
  const length = rows * (long + along) - along + 2 * margin;
  const breadth = lanes * (broad + beside) - beside + 2 * margin;
  return way === 'across' ? { width: length, height: breadth } : { width: breadth, height: length };
}

/** A drawing in pixels. */
export function drawnSteps(drawing: Drawing, way: Way): DrawnSteps {
  const across = way === 'across';
  const { width, height } = boxSize;
  const place = (spot: Spot) => placeOf(spot, way);
  return {
    whole: extentOf(drawing, way),
    boxes: new Map([...drawing.spots].map(([id, spot]) => [id, place(spot)])),
    lines: drawing.lines.map(({ from, to, points }) => {
      const corners = points.map(place);
      // Between the last free slot and the box it leads to, where no other line of that slot runs.
      const [last, end] = [corners.at(-2)!, corners.at(-1)!];
      return {
        key: `${from} ${to}`,
        from,
        to,
        d: flowCurve(corners, boxSize, across),
        x: (last.x + end.x + width) / 2,
        y: (last.y + end.y + height) / 2,
      };
    }),
    back: drawing.back.map(({ from, to }) => {
      const [a, b] = [from, to].map((id) => middleOf(place(drawing.spots.get(id)!))) as [Spotted, Spotted];
      const whole = extentOf(drawing, way);
      // Boxes in between cover it; along the edge it is always seen.
      const corners = across
        ? [
            { x: a.x, y: whole.height - edge },
            { x: b.x, y: whole.height - edge },
          ]
        : [
            { x: whole.width - edge, y: a.y },
            { x: whole.width - edge, y: b.y },
          ];
      const d = [a, ...corners, b].map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
      const [one, other] = corners as [Spotted, Spotted];
      return { key: `${from} ${to}`, from, to, d, x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    }),
  };
}

function middleOf({ x, y }: Spotted): Spotted {
  return { x: x + boxSize.width / 2, y: y + boxSize.height / 2 };
}

interface Spotted {
  x: number;
  y: number;
}

function placeOf({ row, lane }: Spot, way: Way): Spotted {
  const { along, beside } = gaps[way];
  const { width, height } = boxSize;
  return way === 'across'
    ? { x: margin + row * (width + along), y: margin + lane * (height + beside) }
    : { x: margin + lane * (width + beside), y: margin + row * (height + along) };
}
