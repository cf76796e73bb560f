/** `b` from `start` to `end` stands where `a` has `from` to `to`; ends are not included. */
export interface Hunk {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Differences beyond so many are not sought: what differs so much is one hunk. */
const most = 1500;

/**
 * Where two lists of words differ, in order: the fewest insertions and deletions that lead from `a` to `b`
 * (E. Myers, "An O(ND) difference algorithm and its variations", 1986), those that touch as one hunk.
 */
export function hunksOf(a: readonly string[], b: readonly string[]): Hunk[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const [oldEnd, newEnd] = [a.length - tail, b.length - tail];
  if (head === oldEnd && head === newEnd) return [];
  const whole = [{ from: head, to: oldEnd, start: head, end: newEnd }];
  if (head === oldEnd || head === newEnd) return whole;
  return shortest(a.slice(head, oldEnd), b.slice(head, newEnd), head) ?? whole;
}

function shortest(a: readonly string[], b: readonly string[], shift: number): Hunk[] | undefined {
  /** For every number of differences the furthest `x` on each diagonal `x - y`. */
  const traces: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let d = 0; d <= Math.min(most, a.length + b.length); d++) {
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(furthest, k, d) ? furthest.get(k + 1)! : furthest.get(k - 1)! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return back(traces, { d, x: a.length, y: b.length, shift });
    }
    traces.push(next);
    furthest = next;
  }
  return undefined;
}

/** Whether the furthest path to diagonal `k` comes from above, by an insertion. */
function isDown(furthest: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && furthest.get(k - 1)! < furthest.get(k + 1)!);
}

function back(
  traces: readonly ReadonlyMap<number, number>[],
  at: { d: number; x: number; y: number; shift: number },
): Hunk[] {
  const hunks: Hunk[] = [];
  let { x, y } = at;
  for (let { d } = at; d > 0; d--) {
    const furthest = traces[d - 1]!;
    const down = isDown(furthest, x - y, d);
    const k = x - y + (down ? 1 : -1);
    const px = furthest.get(k)!;
    const py = px - k;
    const [from, start] = [px + at.shift, py + at.shift];
    const [to, end] = down ? [from, start + 1] : [from + 1, start];
    const later = hunks[0];
    if (later?.from === to && later.start === end) hunks[0] = { ...later, from, start };
    else hunks.unshift({ from, to, start, end });
    [x, y] = [px, py];
  }
  return hunks;
}
