import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plain } from '../model/edit.ts';

/**
 * A value in its text. `start` and `end` are offsets of the value alone, without the key, the line break after
 * a block scalar or any comment; an empty place has `start === end`.
 */
export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
  kind: 'map';
  flow: boolean;
  start: number;
  end: number;
  entries: Entry[];
}

export interface ListNode {
  kind: 'list';
  flow: boolean;
  start: number;
  end: number;
  elements: Element[];
}

export interface ScalarNode {
  kind: 'scalar';
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty';
  start: number;
  end: number;
  value: null | boolean | number | string;
}

/** A key and its value; `start` is the key's, or that of a `?` before it. */
export interface Entry {
  key: string;
  keyStart: number;
  keyEnd: number;
  /** Offset after the `:`, or -1 where there is none (`{a}`, `? a`). */
  afterColon: number;
  start: number;
  end: number;
  value: Node;
}

/** One element of a list; `start` is that of its `-`, or of the value in flow style. */
export interface Element {
  start: number;
  end: number;
  value: Node;
}

/**
 * A text that was read. `value` is `undefined` whenever there is any diagnostic, so that half a document is
 * never taken for one; `root` is then what could still be placed, for an editor to point at.
 */
export interface Document {
  file: string;
  text: string;
  /** Offsets of the starts of lines. */
  lines: readonly number[];
  value: Plain | undefined;
  root: Node | undefined;
  diagnostics: Diagnostic[];
}
