/** Replaces the text from `from` to `to` (UTF-16 units, end not included) by `insert`. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** `text` with all `changes` made at once; they are in order, do not overlap, and count in `text`. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/** The changes that, made to the result of `changes`, bring `text` back byte by byte. */
export function invertChanges(text: string, changes: readonly TextChange[]): TextChange[] {
  let shift = 0;
  return changes.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}

/**
 * `changes`, which count in a text, as they count after `others` were made to it; `undefined` where both change
 * the same place.
 */
export function shiftChanges(
  changes: readonly TextChange[],
  others: readonly TextChange[],
): TextChange[] | undefined {
  const shifted: TextChange[] = [];
  for (const { from, to, insert } of changes) {
    let shift = 0;
    for (const other of others) {
      if (other.to < from || (other.to === from && other.from < from))
        shift += other.insert.length - (other.to - other.from);
      else if (other.from <= to && !(other.from === to && from < to)) return undefined;
    }
    shifted.push({ from: from + shift, to: to + shift, insert });
  }
  return shifted;
}

/** A stretch of the original text, or text that was put in. */
type Piece = { from: number; to: number } | { insert: string };

/**
 * One list of changes for several made one after the other, each counting in the result of those before it.
 * `length` is that of the original text, in which the answer counts.
 */
export function composeChanges(length: number, steps: readonly (readonly TextChange[])[]): TextChange[] {
  let pieces: Piece[] = [{ from: 0, to: length }];
  for (const step of steps) if (step.length > 0) pieces = rewrite(pieces, step);
  const changes: TextChange[] = [];
  let at = 0;
  let insert = '';
  for (const piece of [...pieces, { from: length, to: length }]) {
    if ('insert' in piece) {
      insert += piece.insert;
      continue;
    }
    if (insert !== '' || piece.from > at) changes.push({ from: at, to: piece.from, insert });
    insert = '';
    at = piece.to;
  }
  return changes;
}

function rewrite(pieces: readonly Piece[], step: readonly TextChange[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  let index = 0;
  const waiting = [...pieces].reverse();
  const take = (upTo: number, keep: boolean): void => {
    while (at < upTo && waiting.length > 0) {
      const piece = waiting.pop()!;
      const size = lengthOf(piece);
      const [head, tail] = at + size > upTo ? split(piece, upTo - at) : [piece, undefined];
      if (tail) waiting.push(tail);
      if (keep) result.push(head);
      at += lengthOf(head);
    }
  };
  for (; index < step.length; index++) {
    const { from, to, insert } = step[index]!;
    take(from, true);
    take(to, false);
    if (insert !== '') result.push({ insert });
  }
  take(Infinity, true);
  return result;
}

function lengthOf(piece: Piece): number {
  return 'insert' in piece ? piece.insert.length : piece.to - piece.from;
}

function split(piece: Piece, at: number): [Piece, Piece] {
  if ('insert' in piece) return [{ insert: piece.insert.slice(0, at) }, { insert: piece.insert.slice(at) }];
  return [
    { from: piece.from, to: piece.from + at },
    { from: piece.from + at, to: piece.to },
  ];
}

/**
 * The same changes with what the old and the new text share at their ends left out, so that an editor marks
 * and a diff shows only what differs. Neither a surrogate pair nor a CRLF is cut in two.
 */
export function trimChanges(text: string, changes: readonly TextChange[]): TextChange[] {
  const trimmed: TextChange[] = [];
  for (const { from, to, insert } of changes) {
    const most = Math.min(to - from, insert.length);
    let head = 0;
    while (head < most && text.charCodeAt(from + head) === insert.charCodeAt(head)) head++;
    while (head > 0 && (cuts(text, from + head) || cuts(insert, head))) head--;
    let tail = 0;
    while (
      tail < most - head &&
      text.charCodeAt(to - 1 - tail) === insert.charCodeAt(insert.length - 1 - tail)
    )
      tail++;
    while (tail > 0 && (cuts(text, to - tail) || cuts(insert, insert.length - tail))) tail--;
    if (from + head < to - tail || head + tail < insert.length) {
      trimmed.push({ from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) });
    }
  }
  return trimmed;
}

function cuts(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (before >= 0xd800 && before <= 0xdbff) || (before === 0x0d && text.charCodeAt(at) === 0x0a);
}
