import type { Draft, Step } from '../../model/item.ts';
import { stepGraph } from '../../procedure/index.ts';

/** What a node of the model is in BPMN. */
export type NodeKind =
  'start' | 'task' | 'optional' | 'decision' | 'parallel' | 'granted' | 'refused' | 'end';

export interface FlowNode {
  id: string;
  kind: NodeKind;
  /** The step of a task, with its condition of an optional one, and that which decides. */
  step?: Draft<Step>;
}

export interface FlowEdge {
  id: string;
  from: string;
  to: string;
  /** What was decided, of an edge out of the decision. */
  says?: 'granted' | 'refused';
}

export interface StepFlow {
  /** Each after those before it. */
  nodes: FlowNode[];
  edges: FlowEdge[];
}

/**
 * Steps as the nodes and flows of a process. A step waits for all that it is `after` (a parallel gateway, where
 * these are several), several followers begin at once (another). One with a `when` is passed through whether it
 * applies or not, so followers of a step that does not apply wait for what it would have waited for, as `selectCase`
 * has them. Steps in a cycle have no place in any order and are left out.
 *
 * Whatever comes after the decision comes only where it is granted; where other steps go on beside the decision,
 * what was decided is asked at the end.
 */
export function stepFlow(steps: readonly Draft<Step>[]): StepFlow {
  const { order, nodes: graph } = stepGraph(steps);
  const after = withoutShortcuts(new Map(order.map((id) => [id, graph.get(id)!.after])));
  const decision = decidingStep(order, after, (id) => graph.get(id)!.step);
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  const add = (node: FlowNode): string => {
    nodes.push(node);
    return node.id;
  };
  const connect = (from: string, to: string, more: Omit<FlowEdge, 'id' | 'from' | 'to'> = {}) => {
    edges.push({ id: `flow-${edges.length + 1}`, from, to, ...more });
  };

  const outcome = (from: string, step?: Draft<Step>): string => {
    const gate = add({ id: 'outcome', kind: 'decision', ...(step && { step }) });
    connect(from, gate);
    connect(gate, add({ id: 'refused', kind: 'refused', ...(step && { step }) }), { says: 'refused' });
    return gate;
  };
  const past = (from: string, to: string) => connect(from, to, from === 'outcome' ? { says: 'granted' } : {});

  const followers = new Map<string, number>();
  for (const id of order)
    for (const before of after.get(id)!) followers.set(before, (followers.get(before) ?? 0) + 1);
  const starts = order.filter((id) => after.get(id)!.length === 0);
  const ends = order.filter((id) => !followers.has(id));
  /** Node at which those that follow a step begin. */
  const exits = new Map<string, string>();
  const fork = (from: string, id: string, many: boolean): string => {
    if (!many) return from;
    const gate = add({ id, kind: 'parallel' });
    past(from, gate);
    return gate;
  };
  const join = (from: readonly string[], id: string): string => {
    if (from.length === 1) return from[0]!;
    const gate = add({ id, kind: 'parallel' });
    for (const one of from) past(one, gate);
    return gate;
  };

  const begin = fork(add({ id: 'start', kind: 'start' }), 'fork-start', starts.length > 1);
  for (const id of order) {
    const { step } = graph.get(id)!;
    const before = after.get(id)!;
    const entry =
      before.length === 0
        ? begin
        : join(
            before.map((one) => exits.get(one)!),
            `join-${id}`,
          );
    const kind = isOptional(step) ? 'optional' : 'task';
    const task = add({ id: kind === 'task' ? `step-${id}` : `optional-${id}`, kind, step });
    past(entry, task);
    const exit = id === decision ? outcome(task, step) : task;
    exits.set(id, fork(exit, `fork-${id}`, (followers.get(id) ?? 0) > 1));
  }

  const last =
    ends.length === 0
      ? begin
      : join(
          ends.map((id) => exits.get(id)!),
          'join-end',
        );
  const decides = order.some((id) => graph.get(id)!.step.kind === 'decide');
  const kind = decides ? 'granted' : 'end';
  past(decision === undefined && decides ? outcome(last) : last, add({ id: kind, kind }));
  return { nodes, edges };
}

function isOptional({ when }: Draft<Step>): boolean {
  return when !== undefined && Object.keys(when).length > 0;
}

/** `after` without what is waited for by way of another step anyway. */
function withoutShortcuts(after: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const above = ancestors(after);
  return new Map(
    [...after].map(([id, before]) => [
      id,
      before.filter((one) => !before.some((other) => other !== one && above.get(other)!.has(one))),
    ]),
  );
}

/** All steps before each; `after` is given so that each comes after those it waits for. */
function ancestors(after: ReadonlyMap<string, readonly string[]>): Map<string, Set<string>> {
  const above = new Map<string, Set<string>>();
  for (const [id, before] of after)
    above.set(id, new Set(before.flatMap((one) => [one, ...(above.get(one) ?? [])])));
  return above;
}

/** The last step that decides, if every other step comes before it or after it. */
function decidingStep(
  order: readonly string[],
  after: ReadonlyMap<string, readonly string[]>,
  stepOf: (id: string) => Draft<Step>,
): string | undefined {
  const last = order.findLast((id) => stepOf(id).kind === 'decide');
  if (last === undefined) return undefined;
  const above = ancestors(after);
  const isOrdered = order.every((id) => id === last || above.get(last)!.has(id) || above.get(id)!.has(last));
  return isOrdered ? last : undefined;
}
