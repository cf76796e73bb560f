import type { Edit, Plain } from '../model/edit.ts';
import { valueAt } from '../model/path.ts';
import type { Path } from '../model/path.ts';
import type { Shape } from '../model/shape.ts';
import { applyEdit, impossible, sameValue } from './applyEdit.ts';
import type { Impossible } from './applyEdit.ts';
import { insertBlockItem, moveBlockItem, removeBlockItem } from './blockItems.ts';
import { applyChanges, composeChanges, trimChanges } from './change.ts';
import type { TextChange } from './change.ts';
import { insertFlowItem, moveFlowItem, removeFlowItem } from './flowItems.ts';
import { layoutOf } from './layoutOf.ts';
import type { Document } from './node.ts';
import { Page, usualBreak } from './page.ts';
import { deepestPlace, itemsOf } from './place.ts';
import type { Place } from './place.ts';
import { read } from './read.ts';
import { readValue } from './readValue.ts';
import { replaceValue } from './replace.ts';
import { elementShape, entryShape, shapeAt } from './shapeAt.ts';
import { elementLines, entryLines, NoText, writeFlow, writeFlowEntry } from './write.ts';

export interface EditOptions {
  shape: Shape;
  /**
   * The line break for a text that has none: an edit of several may have taken the only one away. Left out, it
   * is that of the text itself.
   */
  lineBreak?: string;
}

/** `value` is what the changed text says. */
export type Changes = { kind: 'changes'; changes: TextChange[]; value: Plain } | Impossible;

/**
 * The smallest changes of `text` that make `edit` of its value, or why there are none.
 *
 * Every answer is proven: the changed text was read again and has the value that {@link applyEdit} gives. All
 * other bytes stay: comments, order, quotes, indentation, line breaks. New text takes over the layout around it.
 * A collection that loses its last item becomes `[]` or `{}`, since the edit does not say that its key goes.
 * Comments directly above an item in its column, on its last line, and below it but indented deeper, are the
 * item's own and go with it.
 */
export function changes(text: string, edit: Edit, options: EditOptions): Changes {
  // A byte order mark is no part of what is read: it stays, and everything counts from after it.
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const document = read(text, options.shape, '');
  if (document.value === undefined) return unreadable(document);
  const made = make(document, document.value, edit, {
    shape: options.shape,
    lineBreak: options.lineBreak ?? usualBreak(text),
  });
  if (made.kind === 'impossible' || mark === 0) return made;
  const shifted = made.changes.map(({ from, to, insert }) => ({ from: from + mark, to: to + mark, insert }));
  return { ...made, changes: shifted };
}

function unreadable({ diagnostics }: Document): Impossible {
  const [first] = diagnostics;
  return impossible(
    `文件有错误，先在源码中改正：${first?.message ?? ''}`,
    `The file has errors, mend them in its source first: ${first?.messageEn ?? ''}`,
  );
}

function make(document: Document, value: Plain, edit: Edit, options: Required<EditOptions>): Changes {
  const { shape } = options;
  const expected = applyEdit(value, edit);
  if (expected.kind === 'impossible') return expected;
  if (sameValue(value, expected.value)) return { kind: 'changes', changes: [], value };
  const page = new Page(document.text, options.lineBreak);
  const parts =
    edit.kind === 'set'
      ? partsOf(valueAt(value, edit.path) as Plain | undefined, edit.value, edit.path)
      : undefined;
  if (parts) {
    const made = inParts(document.text, value, parts, options);
    if (made.kind === 'changes') return made;
  }
  return proven(document.text, candidates(document, page, edit, shape), expected.value, shape);
}

/** The first candidate after which the text reads as `expected`. */
function proven(text: string, tries: Iterable<TextChange[]>, expected: Plain, shape: Shape): Changes {
  let reason = impossible(
    '这里的写法不能自动修改，请直接改源码。',
    'The text here cannot be changed by itself: edit the source.',
  );
  try {
    for (const candidate of tries) {
      const trimmed = trimChanges(text, candidate);
      const result = readValue(applyChanges(text, trimmed), shape, '');
      if (result.kind === 'value' && sameValue(result.value, expected))
        return { kind: 'changes', changes: trimmed, value: result.value };
      if (result.kind === 'problems') {
        const [first] = result.diagnostics;
        if (first)
          reason = impossible(
            `改后的文件无法读取：${first.message}`,
            `The changed file could not be read: ${first.messageEn}`,
          );
      }
    }
  } catch (error) {
    if (!(error instanceof NoText)) throw error;
    reason = impossible(error.reason, error.reasonEn);
  }
  return reason;
}

function* candidates(document: Document, page: Page, edit: Edit, shape: Shape): Generator<TextChange[]> {
  // The last step of an insert is a position between elements, not an element.
  const path = edit.kind === 'insert' ? edit.path.slice(0, -1) : edit.path;
  const { place, depth } = deepestPlace(document.root!, path);
  if (edit.kind === 'remove') yield* removeAt(page, place);
  else if (edit.kind === 'move') yield* moveAt(page, place, edit.to);
  else if (edit.kind === 'set' && depth === edit.path.length) {
    const wanted = { value: edit.value, shape: shapeAt(shape, edit.path), layout: layoutOf(place, page) };
    yield* replaceValue(page, place, wanted);
  } else yield* addAt(page, place, depth, edit, shape);
}

