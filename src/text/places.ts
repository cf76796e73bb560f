import type { Range } from '../model/diagnostic.ts';
import type { Path } from '../model/path.ts';
import { rangeOf } from './lines.ts';
import type { Document, Element, Entry, Node } from './node.ts';

/** What of a place is meant: its key, its value, or both with what lies between. */
export type Which = 'key' | 'value' | 'entry';

/**
 * Where the value at `path` stands in the text, or `undefined` when it is not there. A list element has no key
 * and gives its value instead; the root is its whole value.
 */
export function rangeAt(document: Document, path: Path, which: Which): Range | undefined {
  const holder = holderAt(document.root, path);
  if (holder === undefined) return undefined;
  const [from, to] = stretchOf(holder, which);
  return rangeOf(document.lines, from, to);
}

/**
 * As {@link rangeAt}; where `path` is not there, the key of its nearest ancestor that is, and at last the
 * first line. For a diagnostic on something that is missing.
 */
export function nearestRange(document: Document, path: Path, which: Which): Range {
  const exact = path.length === 0 ? undefined : rangeAt(document, path, which);
  if (exact) return exact;
  for (let length = path.length - 1; length > 0; length--) {
    const range = rangeAt(document, path.slice(0, length), 'key');
    if (range) return range;
  }
  const end = document.text.indexOf('\n');
  return rangeOf(document.lines, 0, end === -1 ? document.text.length : end);
}

/** The path of the innermost entry or element whose text holds `offset`; the root's where there is none. */
export function pathAt(document: Document, offset: number): Path {
  const path: (string | number)[] = [];
  let node = document.root;
  while (node) {
    const step: Step | undefined = stepAt(node, offset);
    if (!step) break;
    path.push(step.key);
    node = step.value;
  }
  return path;
}

interface Step {
  key: string | number;
  value: Node;
}

function stepAt(node: Node, offset: number): Step | undefined {
  if (node.kind === 'map') {
    const entry = node.entries.find(({ start, end }) => start <= offset && offset <= end);
    return entry && { key: entry.key, value: entry.value };
  }
  if (node.kind === 'list') {
    const index = node.elements.findIndex(({ start, end }) => start <= offset && offset <= end);
    return index === -1 ? undefined : { key: index, value: node.elements[index]!.value };
  }
  return undefined;
}

type Holder = Entry | Element | { value: Node };

/** The entry or element at `path`; for the empty path the root as a holder of itself. */
export function holderAt(root: Node | undefined, path: Path): Holder | undefined {
  if (root === undefined) return undefined;
  let holder: Holder = { value: root };
  for (const step of path) {
    const value: Node = holder.value;
    let next: Holder | undefined;
    if (value.kind === 'map' && typeof step === 'string')
      next = value.entries.find(({ key }) => key === step);
    else if (value.kind === 'list' && typeof step === 'number') next = value.elements[step];
    if (!next) return undefined;
    holder = next;
  }
  return holder;
}

/** The value's node at `path`, or `undefined`. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  return holderAt(root, path)?.value;
}

function stretchOf(holder: Holder, which: Which): [number, number] {
  if (which === 'key' && 'keyStart' in holder) return [holder.keyStart, holder.keyEnd];
  if (which === 'entry' && 'start' in holder) return [holder.start, holder.end];
  return [holder.value.start, holder.value.end];
}
