import type { TextChange } from './change.ts';
import type { Page } from './page.ts';
import { itemsOf, slotOf } from './place.ts';
import type { Collection, Item, Place } from './place.ts';

/** Ways to put an item, given as its lines, at `index` of a block collection that is not empty, the best first. */
export function* insertBlockItem(
  page: Page,
  place: Place,
  index: number,
  lines: readonly string[],
): Generator<TextChange[]> {
  const collection = place.value as Collection;
  const items = itemsOf(collection);
  const column = page.column(collection.start);
  const spaced = isSpaced(page, items, index);
  const next = items[index];
  for (const blank of spaced ? [true, false] : [false]) {
    if (!next) {
      const at = page.tailEnd(items.at(-1)!.end, column);
      const eol = page.breakAt(at);
      const insert = lines.map((line) => eol + line).join('');
      yield [{ from: at, to: at, insert: (blank ? eol : '') + insert }];
      continue;
    }
    const eol = page.breakAt(next.start);
    const between = blank ? eol + eol : eol;
    if (page.isFirst(next.start)) {
      const at = page.lineStart(page.leadStart(next.start, floorOf(place, items, index)));
      yield [{ from: at, to: at, insert: lines.join(eol) + between }];
    } else {
      // The first item shares its line with the dash above it: `- - a`.
      const insert = lines.join(eol).slice(column) + between + ' '.repeat(column);
      yield [{ from: next.start, to: next.start, insert }];
    }
  }
}

/** Whether the neighbours of a new item are set apart by blank lines, so that it should be as well. */
function isSpaced(page: Page, items: readonly Item[], index: number): boolean {
  const i = Math.min(Math.max(index, 1), items.length - 1);
  if (i < 1) return false;
  return hasBlank(page, items[i - 1]!.end, items[i]!.start);
}

/** Whether a blank line stands below the line of `from` and above `to`. */
function hasBlank(page: Page, from: number, to: number): boolean {
  return /\n[ \t]*\r?\n/.test(page.text.slice(page.lineEnd(from), to));
}

/** Offset above which no comment belongs to the item at `index`. */
function floorOf(place: Place, items: readonly Item[], index: number): number {
  if (index > 0) return items[index - 1]!.end;
  return place.holder.kind === 'root' ? 0 : slotOf(place);
}

/** Ways to take the item at `index` out of a block collection, with the comments that are its own. */
export function* removeBlockItem(page: Page, place: Place, index: number): Generator<TextChange[]> {
  const collection = place.value as Collection;
  const items = itemsOf(collection);
  const item = items[index]!;
  const lead = page.leadStart(item.start, floorOf(place, items, index));
  const tail = page.tailEnd(item.end, page.column(item.start));
  if (items.length === 1) {
    yield emptied(page, place, lead, tail);
    return;
  }
  if (!page.isFirst(item.start)) {
    const next = items[1]!;
    if (/^\s*$/.test(page.text.slice(tail, next.start)))
      yield [{ from: item.start, to: next.start, insert: '' }];
    // Comments stand between: the dash stays alone in its line, and what follows begins below it.
    yield [{ from: slotOf(place), to: tail, insert: '' }];
    return;
  }
  const from = page.lineStart(lead);
  const to = page.nextLine(tail);
  // Where the text does not end with a line break, it shall not afterwards.
  const alone =
    tail === page.text.length
      ? [{ from: page.previousEnd(from), to: tail, insert: '' }]
      : [{ from, to, insert: '' }];
  // Blank lines that set the item apart go along: one side of them, so that the neighbours stay apart.
  const isLast = index === items.length - 1;
  const previous = items[index - 1];
  const isApart = previous
    ? hasBlank(page, previous.end, from)
    : from > 0 && page.isBlank(page.lineStart(from - 1));
  let above = from;
  while (above > 0 && page.isBlank(page.lineStart(above - 1))) above = page.lineStart(above - 1);
  let below = to;
  while (below < page.text.length && page.isBlank(below)) below = page.nextLine(below);
  if (isLast && above < from) yield [{ from: page.previousEnd(above), to: tail, insert: '' }];
  if (!isLast && (isApart || index === 0) && below > to) yield [{ from, to: below, insert: '' }];
  yield alone;
  // A block scalar above that keeps its line breaks would take the blank lines for its own.
  yield [{ from, to: below, insert: '' }];
}

/** The only item goes, and an empty collection is left: the edit says remove the item, not its key. */
function emptied(page: Page, place: Place, lead: number, tail: number): TextChange[] {
  const collection = place.value as Collection;
  const empty = collection.kind === 'map' ? '{}' : '[]';
  const slot = slotOf(place);
  const sameLine = page.lineStart(slot) === page.lineStart(collection.start);
  if (place.holder.kind === 'root' || sameLine) {
    return [{ from: collection.start, to: tail, insert: empty }];
  }
  return [
    { from: slot, to: slot, insert: ` ${empty}` },
    { from: page.previousEnd(lead), to: tail, insert: '' },
  ];
}

/**
 * Ways to move the element at `from` to position `to` of its block list. What belongs to an element (the
 * comments above it, on its line and indented below it) goes along; blank lines and comments between elements
 * keep their order.
 */
export function* moveBlockItem(page: Page, place: Place, from: number, to: number): Generator<TextChange[]> {
  const items = itemsOf(place.value as Collection);
  const chunks = items.map((item, i) => ({
    start: page.leadStart(item.start, floorOf(place, items, i)),
    end: page.tailEnd(item.end, page.column(item.start)),
  }));
  const moved = chunks[from]!;
  const source = page.text.slice(moved.start, moved.end);
  const target = chunks[to]!;
  if (from < to) {
    const gap = page.text.slice(moved.end, chunks[from + 1]!.start);
    yield [
      { from: moved.start, to: chunks[from + 1]!.start, insert: '' },
      { from: target.end, to: target.end, insert: gap + source },
    ];
  } else {
    const gap = page.text.slice(chunks[from - 1]!.end, moved.start);
    yield [
      { from: target.start, to: target.start, insert: source + gap },
      { from: chunks[from - 1]!.end, to: moved.end, insert: '' },
    ];
  }
  // A gap moved along may not fit; then gaps stay where they are, and at last without their blank lines, which
  // a block scalar that keeps line breaks would take for its own.
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const order = chunks.toSpliced(from, 1).toSpliced(to, 0, moved);
  for (const blanks of [true, false]) {
    let insert = '';
    for (let i = low; i <= high; i++) {
      insert += page.text.slice(order[i]!.start, order[i]!.end);
      const gap = i < high ? page.text.slice(chunks[i]!.end, chunks[i + 1]!.start) : '';
      insert += blanks ? gap : gap.replaceAll(/\n(?:[ \t]*\r?\n)+/g, '\n');
    }
    const { end } = chunks[high]!;
    yield [{ from: chunks[low]!.start, to: blanks ? end : endOfBlanks(page, end), insert }];
  }
}

/** The end of the last of the blank lines that follow the line of `at`; `at` itself when none do. */
function endOfBlanks(page: Page, at: number): number {
  let end = at;
  let start = page.nextLine(at);
  while (start < page.text.length && page.isBlank(start)) {
    end = page.lineEnd(start);
    start = page.nextLine(start);
  }
  return end;
}
