import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { FastBlock } from './fastBlock.ts';
import { OPEN_LIST, SINGLE, SPACE } from './fastText.ts';
import { ifSure } from './ifSure.ts';
import type { MetKey } from './keysMet.ts';
import { lineStarts } from './lines.ts';
import type { Document, Element, Entry, Node, ScalarNode } from './node.ts';

/**
 * As {@link readFast}, with the place of every value: the document that {@link readWithLibrary} gives, or `undefined`
 * where this reader is not sure. Tests compare the two as they do for values.
 */
export function readPlaced(text: string, shape: Shape, file: string): Document | undefined {
  return ifSure(text, () => {
    const { value, root } = new PlacedReader(text).placed(shape);
    return { file, text, lines: lineStarts(text), value, root, diagnostics: [] };
  });
}

/** A key that was read, until its value is. */
type Key = Omit<Entry, 'end' | 'value'>;

/**
 * Notes where everything is while the fast reader reads. Each method leaves the node of the value it read in `made`
 * and the end of that value in `ended`; whoever holds the value takes the node.
 */
class PlacedReader extends FastBlock {
  private made: Node | undefined;
  private ended = 0;
  private style: ScalarNode['style'] = 'plain';
  private keyRead: Key | undefined;
  private entries: Entry[] = [];
  private elements: Element[] = [];

  placed(shape: Shape): { value: Plain; root: Node } {
    const value = this.document(shape);
    return { value, root: this.take() ?? empty(this.text.length) };
  }

  private take(): Node | undefined {
    const { made } = this;
    this.made = undefined;
    return made;
  }

  /** Reads a value that begins here: a collection, which has noted itself, or a scalar. */
  private noted(read: () => Plain): Plain {
    const start = this.pos;
    this.made = undefined;
    const value = read();
    this.made = this.take() ?? {
      kind: 'scalar',
      style: this.style,
      start,
      end: this.ended,
      value: value as ScalarNode['value'],
    };
    return value;
  }

  protected override node(parent: number, shape: Shape): Plain {
    return this.noted(() => super.node(parent, shape));
  }

  protected override inline(parent: number, shape: Shape): Plain {
    return this.noted(() => super.inline(parent, shape));
  }

  protected override flowValue(parent: number, shape: Shape): Plain {
    return this.noted(() => super.flowValue(parent, shape));
  }

  protected override map(column: number, shape: Shape): Plain {
    return this.collected('map', false, () => super.map(column, shape));
  }

  protected override list(column: number, shape: Shape): Plain {
    return this.collected('list', false, () => super.list(column, shape));
  }

  protected override flow(parent: number, shape: Shape): Plain {
    const kind = this.peek() === OPEN_LIST ? 'list' : 'map';
    return this.collected(kind, true, () => super.flow(parent, shape));
  }

  private collected(kind: 'map' | 'list', flow: boolean, read: () => Plain): Plain {
    const start = this.pos;
    const { entries, elements } = this;
    this.entries = [];
    this.elements = [];
    const value = read();
    if (flow) this.ended = this.pos;
    const at = { flow, start, end: this.ended };
    this.made =
      kind === 'map' ? { kind, ...at, entries: this.entries } : { kind, ...at, elements: this.elements };
    this.entries = entries;
    this.elements = elements;
    return value;
  }

  protected override key(guess: MetKey | undefined): string {
    const start = this.pos;
    const key = super.key(guess);
    this.noteKey(key, start);
    return key;
  }

  protected override flowKey(guess: MetKey | undefined): string {
    const start = this.pos;
    const key = super.flowKey(guess);
    this.noteKey(key, start);
    return key;
  }

  /** A key that began at `start` and whose colon was just passed. */
  private noteKey(key: string, start: number): void {
    const afterColon = this.pos;
    let keyEnd = afterColon - 1;
    while (this.text.charCodeAt(keyEnd - 1) === SPACE) keyEnd--;
    this.keyRead = { key, keyStart: start, keyEnd, afterColon, start };
  }

  protected override entryValue(column: number, shape: Shape): Plain {
    return this.noteEntry(() => super.entryValue(column, shape));
  }

  protected override flowEntry(parent: number, shape: Shape): Plain {
    return this.noteEntry(() => super.flowEntry(parent, shape));
  }

  private noteEntry(read: () => Plain): Plain {
    const key = this.keyRead!;
    this.made = undefined;
    const result = read();
    const value = this.take() ?? empty(key.afterColon);
    this.ended = Math.max(value.end, key.keyEnd);
    this.entries.push({ ...key, end: this.ended, value });
    return result;
  }

  protected override element(column: number, shape: Shape): Plain {
    // The dash was just passed.
    const start = this.pos - 1;
    this.made = undefined;
    const result = super.element(column, shape);
    const value = this.take() ?? empty(start + 1);
    this.ended = value.end;
    this.elements.push({ start, end: value.end, value });
    return result;
  }

  protected override flowElement(parent: number, shape: Shape): Plain {
    const result = super.flowElement(parent, shape);
    const value = this.take()!;
    this.elements.push({ start: value.start, end: value.end, value });
    return result;
  }

  protected override plainLine(): string {
    const start = this.pos;
    const line = super.plainLine();
    this.style = 'plain';
    this.ended = start + line.length;
    return line;
  }

  protected override flowPlain(): string {
    const plain = super.flowPlain();
    this.style = 'plain';
    this.ended = this.pos;
    return plain;
  }

  override quoted(): string {
    const style = this.peek() === SINGLE ? 'single' : 'double';
    const value = super.quoted();
    this.style = style;
    this.ended = this.pos;
    return value;
  }

  protected override blockScalar(parent: number, folded: boolean): Plain {
    const value = super.blockScalar(parent, folded);
    this.style = folded ? 'folded' : 'literal';
    this.ended = this.blockEnd;
    return value;
  }
}

/** A place where a value could be written. */
function empty(at: number): ScalarNode {
  return { kind: 'scalar', style: 'empty', start: at, end: at, value: null };
}
