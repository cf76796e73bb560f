export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/**
 * A line in SVG's words from the first box to the last, straight through the free slots between them. `corners` are
 * the upper left corners of boxes and slots, all of one size.
 */
export function flowCurve(corners: readonly Point[], { width, height }: Size, across: boolean): string {
  const enters = corners.map(({ x, y }) => (across ? { x, y: y + height / 2 } : { x: x + width / 2, y }));
  const leaves = corners.map(({ x, y }) =>
    across ? { x: x + width, y: y + height / 2 } : { x: x + width / 2, y: y + height },
  );
  let d = `M${leaves[0]!.x} ${leaves[0]!.y}`;
  for (let i = 1; i < corners.length; i++) {
    const a = leaves[i - 1]!;
    const b = enters[i]!;
    const straight = across ? a.y === b.y : a.x === b.x;
    const bend = across
      ? `${(a.x + b.x) / 2} ${a.y} ${(a.x + b.x) / 2} ${b.y}`
      : `${a.x} ${(a.y + b.y) / 2} ${b.x} ${(a.y + b.y) / 2}`;
    d += straight ? (across ? `H${b.x}` : `V${b.y}`) : `C${bend} ${b.x} ${b.y}`;
    if (i < corners.length - 1) d += `L${leaves[i]!.x} ${leaves[i]!.y}`;
  }
  return d;
}
