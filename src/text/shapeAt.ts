import type { Shape } from '../model/shape.ts';

/** The shape of a place that no schema speaks of. */
export const anyShape: Shape = { scalar: new Set(), properties: new Map() };

export function entryShape(shape: Shape, key: string): Shape {
  return shape.properties.get(key) ?? shape.rest ?? anyShape;
}

export function elementShape(shape: Shape): Shape {
  return shape.items ?? anyShape;
}

/** The shape at `path` below `shape`; numbers are list positions. */
export function shapeAt(shape: Shape, path: readonly (string | number)[]): Shape {
  let here = shape;
  for (const step of path) here = typeof step === 'number' ? elementShape(here) : entryShape(here, step);
  return here;
}
