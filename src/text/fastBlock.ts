import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { FastFlow } from './fastFlow.ts';
import { BAR, COLON, CR, DASH, DOT, DOUBLE, GREATER, HASH, LF, OPEN_LIST, OPEN_MAP, SINGLE, SPACE, TAB, unsure } from './fastText.ts'; // prettier-ignore
import { keysMet, type MetKey } from './keysMet.ts';
import { plainScalar } from './scalar.ts';
import { elementShape } from './shapeAt.ts';

/** Block style. Between values `pos` is at the first character of a line's content and `column` is where that is. */
export class FastBlock extends FastFlow {
  /** Column of the content at `pos`; -1 at the end of the text. */
  private column = 0;
  private lineStart = 0;
  /** The least column of a comment without a space after its `#`, among those just passed. */
  private tight = Infinity;
  /** Where a colon was last looked for, what was found, and, where it was none, how far the line was plain text. */
  private lookedFrom = -1;
  private lookedTo = -1;
  private colon = -1;
  /** Where the last line with content of the block scalar read last ended, before its line break. */
  protected blockEnd = 0;

  document(shape: Shape): Plain {
    const marked = this.text.startsWith('---');
    if (marked) {
      if (!this.endsAt(3)) unsure();
      this.pos = 3;
    }
    this.nextContent();
    if (this.column === -1) {
      // The library places what is not there behind the mark.
      if (marked) unsure();
      return null;
    }
    const value = this.node(-1, shape);
    if (this.column !== -1) unsure();
    return value;
  }

  /**
   * Moves from the start of a line, or from the rest of one that holds at most a comment, to the next line with
   * content.
   */
  private nextContent(): void {
    const { text } = this;
    this.tight = Infinity;
    let i = this.pos;
    if (i !== 0) {
      i = this.restOfLine(i);
      if (i === -1) return;
    }
    for (;;) {
      const start = i;
      while (text.charCodeAt(i) === SPACE) i++;
      const c = text.charCodeAt(i);
      if (c === LF) i++;
      else if (c === CR) i += 2;
      else if (c === HASH) {
        if (!this.separates(i + 1)) this.tight = Math.min(this.tight, i - start);
        i = text.indexOf('\n', i) + 1;
        if (i === 0) break;
      } else if (i >= text.length) break;
      else {
        if (c === TAB) unsure();
        if (i === start && this.isMarker(i)) unsure();
        this.pos = i;
        this.lineStart = start;
        this.column = i - start;
        return;
      }
    }
    this.pos = text.length;
    this.column = -1;
  }

  /** Start of the next line, when `at` is followed by nothing but a comment; -1 and the end reached at the last. */
  private restOfLine(at: number): number {
    const { text } = this;
    let i = at;
    while (text.charCodeAt(i) === SPACE) i++;
    const c = text.charCodeAt(i);
    if (c === LF) return i + 1;
    if (c === CR) return i + 2;
    if (c === HASH && (i > at || text.charCodeAt(i - 1) === SPACE)) {
      const end = text.indexOf('\n', i);
      if (end !== -1) return end + 1;
    } else if (i < text.length) unsure();
    this.pos = text.length;
    this.column = -1;
    return -1;
  }

  /** `---` or `...` in the first column, which ends a document. */
  private isMarker(at: number): boolean {
    const c = this.text.charCodeAt(at);
    return (
      (c === DASH || c === DOT) && this.text.charCodeAt(at + 1) === c && this.text.charCodeAt(at + 2) === c
    );
  }

  /** The value that begins at `pos` in `column`, below a key or dash in column `parent`. */
  protected node(parent: number, shape: Shape): Plain {
    if (this.atDash()) return this.list(this.column, shape);
    const c = this.peek();
    const start = this.pos;
    if (c === OPEN_LIST || c === OPEN_MAP) {
      const value = this.flow(parent, shape);
      this.nextContent();
      return this.onlyAbove(parent, value);
    }
    if (c === DOUBLE || c === SINGLE) {
      const value = this.quoted();
      this.skipSpaces();
      if (this.peek() === COLON) {
        this.pos = start;
        return this.map(this.column, shape);
      }
      this.count();
      this.nextContent();
      return this.onlyAbove(parent, value);
    }
    if (!this.canStartPlain()) unsure();
    const colon = this.colonInLine(start);
    if (colon !== -1) return this.map(this.column, shape);
    // Plain text at the root may meet `---` on its later lines.
    if (parent === -1) unsure();
    return this.plain(parent, shape);
  }

