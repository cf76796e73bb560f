import type { TextChange } from './change.ts';
import type { Page } from './page.ts';
import { itemsOf } from './place.ts';
import type { Collection, Item } from './place.ts';

/** Ways to put an item, given as its source, at `index` of a flow collection. */
export function* insertFlowItem(
  page: Page,
  collection: Collection,
  index: number,
  source: string,
): Generator<TextChange[]> {
  const items = itemsOf(collection);
  const next = items[index];
  const { text } = page;
  const [open, close] = bracketsOf(collection);
  if (text[collection.start] !== open) {
    // A pair alone in a list, `[a: 1]`, is a map without braces; with a second entry it needs them.
    const { start, end } = collection;
    const both =
      index === 0 ? `${source}, ${text.slice(start, end)}` : `${text.slice(start, end)}, ${source}`;
    yield [{ from: start, to: end, insert: open + both + close }];
    return;
  }
  if (items.length === 0) {
    yield [{ from: collection.start + 1, to: collection.start + 1, insert: source }];
    return;
  }
  if (next) {
    if (page.isFirst(next.start)) {
      const floor = index > 0 ? items[index - 1]!.end : collection.start + 1;
      const at = page.lineStart(page.leadStart(next.start, floor));
      const insert = `${' '.repeat(page.column(next.start))}${source},${page.breakAt(next.start)}`;
      yield [{ from: at, to: at, insert }];
    }
    yield [{ from: next.start, to: next.start, insert: `${source}, ` }];
    return;
  }
  const last = items.at(-1)!;
  if (page.isFirst(last.start)) yield appendLine(page, collection, last, source);
  yield [{ from: last.end, to: last.end, insert: `, ${source}` }];
}

/** One item a line: the new one gets its own, after the comment of the last. */
function appendLine(page: Page, collection: Collection, last: Item, source: string): TextChange[] {
  const indent = page.breakAt(last.start) + ' '.repeat(page.column(last.start));
  const comma = commaAfter(page.text, last.end);
  const at = page.lineEnd(last.end);
  // The closing bracket stands in the same line.
  if (at >= collection.end) return [{ from: last.end, to: last.end, insert: `,${indent}${source}` }];
  return [
    { from: last.end, to: last.end, insert: comma === -1 ? ',' : '' },
    { from: at, to: at, insert: indent + source + (comma === -1 ? '' : ',') },
  ];
}

/** Ways to take the item at `index` out of a flow collection, together with its comma. */
export function* removeFlowItem(page: Page, collection: Collection, index: number): Generator<TextChange[]> {
  const items = itemsOf(collection);
  const item = items[index]!;
  const { text } = page;
  const [open, close] = bracketsOf(collection);
  if (text[collection.start] !== open) {
    yield [{ from: collection.start, to: collection.end, insert: open + close }];
    return;
  }
  const previous = items[index - 1];
  const next = items[index + 1];
  const comma = commaAfter(text, item.end);
  const end = comma === -1 ? item.end : comma + 1;
  const before = previous && !next ? commaAfter(text, previous.end) : -1;
  // Without a next item the comma before goes as well, unless the author ends the collection with one.
  const unlink: TextChange[] =
    before === -1 || comma !== -1 ? [] : [{ from: before, to: before + 1, insert: '' }];
  if (page.isFirst(item.start)) {
    const lead = page.leadStart(item.start, previous?.end ?? collection.start + 1);
    const lineEnd = page.lineEnd(end);
    if (/^[ \t]*(?:#.*)?$/.test(text.slice(end, lineEnd))) {
      yield [...unlink, { from: page.previousEnd(lead), to: lineEnd, insert: '' }];
    }
    yield [...unlink, { from: item.start, to: end, insert: '' }];
  }
  if (next) yield [{ from: item.start, to: next.start, insert: '' }];
  if (before !== -1) yield [{ from: before, to: item.end, insert: '' }];
  if (
    !previous &&
    !next &&
    /^\s*$/.test(text.slice(collection.start + 1, item.start) + text.slice(end, collection.end - 1))
  ) {
    yield [{ from: collection.start + 1, to: collection.end - 1, insert: '' }];
  }
  yield [...unlink, { from: item.start, to: end, insert: '' }];
}

/**
 * Ways to move the element at `from` to position `to` of a flow list: with the comments above it and after its
 * comma where elements have lines of their own, else the elements alone; commas stay where they are.
 */
export function* moveFlowItem(
  page: Page,
  collection: Collection,
  from: number,
  to: number,
): Generator<TextChange[]> {
  const items = itemsOf(collection);
  const { text } = page;
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const parts = items.map((item, i) => {
    const lead = page.leadStart(item.start, i > 0 ? items[i - 1]!.end : collection.start + 1);
    const comma = commaAfter(text, item.end);
    const after = comma === -1 ? item.end : comma + 1;
    const lineEnd = page.lineEnd(after);
    const comment = page.isFirst(item.start) && /^[ \t]*#/.test(text.slice(after, lineEnd));
    return { lead, start: item.start, end: item.end, after, tail: comment ? lineEnd : after };
  });
  const order = parts.toSpliced(from, 1).toSpliced(to, 0, parts[from]!);
  for (const comments of [true, false]) {
    const startOf = (part: (typeof parts)[number]): number => (comments ? part.lead : part.start);
    const tailOf = (part: (typeof parts)[number]): number => (comments ? part.tail : part.after);
    let insert = '';
    for (let i = low; i <= high; i++) {
      const here = parts[i]!;
      const put = order[i]!;
      insert +=
        text.slice(startOf(put), put.end) +
        text.slice(here.end, here.after) +
        text.slice(put.after, tailOf(put));
      if (i < high) insert += text.slice(tailOf(here), startOf(parts[i + 1]!));
    }
    yield [{ from: startOf(parts[low]!), to: tailOf(parts[high]!), insert }];
  }
}

function bracketsOf(collection: Collection): [string, string] {
  return collection.kind === 'map' ? ['{', '}'] : ['[', ']'];
}

/** Offset of the comma that follows `at` after blanks, line breaks and comments, or -1. */
function commaAfter(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const mark = text[i]!;
    if (mark === '#') {
      const end = text.indexOf('\n', i);
      if (end === -1) return -1;
      i = end;
    } else if (!/\s/.test(mark)) return mark === ',' ? i : -1;
  }
  return -1;
}
