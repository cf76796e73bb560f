import { slotRows, type Slot } from '../../src/procedure/index.ts';

/** A step as far as its place in the drawing goes. */
export interface Placed {
  id: string;
  after: readonly string[];
}

/** A place on the grid of the drawing: rows follow each other in time, lanes run side by side. */
export interface Spot {
  row: number;
  lane: number;
}

export interface Drawing {
  spots: Map<string, Spot>;
  /** A point in every row that the line passes. */
  lines: { from: string; to: string; points: Spot[] }[];
  /** What a step waits for although it comes before it: the parts of a circle that close it. */
  back: { from: string; to: string }[];
  rows: number;
  lanes: number;
}

/**
 * Places steps, given in an order of time, so that `spine`, the chain that decides how long it takes, runs
 * straight, and what runs beside it stands to its sides. Lanes are whole numbers from 0.
 */
export function placeSteps(steps: readonly Placed[], spine: readonly string[]): Drawing {
  const { rows, lines } = slotRows(steps);
  const onSpine = new Set<Slot<Placed>>();
  for (const line of lines) {
    const at = spine.indexOf(line.from.id);
    if (at >= 0 && spine[at + 1] === line.to.id) for (const slot of line.slots) onSpine.add(slot);
  }
  // A spine of one step has no line.
  for (const slot of rows.flat()) if (slot.step?.id === spine[0] && spine.length > 0) onSpine.add(slot);
  const after = followers(rows);
  // Down the rows by what comes before, then up by what comes after, so that a branch stays on its side.
  for (const row of rows) placeRow(row, onSpine, (slot) => slot.before);
  for (const row of rows.toReversed())
    placeRow(row, onSpine, (slot) => [...slot.before, ...(after.get(slot) ?? [])]);
  const least = Math.min(0, ...rows.flat().map(({ lane }) => lane));
  for (const slot of rows.flat()) slot.lane -= least;

  const spots = new Map<string, Spot>();
  for (const slot of rows.flat()) if (slot.step !== undefined) spots.set(slot.step.id, spot(slot));
  const drawn = new Set(lines.map(({ from, to }) => key(from.id, to.id)));
  return {
    spots,
    lines: lines.map(({ from, to, slots }) => ({ from: from.id, to: to.id, points: slots.map(spot) })),
    back: steps.flatMap(({ id, after: waits }) =>
      waits.flatMap((from) => (spots.has(from) && !drawn.has(key(from, id)) ? [{ from, to: id }] : [])),
    ),
    rows: rows.length,
    lanes: 1 + Math.max(0, ...rows.flat().map(({ lane }) => lane)),
  };
}

/** The spine in the middle, the others to the side they lean to; those that lean to none take turns. */
function placeRow(
  row: Slot<Placed>[],
  onSpine: ReadonlySet<Slot<Placed>>,
  near: (slot: Slot<Placed>) => Slot<Placed>[],
): void {
  const leans = new Map(row.map((slot) => [slot, middle(near(slot))]));
  const others = row.filter((slot) => !onSpine.has(slot)).sort((a, b) => leans.get(a)! - leans.get(b)!);
  const hasSpine = others.length < row.length;
  const left: Slot<Placed>[] = [];
  const right: Slot<Placed>[] = [];
  for (const slot of others) {
    const lean = leans.get(slot)!;
    const side = lean < 0 ? left : lean > 0 ? right : right.length > left.length ? left : right;
    side.push(slot);
  }
  for (const slot of row) if (onSpine.has(slot)) slot.lane = 0;
  const first = hasSpine ? 1 : 0;
  right.forEach((slot, i) => (slot.lane = i + first));
  left.reverse().forEach((slot, i) => (slot.lane = -1 - i));
}

function spot({ row, lane }: Spot): Spot {
  return { row, lane };
}

function middle(slots: readonly Slot<Placed>[]): number {
  return slots.reduce((sum, { lane }) => sum + lane, 0) / Math.max(1, slots.length);
}

function followers(rows: readonly Slot<Placed>[][]): Map<Slot<Placed>, Slot<Placed>[]> {
  const after = new Map<Slot<Placed>, Slot<Placed>[]>();
  for (const slot of rows.flat())
    for (const one of slot.before) after.set(one, [...(after.get(one) ?? []), slot]);
  return after;
}

function key(from: string, to: string): string {
  return `${from} ${to}`;
}
