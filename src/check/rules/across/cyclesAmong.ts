/**
 * The cycles of a graph: each strongly connected part once, as a shortest way round from its smallest id. Linear in
 * nodes and edges but for the way round, which is looked for inside its part (Tarjan 1972, without recursion, since
 * a chain may be as long as the catalogue).
 */
export function cyclesAmong(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  for (const part of parts(edges)) {
    const within = new Set(part);
    const start = [...part].sort()[0]!;
    const way = wayBack(start, edges, within);
    if (way !== undefined) cycles.push(way);
  }
  return cycles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

function parts(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const out: string[][] = [];
  const enter = (id: string) => {
    index.set(id, index.size);
    low.set(id, index.get(id)!);
    stack.push(id);
    open.add(id);
    return { id, next: 0 };
  };
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const calls = [enter(root)];
    while (calls.length > 0) {
      const call = calls.at(-1)!;
      const to = edges.get(call.id)![call.next++];
      if (to === undefined) {
        calls.pop();
        const above = calls.at(-1);
        if (above !== undefined) low.set(above.id, Math.min(low.get(above.id)!, low.get(call.id)!));
        if (low.get(call.id) === index.get(call.id)) out.push(closed(call.id, stack, open));
      } else if (!edges.has(to)) continue;
      else if (!index.has(to)) calls.push(enter(to));
      else if (open.has(to)) low.set(call.id, Math.min(low.get(call.id)!, index.get(to)!));
    }
  }
  return out;
}

/** Takes a part that is complete off the stack. */
function closed(root: string, stack: string[], open: Set<string>): string[] {
  const part = stack.splice(stack.lastIndexOf(root));
  for (const id of part) open.delete(id);
  return part;
}

function wayBack(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  within: ReadonlySet<string>,
): string[] | undefined {
  const from = new Map<string, string>();
  let front = [start];
  while (front.length > 0) {
    const next: string[] = [];
    for (const id of front)
      for (const to of edges.get(id) ?? []) {
        if (to === start) {
          const way = [id];
          while (way[0] !== start) way.unshift(from.get(way[0]!)!);
          return way;
        }
        if (within.has(to) && !from.has(to)) {
          from.set(to, id);
          next.push(to);
        }
      }
    front = next;
  }
  return undefined;
}