function* removeAt(page: Page, { above }: Place): Generator<TextChange[]> {
  if (!above) return;
  const { place, collection, index } = above;
  yield* collection.flow ? removeFlowItem(page, collection, index) : removeBlockItem(page, place, index);
}

function* moveAt(page: Page, { above }: Place, to: number): Generator<TextChange[]> {
  if (!above) return;
  const { place, collection, index } = above;
  yield* collection.flow ? moveFlowItem(page, collection, index, to) : moveBlockItem(page, place, index, to);
}

/** Adds what is not there yet: an entry, an element, or the maps and the list on the way to it. */
function* addAt(
  page: Page,
  place: Place,
  depth: number,
  edit: Edit & { value: Plain },
  shape: Shape,
): Generator<TextChange[]> {
  const layout = layoutOf(place, page);
  const here = shapeAt(shape, edit.path.slice(0, depth));
  const step = edit.path[depth]!;
  const value = wrapped(edit, depth + 1);
  const collection = place.value;
  const isFull = collection.kind !== 'scalar' && itemsOf(collection).length > 0;
  if (!isFull) {
    const whole: Plain = typeof step === 'number' ? [value] : { [step]: value };
    yield* replaceValue(page, place, { value: whole, shape: here, layout });
  } else if (typeof step === 'number') {
    const inner = elementShape(here);
    if (collection.flow) yield* insertFlowItem(page, collection, step, writeFlow(value, inner, layout));
    else
      yield* insertBlockItem(
        page,
        place,
        step,
        elementLines(value, inner, page.column(collection.start), layout),
      );
  } else {
    const inner = entryShape(here, step);
    const end = itemsOf(collection).length;
    if (collection.flow)
      yield* insertFlowItem(page, collection, end, writeFlowEntry(step, value, inner, layout));
    else
      yield* insertBlockItem(
        page,
        place,
        end,
        entryLines(step, value, inner, page.column(collection.start), layout),
      );
  }
}

/** The edit's value inside the maps, and for an insert the list, that its path has from `depth` on. */
function wrapped(edit: Edit & { value: Plain }, depth: number): Plain {
  let value = edit.value;
  for (const step of edit.path.slice(depth).reverse())
    value = typeof step === 'number' ? [value] : { [step]: value };
  return value;
}

/**
 * A `set` of a whole collection as edits of what differs in it, so that the comments of the rest stay; or
 * `undefined` where there is nothing to keep.
 */
function partsOf(old: Plain | undefined, wanted: Plain, path: Path): Edit[] | undefined {
  if (isFullList(old) && isFullList(wanted)) return listParts(old, wanted, path);
  if (isFullMap(old) && isFullMap(wanted)) return mapParts(old, wanted, path);
  return undefined;
}

function mapParts(old: { [key: string]: Plain }, wanted: { [key: string]: Plain }, path: Path): Edit[] {
  const sets = Object.entries(wanted).flatMap(([key, value]) => {
    const before = Object.hasOwn(old, key) ? old[key] : undefined;
    return partOf(before, value, [...path, key]);
  });
  const removes = Object.keys(old).filter((key) => !Object.hasOwn(wanted, key));
  return [...sets, ...removes.map((key): Edit => ({ kind: 'remove', path: [...path, key] }))];
}

function listParts(old: Plain[], wanted: Plain[], path: Path): Edit[] {
  const most = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < most && sameValue(old[head]!, wanted[head]!)) head++;
  let tail = 0;
  while (tail < most - head && sameValue(old.at(-1 - tail)!, wanted.at(-1 - tail)!)) tail++;
  const edits: Edit[] = [];
  const common = most - head - tail;
  for (let i = head; i < head + common; i++) edits.push(...partOf(old[i], wanted[i]!, [...path, i]));
  for (let i = head + common; i < wanted.length - tail; i++)
    edits.push({ kind: 'insert', path: [...path, i], value: wanted[i]! });
  for (let i = old.length - tail - 1; i >= head + common; i--)
    edits.push({ kind: 'remove', path: [...path, i] });
  return edits;
}

function partOf(old: Plain | undefined, wanted: Plain, path: Path): Edit[] {
  if (old !== undefined && sameValue(old, wanted)) return [];
  return partsOf(old, wanted, path) ?? [{ kind: 'set', path, value: wanted }];
}

function isFullList(value: Plain | undefined): value is Plain[] {
  return Array.isArray(value) && value.length > 0;
}

function isFullMap(value: Plain | undefined): value is { [key: string]: Plain } {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}

function inParts(text: string, before: Plain, parts: readonly Edit[], options: EditOptions): Changes {
  const steps: TextChange[][] = [];
  let current = text;
  let value = before;
  for (const part of parts) {
    const made = changes(current, part, options);
    if (made.kind === 'impossible') return made;
    steps.push(made.changes);
    ({ value } = made);
    current = applyChanges(current, made.changes);
  }
  return { kind: 'changes', changes: trimChanges(text, composeChanges(text.length, steps)), value };
}
