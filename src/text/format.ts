import type { Shape } from '../model/shape.ts';
import { sameValue } from './applyEdit.ts';
import type { Impossible } from './applyEdit.ts';
import { applyChanges, trimChanges } from './change.ts';
import type { TextChange } from './change.ts';
import { commentsOf } from './comments.ts';
import type { Document, Node } from './node.ts';
import { Page, usualBreak } from './page.ts';
import { read } from './read.ts';
import { usualLayout } from './write.ts';

/** A map or list that is open at a place: the column it has and the column it shall have. */
interface Level {
  column: number;
  target: number;
}

/** An entry or element that begins its line, for the comments around it. */
interface Stop extends Level {
  at: number;
  levels: readonly Level[];
  /** Its value is a block scalar: what stands deeper below it would be read as its text. */
  isOpen: boolean;
}

interface Plan {
  page: Page;
  /** How far lines shall be indented, by their offset; what is not here and is no comment stays. */
  indents: Map<number, number>;
  /** Lines whose ends belong to a text. */
  kept: Set<number>;
  stops: Stop[];
  gaps: TextChange[];
  last: Node | undefined;
}

const { step, dash, gap } = usualLayout;

/**
 * The changes that give `text` the usual layout: two columns a level, one space after a dash, no blanks at the
 * ends of lines, one line break at the end. Keys keep their order, texts their quotes and line breaks. A text that
 * cannot be read, or that would not say the same afterwards with the same comments, is left alone with the reason.
 */
export function format(text: string, shape: Shape): { kind: 'changes'; changes: TextChange[] } | Impossible {
  const document = read(text, shape, '');
  const { root, diagnostics, value } = document;
  if (root === undefined || value === undefined) {
    const first = diagnostics[0];
    return {
      kind: 'impossible',
      reason: `源码读不通，没有整理。先改正：${first?.message ?? '内容为空。'}`,
      reasonEn: `The source cannot be read, so it was not formatted. First mend: ${first?.messageEn ?? 'it is empty.'}`,
    };
  }
  const changes = trimChanges(document.text, changesOf(document, root));
  const after = read(applyChanges(document.text, changes), shape, '');
  const isSame =
    after.value !== undefined &&
    sameValue(after.value, value) &&
    commentsOf(after).join('\n') === commentsOf(document).join('\n');
  if (isSame) {
    // A byte order mark, which is no part of what was read, stays.
    const mark = text.length - document.text.length;
    return {
      kind: 'changes',
      changes: changes.map((one) => ({ ...one, from: one.from + mark, to: one.to + mark })),
    };
  }
  return {
    kind: 'impossible',
    reason: '源码里有不会整理的写法（如“? 键”后分行的值），没有改动。',
    reasonEn:
      'The source has a notation that is not formatted here (such as a value in lines after “? key”); nothing was changed.',
  };
}

function changesOf({ text, lines }: Document, root: Node): TextChange[] {
  const page = new Page(text, usualBreak(text));
  const plan: Plan = { page, indents: new Map(), kept: new Set(), stops: [], gaps: [], last: undefined };
  walk(root, { column: 0, target: 0 }, [], plan);
  const changes = [...plan.gaps];
  let next = 0;
  for (const start of lines) {
    const end = page.lineEnd(start);
    const line = text.slice(start, end);
    const blanks = /^ */.exec(line)![0].length;
    while (next < plan.stops.length && plan.stops[next]!.at < start) next++;
    const indent =
      plan.indents.get(start) ??
      (line[blanks] === '#' && !plan.kept.has(start)
        ? commentIndent(blanks, plan.stops[next - 1], plan.stops[next])
        : undefined);
    const used = plan.kept.has(start) ? line.length : line.trimEnd().length;
    if (indent !== undefined && used > blanks)
      changes.push({ from: start, to: start + blanks, insert: ' '.repeat(indent) });
    if (used < line.length) changes.push({ from: start + used, to: end, insert: '' });
  }
  return [...changes, ...endOf(text, plan)].sort((a, b) => a.from - b.from || a.to - b.to).reduce(joined, []);
}

/** Blanks at the end of the last line and the blank lines below it are one stretch to go. */
function joined(changes: TextChange[], change: TextChange): TextChange[] {
  const before = changes.at(-1);
  if (before === undefined || before.to <= change.from) changes.push(change);
  else
    changes[changes.length - 1] = {
      from: before.from,
      to: Math.max(before.to, change.to),
      insert: before.insert + change.insert,
    };
  return changes;
}

