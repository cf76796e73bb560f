/** A place of a step in a drawing, or of a line that passes by. */
export interface Slot<S> {
  /** Absent where a line passes. */
  step?: S;
  /** The number of steps before it at most. */
  row: number;
  /** Its place beside others, for a layout to set. */
  lane: number;
  before: Slot<S>[];
}

export interface SlotRows<S> {
  /** Row by row, as written. */
  rows: Slot<S>[][];
  /** What waits for what; `slots` has one in each row from the one step to the other. */
  lines: { from: S; to: S; slots: Slot<S>[] }[];
}

/**
 * Steps, given so that each comes after those it waits for, in rows. A line that passes a row gets a slot of its own
 * there, so that no layout puts a box in its way. What a step waits for and is not given before it makes no line.
 */
export function slotRows<S extends { id: string; after: readonly string[] }>(
  steps: readonly S[],
): SlotRows<S> {
  const rows: Slot<S>[][] = [];
  const slots = new Map<string, Slot<S>>();
  const lines: SlotRows<S>['lines'] = [];
  const add = (slot: Slot<S>): Slot<S> => {
    (rows[slot.row] ??= []).push(slot);
    return slot;
  };
  for (const step of steps) {
    const before = step.after.flatMap((id) => slots.get(id) ?? []);
    const row = before.length === 0 ? 0 : Math.max(...before.map((slot) => slot.row)) + 1;
    const own: Slot<S> = { step, row, lane: 0, before: [] };
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
  return { rows, lines };
}
