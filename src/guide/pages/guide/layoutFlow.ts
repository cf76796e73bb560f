import type { StepView } from '../../view/types.ts';

/** A step on the grid: its row is the number of steps before it at most, its lane its place beside others. */
export interface Box {
  step: StepView;
  row: number;
  /** May lie between two lanes, so that short rows stand in the middle. */
  lane: number;
}

/** A line between two steps; where it passes rows it has a point in each. */
export interface Line {
  from: StepView;
  to: StepView;
  points: { row: number; lane: number }[];
}

export interface Flow {
  boxes: Box[];
  lines: Line[];
  rows: number;
  lanes: number;
}

interface Slot {
  step?: StepView;
  row: number;
  lane: number;
  before: Slot[];
}

/**
 * Steps, given so that each comes after those it waits for, on a grid. A line that passes a row gets a slot of its
 * own there, so that it crosses no box; slots of a row are ordered by the middle of what comes before them.
 */
export function layoutFlow(steps: readonly StepView[]): Flow {
  const rows: Slot[][] = [];
  const slots = new Map<string, Slot>();
  const lines: { from: StepView; to: StepView; slots: Slot[] }[] = [];
  const add = (slot: Slot): Slot => {
    (rows[slot.row] ??= []).push(slot);
    return slot;
  };
  for (const step of steps) {
    const before = step.after.flatMap((id) => slots.get(id) ?? []);
    const row = before.length === 0 ? 0 : Math.max(...before.map((slot) => slot.row)) + 1;
    const own: Slot = { step, row, lane: 0, before: [] };
    for (const first of before) {
      const way = [first];
      for (let passed = first.row + 1; passed < row; passed++)
        way.push(add({ row: passed, lane: 0, before: [way.at(-1)!] }));
      own.before.push(way.at(-1)!);
      lines.push({ from: first.step!, to: step, slots: [...way, own] });
    }
    add(own);
    if (!slots.has(step.id)) slots.set(step.id, own);
  }
  const lanes = Math.max(1, ...rows.map((row) => row.length));
  for (const row of rows) {
    row.sort((a, b) => middle(a) - middle(b));
    row.forEach((slot, i) => (slot.lane = (lanes - row.length) / 2 + i));
  }
  return {
    boxes: rows.flat().flatMap(({ step, row, lane }) => (step === undefined ? [] : [{ step, row, lane }])),
    lines: lines.map(({ from, to, slots: way }) => ({
      from,
      to,
      points: way.map(({ row, lane }) => ({ row, lane })),
    })),
    rows: rows.length,
    lanes,
  };
}

function middle({ before }: Slot): number {
  return before.reduce((sum, one) => sum + one.lane, 0) / Math.max(1, before.length);
}