/** One line break at the end, unless those at the end are the last text's own. */
function endOf(text: string, { page, last }: Plan): TextChange[] {
  const used = text.trimEnd().length;
  if (last !== undefined && isBlock(last)) {
    const isKept = /^[|>]\d?\+|^[|>]\+/.test(text.slice(last.start));
    if (isKept || !text.endsWith('\n')) return [];
  }
  return [{ from: used, to: text.length, insert: page.breakAt(used) }];
}

/** A comment goes with what follows in its column, else with what it stands in or below. */
function commentIndent(column: number, before: Stop | undefined, after: Stop | undefined): number {
  if (after?.column === column) return after.target;
  if (before === undefined) return 0;
  const level = before.levels.find((one) => one.column >= column);
  if (level !== undefined) return level.target;
  return before.levels.at(-1)!.target + (before.isOpen ? 0 : step);
}

/** Plans the lines of `node`, a map or list for `own.target`, or a scalar or flow collection held at `own`. */
function walk(node: Node, own: Level, above: readonly Level[], plan: Plan): void {
  if (node.kind === 'scalar' || node.flow) {
    hang(node, own, plan);
    return;
  }
  const { page } = plan;
  const parts = node.kind === 'map' ? node.entries : node.elements;
  const column = parts.length > 0 ? page.column(parts[0]!.start) : own.column;
  const here = { column, target: own.target };
  const levels = [...above, here];
  // The `:` of a key that is written with a `?` has a line of its own.
  for (const { start, keyStart, afterColon } of node.kind === 'map' ? node.entries : [])
    if (start < keyStart && afterColon > 0 && page.isFirst(afterColon - 1))
      plan.indents.set(page.lineStart(afterColon - 1), own.target);
  for (const { start, value } of parts) {
    const stop: Stop = { ...here, at: start, levels, isOpen: isBlock(value) };
    if (page.isFirst(start)) {
      plan.indents.set(page.lineStart(start), own.target);
      plan.stops.push(stop);
    } else {
      // `- key: …`: comments below the line stand in the map as well as in the list.
      const first = plan.stops.at(-1);
      if (first !== undefined) plan.stops[plan.stops.length - 1] = { ...first, levels, isOpen: stop.isOpen };
    }
    if (value.kind === 'scalar' || value.flow) {
      if (node.kind === 'list') narrow(start, value, plan);
      hang(value, here, plan);
    } else if (node.kind === 'map') {
      walk(value, { column, target: own.target + (value.kind === 'list' ? dash : step) }, levels, plan);
    } else {
      narrow(start, value, plan);
      walk(value, { column, target: own.target + 1 + gap }, levels, plan);
    }
  }
}

/** One space between a dash and what follows it in its line. */
function narrow(start: number, value: Node, { page, gaps }: Plan): void {
  const between = page.text.slice(start + 1, value.start);
  if (value.end > value.start && /^ +$/.test(between))
    gaps.push({ from: start + 1, to: value.start, insert: ' '.repeat(gap) });
}

/** The lines below the first of a scalar or flow collection that is held by a key or dash at `held`. */
function hang(node: Node, held: Level, plan: Plan): void {
  const { page, indents, kept } = plan;
  if (node.end > node.start) plan.last = node;
  if (node.start === node.end) return;
  const shift = shiftOf(node, held, page);
  const first = page.lineStart(node.start);
  if (page.isFirst(node.start)) indents.set(first, held.target + step);
  if (!isBlock(node) && page.lineEnd(node.start) < node.end) kept.add(first);
  for (let line = page.nextLine(node.start); line < node.end; line = page.nextLine(line)) {
    // The last line of what has an end may have a comment behind it; a block scalar has no such line.
    if (page.lineEnd(line) < node.end || isBlock(node)) kept.add(line);
    const blanks = /^ */.exec(page.text.slice(line, node.end))![0].length;
    if (isBlock(node)) indents.set(line, Math.max(0, blanks + shift));
    else if (node.kind === 'scalar') indents.set(line, held.target + step);
    else indents.set(line, Math.max(held.target + 1, blanks + shift));
  }
}

/** How far the lines below the first move: with what holds them, and texts to one level below it. */
function shiftOf(node: Node, held: Level, { text }: Page): number {
  const moved = held.target - held.column;
  if (!isBlock(node)) return moved;
  const source = text.slice(node.start, node.end);
  // A text that says its own indentation says it from where it is held.
  if (/^[|>][-+]?\d/.test(source)) return moved;
  const body = /\n( *)[^ \r\n]/.exec(source);
  return body === null ? moved : held.target + step - body[1]!.length;
}

function isBlock(node: Node): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}
