import { slotRows, type Slot } from '../../../procedure/index.ts';
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

/**
 * Steps, given so that each comes after those it waits for, on a grid. Slots of a row, those of passing lines among
 * them, are ordered by the middle of what comes before them.
 */
export function layoutFlow(steps: readonly StepView[]): Flow {
  const { rows, lines } = slotRows(steps);
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

function middle({ before }: Slot<StepView>): number {
  return before.reduce((sum, one) => sum + one.lane, 0) / Math.max(1, before.length);
}
