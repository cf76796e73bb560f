import { slotRows, type Slot } from '../../procedure/index.ts';
import type { FlowEdge, FlowNode, NodeKind, StepFlow } from './stepFlow.ts';

/** A box on the drawing, in pixels as BPMN's diagrams have them. */
export interface Bounds extends Point {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface PlacedFlow {
  nodes: Map<string, Bounds>;
  /** Points of each edge by its id, corners at right angles. */
  edges: Map<string, Point[]>;
  lanes: Bounds[];
  pool: Bounds;
}

const sizes: Record<NodeKind, { width: number; height: number }> = {
  start: { width: 36, height: 36 },
  granted: { width: 36, height: 36 },
  refused: { width: 36, height: 36 },
  end: { width: 36, height: 36 },
  task: { width: 130, height: 80 },
  optional: { width: 430, height: 140 },
  decision: { width: 50, height: 50 },
  parallel: { width: 50, height: 50 },
};

/** Width of the names at the left of pool and lanes. */
const poolHead = 30;
const laneHead = 30;
const gap = 50;
/** Room of a passing line in a lane, and around a box. */
const lineRoom = 40;
const around = 40;
const leastRoom = 120;

/**
 * From left to right: a node in the column that the longest way to it gives, in the row of its lane. A line that
 * passes a column gets a place of its own there, so that it runs through no box.
 */
export function placeNodes(
  { nodes, edges }: StepFlow,
  laneOf: ReadonlyMap<string, number>,
  laneCount: number,
): PlacedFlow {
  const given = nodes.map((node) => ({
    ...node,
    after: edges.filter(({ to }) => to === node.id).map(({ from }) => from),
  }));
  const { rows: columns, lines } = slotRows(given);
  const lane = (slot: Slot<FlowNode>, to?: string): number => laneOf.get(slot.step?.id ?? to ?? '') ?? 0;

  const targets = new Map<Slot<FlowNode>, string>();
  for (const { to, slots } of lines) for (const slot of slots) targets.set(slot, to.id);
  // Boxes at the top of a lane, one line straight on; what passes by runs below them.
  const rooms = Array.from({ length: laneCount }, () => leastRoom);
  const offsets = new Map<Slot<FlowNode>, number>();
  for (const column of columns) {
    const used = Array.from({ length: laneCount }, () => 0);
    for (const slot of column.toSorted(
      (a, b) => Number(a.step === undefined) - Number(b.step === undefined),
    )) {
      const at = lane(slot, targets.get(slot));
      const room = slot.step === undefined ? lineRoom : roomOf(slot.step);
      offsets.set(slot, used[at]! + room / 2);
      used[at]! += room;
    }
    used.forEach((room, at) => (rooms[at] = Math.max(rooms[at]!, room)));
  }
  const tops = rooms.map((_, at) => rooms.slice(0, at).reduce((sum, room) => sum + room, 0));

  const widths = columns.map((column) =>
    Math.max(...column.map(({ step }) => (step === undefined ? 0 : sizes[step.kind].width))),
  );
  const lefts = widths.map(
    (_, at) => poolHead + laneHead + gap + widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0),
  );
  const centre = (slot: Slot<FlowNode>) => ({
    x: lefts[slot.row]! + widths[slot.row]! / 2,
    y: tops[lane(slot, targets.get(slot))]! + offsets.get(slot)!,
  });

  const boxes = new Map<string, Bounds>();
  for (const slot of columns.flat())
    if (slot.step !== undefined) {
      const { x, y } = centre(slot);
      const { width, height } = sizes[slot.step.kind];
      boxes.set(slot.step.id, { x: x - width / 2, y: y - height / 2, width, height });
    }
  const byEnds = new Map(edges.map((edge): [string, FlowEdge] => [`${edge.from} ${edge.to}`, edge]));
  const points = new Map<string, Point[]>();
  for (const { from, to, slots } of lines) {
    const [start, end] = [boxes.get(from.id)!, boxes.get(to.id)!];
    const way = [
      { x: start.x + start.width, y: start.y + start.height / 2 },
      ...slots.slice(1, -1).map(centre),
      { x: end.x, y: end.y + end.height / 2 },
    ];
    const edge = byEnds.get(`${from.id} ${to.id}`)!;
    // The corner lies in the gap before the column that is entered.
    points.set(
      edge.id,
      way.flatMap((point, i) => {
        const before = way[i - 1];
        if (before === undefined || before.y === point.y) return [point];
        const x = lefts[slots[i]!.row]! - gap / 2;
        return [{ x, y: before.y }, { x, y: point.y }, point];
      }),
    );
  }
  const width = lefts.at(-1)! + widths.at(-1)! + gap - poolHead;
  const height = rooms.reduce((sum, room) => sum + room, 0);
  return {
    nodes: boxes,
    edges: points,
    lanes: rooms.map((room, at) => ({ x: poolHead, y: tops[at]!, width, height: room })),
    pool: { x: 0, y: 0, width: width + poolHead, height },
  };
}

function roomOf({ kind }: FlowNode): number {
  return Math.max(leastRoom, sizes[kind].height + around);
}

/** What is drawn inside the box of an optional step: a way through the step, and one below it. */
export interface PlacedOption {
  begin: Bounds;
  gate: Bounds;
  task: Bounds;
  end: Bounds;
  lines: { enter: Point[]; applies: Point[]; done: Point[]; skipped: Point[] };
}

export function placeOption({ x, y }: Point): PlacedOption {
  const middle = y + 60;
  const box = (left: number, { width, height }: { width: number; height: number }): Bounds => ({
    x: x + left,
    y: middle - height / 2,
    width,
    height,
  });
  const begin = box(25, sizes.start);
  const gate = box(105, sizes.decision);
  const task = box(205, sizes.task);
  const end = box(370, sizes.end);
  const between = (from: Bounds, to: Bounds): Point[] => [
    { x: from.x + from.width, y: middle },
    { x: to.x, y: middle },
  ];
  const [down, up, below] = [gate.x + gate.width / 2, end.x + end.width / 2, y + 122];
  return {
    begin,
    gate,
    task,
    end,
    lines: {
      enter: between(begin, gate),
      applies: between(gate, task),
      done: between(task, end),
      skipped: [
        { x: down, y: gate.y + gate.height },
        { x: down, y: below },
        { x: up, y: below },
        { x: up, y: end.y + end.height },
      ],
    },
  };
}