  /** The value on the lines below its key or dash in column `parent`. */
  private nested(parent: number, shape: Shape): Plain {
    // After `#comment`, without a space and no deeper than the key, the library forgets how deep the value is.
    if (this.tight <= parent) unsure();
    return this.node(parent, shape);
  }

  private onlyAbove(parent: number, value: Plain): Plain {
    if (this.column > parent) unsure();
    return value;
  }

  /** Where the `:` of a plain key is in the line at `at`, or -1. */
  private colonInLine(at: number): number {
    if (this.lookedFrom === at) return this.colon;
    const { text } = this;
    this.lookedFrom = at;
    for (let i = at; ; i++) {
      const c = text.charCodeAt(i);
      if (c === COLON) {
        if (this.separates(i + 1)) return (this.colon = i);
      } else if (
        c === LF ||
        c === TAB ||
        Number.isNaN(c) ||
        (c === HASH && text.charCodeAt(i - 1) === SPACE)
      ) {
        this.lookedTo = i;
        return (this.colon = -1);
      }
    }
  }

  protected map(column: number, shape: Shape): Plain {
    this.enter();
    const map: { [key: string]: Plain } = {};
    const met = keysMet(shape);
    let last: MetKey | undefined;
    let keys = 0;
    while (this.column === column) {
      const guess = last === undefined ? met.first : last.next;
      const read = this.key(guess);
      const key: MetKey = read === guess?.name ? guess : met.key(read);
      if (last === undefined) met.first = key;
      else last.next = key;
      last = key;
      const { name } = key;
      this.takeKey(map, name, ++keys);
      map[name] = this.entryValue(column, key.shape);
    }
    if (this.column > column) unsure();
    this.leave();
    return map;
  }

  /** The key at `pos`, which is then after its colon; `guess` is tried first. */
  protected key(guess: MetKey | undefined): string {
    if (this.isNext(guess)) return guess.name;
    const start = this.pos;
    const c = this.peek();
    let name: string;
    if (c === DOUBLE || c === SINGLE) {
      name = this.quoted();
      this.skipSpaces();
      if (this.peek() !== COLON || !this.separates(this.pos + 1)) unsure();
    } else {
      if (c === DASH || !this.canStartPlain()) unsure();
      const colon = this.colonInLine(start);
      if (colon === -1) unsure();
      let end = colon;
      while (this.text.charCodeAt(end - 1) === SPACE) end--;
      name = this.text.slice(start, end);
      this.pos = colon;
    }
    // Past 1,024 characters the positioned reader finds no key.
    if (this.pos - start > 1000) unsure();
    this.pos++;
    return name;
  }

  protected entryValue(column: number, shape: Shape): Plain {
    this.skipSpaces();
    if (this.atLineEnd()) {
      this.nextContent();
      if (this.column > column) return this.nested(column, shape);
      if (this.column === column && this.atDash()) return this.list(column, shape);
      this.count();
      return null;
    }
    if (this.atDash()) unsure();
    return this.inline(column, shape);
  }

  protected list(column: number, shape: Shape): Plain {
    this.enter();
    const list: Plain[] = [];
    const inner = elementShape(shape);
    while (this.column === column && this.atDash()) {
      this.pos++;
      list.push(this.element(column, inner));
    }
    if (this.column > column) unsure();
    this.leave();
    return list;
  }

  protected element(column: number, shape: Shape): Plain {
    this.skipSpaces();
    if (this.atLineEnd()) {
      this.nextContent();
      if (this.column > column) return this.nested(column, shape);
      this.count();
      return null;
    }
    const c = this.peek();
    if (c === BAR || c === GREATER) return this.inline(column, shape);
    this.column = this.pos - this.lineStart;
    return this.node(column, shape);
  }

  private atDash(): boolean {
    return this.peek() === DASH && this.separates(this.pos + 1);
  }

  /** Whether nothing but perhaps a comment is left of the line. */
  private atLineEnd(): boolean {
    return this.peek() === HASH || this.endsAt(this.pos);
  }

  /** A value that begins in the line of its key, in column `parent`, and is no block collection. */
  protected inline(parent: number, shape: Shape): Plain {
    const c = this.peek();
    if (c === BAR || c === GREATER) return this.blockScalar(parent, c === GREATER);
    if (c === OPEN_LIST || c === OPEN_MAP) {
      const value = this.flow(parent, shape);
      this.nextContent();
      return this.onlyAbove(parent, value);
    }
    if (c === DOUBLE || c === SINGLE) {
      const value = this.quoted();
      this.count();
      this.nextContent();
      return this.onlyAbove(parent, value);
    }
    if (!this.canStartPlain()) unsure();
    return this.plain(parent, shape);
  }

