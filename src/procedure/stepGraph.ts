import type { Draft, Step } from '../model/item.ts';
import { elementsOf, stringsOf } from './elements.ts';

/** How the steps of a procedure follow each other. Steps are named by id; one without an id is left out. */
export interface StepGraph {
  /** Ids so that each comes after those it is `after`, as written where that leaves a choice. Without steps in or behind a cycle. */
  order: string[];
  /** Cycles, no two with a step in common, each in the order of the steps; every step left out of `order` is in one or behind one. */
  cycles: string[][];
  /** `after` that names no step. */
  unknown: { step: string; after: string }[];
  /** Ids that more than one step has; the first is meant. */
  duplicates: string[];
  /** Steps by id in written order, with those of their `after` that there are. */
  nodes: ReadonlyMap<string, StepNode>;
}

/** Orders steps by their `after`. A step without `after` starts at once. */
export function stepGraph(steps: readonly Draft<Step>[] | undefined): StepGraph {
  const { nodes, unknown, duplicates } = stepNodes(steps);
  if (isInOrder(nodes)) return { order: [...nodes.keys()], cycles: [], unknown, duplicates, nodes };
  const order = ordered(nodes);
  const placed = new Set(order);
  const left = new Map([...nodes].filter(([id]) => !placed.has(id)));
  return { order, cycles: cyclesOf(left), unknown, duplicates, nodes };
}

/** One step with the steps it waits for. */
export interface StepNode {
  step: Draft<Step>;
  after: string[];
}

/** Steps by id in written order, references resolved. */
function stepNodes(steps: readonly Draft<Step>[] | undefined): {
  nodes: Map<string, StepNode>;
  unknown: { step: string; after: string }[];
  duplicates: string[];
} {
  const named = elementsOf(steps).filter((step) => typeof step.id === 'string');
  const ids = new Set(named.map((step) => step.id!));
  const nodes = new Map<string, StepNode>();
  const unknown: { step: string; after: string }[] = [];
  const duplicates = new Set<string>();
  for (const step of named) {
    if (nodes.has(step.id!)) {
      duplicates.add(step.id!);
      continue;
    }
    const after: string[] = [];
    for (const id of stringsOf(step.after))
      if (!ids.has(id)) {
        if (!unknown.some((one) => one.step === step.id && one.after === id))
          unknown.push({ step: step.id!, after: id });
      } else if (!after.includes(id)) after.push(id);
    nodes.set(step.id!, { step, after });
  }
  return { nodes, unknown, duplicates: [...duplicates] };
}

/**
 * What to wait for once the steps in `gone` are taken out of `steps`: instead of one that is gone, what that one
 * waited for, so that the order of the rest stays.
 */
export function waitingPast(
  steps: readonly Draft<Step>[],
  gone: ReadonlySet<string>,
): (after: readonly string[]) => string[] {
  const { nodes } = stepNodes(steps);
  return (after) => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const todo = [...after].reverse();
    while (todo.length > 0) {
      const next = todo.pop()!;
      if (seen.has(next)) continue;
      seen.add(next);
      if (gone.has(next)) todo.push(...[...nodes.get(next)!.after].reverse());
      else found.add(next);
    }
    return [...found];
  };
}

/** Whether each step is written after those that it waits for, as most are: then that is the order. */
function isInOrder(nodes: ReadonlyMap<string, StepNode>): boolean {
  const passed = new Set<string>();
  for (const [id, { after }] of nodes) {
    for (const before of after) if (!passed.has(before)) return false;
    passed.add(id);
  }
  return true;
}

/** Kahn's algorithm, taking of the steps that are ready the one written first. */
function ordered(nodes: ReadonlyMap<string, StepNode>): string[] {
  const position = new Map([...nodes.keys()].map((id, at) => [id, at]));
  const followers = new Map<string, string[]>([...nodes.keys()].map((id) => [id, []]));
  const waiting = new Map<string, number>();
  for (const [id, { after }] of nodes) {
    waiting.set(id, after.length);
    for (const before of after) followers.get(before)!.push(id);
  }
  const order: string[] = [];
  let ready = [...nodes.keys()].filter((id) => waiting.get(id) === 0);
  while (ready.length > 0) {
    const id = ready.shift()!;
    order.push(id);
    const freed = followers.get(id)!.filter((next) => {
      waiting.set(next, waiting.get(next)! - 1);
      return waiting.get(next) === 0;
    });
    if (freed.length > 0) ready = [...ready, ...freed].sort((a, b) => position.get(a)! - position.get(b)!);
  }
  return order;
}

/** Walks back from each step along its first `after` that is itself left; a walk that meets itself is a cycle. */
function cyclesOf(left: ReadonlyMap<string, StepNode>): string[][] {
  const cycles: string[][] = [];
  const walked = new Set<string>();
  for (const start of left.keys()) {
    const trail: string[] = [];
    let id = start;
    while (!walked.has(id)) {
      walked.add(id);
      trail.push(id);
      id = left.get(id)!.after.find((before) => left.has(before))!;
    }
    const from = trail.indexOf(id);
    if (from >= 0) cycles.push(trail.slice(from).reverse());
  }
  return cycles;
}