  /** Plain text at `pos`, on one line or several, all but the first indented deeper than `parent`. */
  private plain(parent: number, shape: Shape): Plain {
    this.count();
    let value = this.plainLine();
    while (this.endsAt(this.pos)) {
      // Blank lines become line breaks, a single line break a space.
      const before = this.pos;
      let blanks = -1;
      let i = before;
      for (let end = i; end < this.text.length;) {
        i = this.text.charCodeAt(end) === CR ? end + 2 : end + 1;
        blanks++;
        end = i;
        while (this.text.charCodeAt(end) === SPACE) end++;
        if (!this.endsAt(end)) break;
      }
      const start = i;
      while (this.text.charCodeAt(i) === SPACE) i++;
      const c = this.text.charCodeAt(i);
      if (c === TAB) unsure();
      if (i >= this.text.length || i - start <= parent || c === HASH) break;
      this.pos = i;
      value += (blanks > 0 ? '\n'.repeat(blanks) : ' ') + this.plainLine();
    }
    this.nextContent();
    return plainScalar(this.onlyAbove(parent, value) as string, shape.scalar);
  }

  /** Plain text up to the end of the line or a comment; `pos` is then at the line break or before the comment. */
  protected plainLine(): string {
    const { text } = this;
    const start = this.pos;
    // The return of a CRLF, or the space before a comment, is one before where the look for a colon ended.
    let i = this.lookedFrom === start && this.colon === -1 ? Math.max(start, this.lookedTo - 1) : start;
    for (; ; i++) {
      const c = text.charCodeAt(i);
      if (c === COLON) {
        if (this.separates(i + 1)) unsure();
      } else if (c === TAB) unsure();
      else if (c === LF || c === CR || Number.isNaN(c) || (c === HASH && text.charCodeAt(i - 1) === SPACE))
        break;
    }
    let end = i;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    this.pos = text.charCodeAt(i) === HASH ? end : i;
    return text.slice(start, end);
  }

  /** A literal or folded scalar below a key or dash in column `parent`. */
  protected blockScalar(parent: number, folded: boolean): Plain {
    this.count();
    const { text } = this;
    this.pos++;
    const strip = this.peek() === DASH;
    if (strip) this.pos++;
    if (!this.separates(this.pos)) unsure();
    let at = this.restOfLine(this.pos);
    if (at === -1) unsure();
    let indent = at;
    while (text.charCodeAt(indent) === SPACE) indent++;
    indent -= at;
    // Empty scalars, and those that begin with empty lines, have rules of their own.
    if (indent <= parent || this.endsAt(at + indent)) unsure();
    let value = '';
    let breaks = 0;
    while (at < text.length) {
      let i = at;
      const content = at + indent;
      while (i < content && text.charCodeAt(i) === SPACE) i++;
      const c = text.charCodeAt(i);
      if (i < content) {
        if (c !== LF && c !== CR && i < text.length) break;
        breaks++;
        at = c === CR ? i + 2 : i + 1;
        continue;
      }
      let end = text.indexOf('\n', i);
      const next = end === -1 ? text.length : end + 1;
      if (end === -1) end = text.length;
      else if (text.charCodeAt(end - 1) === CR) end--;
      if (end === i) breaks++;
      else {
        // Lines of blanks alone, and in folded text lines indented further, are not simply folded.
        if (c === TAB || (c === SPACE && (folded || /^ *$/.test(text.slice(i, end))))) unsure();
        if (value !== '') value += folded && breaks === 1 ? ' ' : '\n'.repeat(folded ? breaks - 1 : breaks);
        value += text.slice(i, end);
        this.blockEnd = end;
        breaks = 1;
      }
      at = next;
    }
    this.pos = at;
    this.toLine(at);
    this.onlyAbove(parent, null);
    return strip ? value : `${value}\n`;
  }

  /** Goes on at `start`, where a line begins with content in the first column. */
  protected goOn(start: number): void {
    this.pos = start;
    this.lineStart = start;
    this.column = 0;
  }

  /** As {@link nextContent}, from the start of a line. */
  private toLine(start: number): void {
    if (start >= this.text.length) {
      this.pos = this.text.length;
      this.column = -1;
      return;
    }
    // Steps back on the line break, so that the line at `start` is the next one.
    this.pos = start - 1;
    this.nextContent();
  }
}
