import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA, CR, DASH, DOT, DOUBLE, FastText, HASH, LF, OPEN_LIST, OPEN_MAP, SINGLE, SPACE, TAB, unsure } from './fastText.ts'; // prettier-ignore
import { keysMet, type MetKey } from './keysMet.ts';
import { plainScalar } from './scalar.ts';
import { elementShape } from './shapeAt.ts';

/** Flow style: `[a, b]` and `{a: 1}`, on one line or several. */
export class FastFlow extends FastText {
  /** Brackets that are open. */
  private brackets = 0;

  /** The collection whose bracket is at `pos`, with its lines indented deeper than `parent`. */
  protected flow(parent: number, shape: Shape): Plain {
    this.enter();
    this.brackets++;
    const value = this.peek() === OPEN_LIST ? this.flowList(parent, shape) : this.flowMap(parent, shape);
    this.brackets--;
    this.pos++;
    this.leave();
    return value;
  }

  private flowList(parent: number, shape: Shape): Plain {
    const list: Plain[] = [];
    const inner = elementShape(shape);
    this.pos++;
    this.skipBlanks(parent);
    while (this.peek() !== CLOSE_LIST) {
      list.push(this.flowElement(parent, inner));
      this.nextItem(parent, CLOSE_LIST);
    }
    return list;
  }

  private flowMap(parent: number, shape: Shape): Plain {
    const map: { [key: string]: Plain } = {};
    const met = keysMet(shape);
    let last: MetKey | undefined;
    let keys = 0;
    this.pos++;
    this.skipBlanks(parent);
    while (this.peek() !== CLOSE_MAP) {
      const guess = last === undefined ? met.first : last.next;
      const read = this.flowKey(guess);
      const key: MetKey = read === guess?.name ? guess : met.key(read);
      if (last === undefined) met.first = key;
      else last.next = key;
      last = key;
      const { name } = key;
      this.takeKey(map, name, ++keys);
      map[name] = this.flowEntry(parent, key.shape);
      this.nextItem(parent, CLOSE_MAP);
    }
    return map;
  }

  /** The value after a key and its colon. */
  protected flowEntry(parent: number, shape: Shape): Plain {
    this.skipBlanks(parent);
    const c = this.peek();
    if (c !== COMMA && c !== CLOSE_MAP) return this.flowValue(parent, shape);
    this.count();
    return null;
  }

  /** Past the comma after an item, or to the closing bracket. */
  private nextItem(parent: number, close: number): void {
    this.skipBlanks(parent);
    if (this.peek() === COMMA) {
      this.pos++;
      this.skipBlanks(parent);
    } else if (this.peek() !== close) unsure();
  }

  protected flowElement(parent: number, shape: Shape): Plain {
    return this.flowValue(parent, shape);
  }

  protected flowKey(guess: MetKey | undefined): string {
    if (this.isNext(guess)) return guess.name;
    const start = this.pos;
    const c = this.peek();
    const isQuoted = c === DOUBLE || c === SINGLE;
    const name = isQuoted ? this.quoted() : this.flowPlain();
    while (this.peek() === SPACE) this.pos++;
    if (this.peek() !== COLON || (!isQuoted && !this.separates(this.pos + 1)) || this.pos - start > 1000)
      unsure();
    this.pos++;
    return name;
  }

  protected flowValue(parent: number, shape: Shape): Plain {
    const c = this.peek();
    if (c === OPEN_LIST || c === OPEN_MAP) return this.flow(parent, shape);
    this.count();
    if (c === DOUBLE || c === SINGLE) return this.quoted();
    return plainScalar(this.flowPlain(), shape.scalar);
  }

  /** Plain text on one line, up to a comma, bracket, comment or `: `. */
  protected flowPlain(): string {
    if (!this.canStartPlain()) unsure();
    const { text } = this;
    const start = this.pos;
    let i = start;
    for (; ; i++) {
      const c = text.charCodeAt(i);
      if (c === COMMA || c === OPEN_LIST || c === CLOSE_LIST || c === OPEN_MAP || c === CLOSE_MAP) break;
      if (c === COLON) {
        const next = text.charCodeAt(i + 1);
        if (this.separates(i + 1)) break;
        if (
          next === COMMA ||
          next === OPEN_LIST ||
          next === CLOSE_LIST ||
          next === OPEN_MAP ||
          next === CLOSE_MAP
        )
          unsure();
      } else if (c === TAB || Number.isNaN(c)) unsure();
      else if (c === LF || c === CR || (c === HASH && text.charCodeAt(i - 1) === SPACE)) break;
    }
    let end = i;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    this.pos = end;
    return text.slice(start, end);
  }

  /** Over spaces, line breaks and comments; each new line has to be indented deeper than `parent`. */
  private skipBlanks(parent: number): void {
    const { text } = this;
    let broken = false;
    let start = this.pos;
    for (;;) {
      const c = text.charCodeAt(this.pos);
      if (c === SPACE) this.pos++;
      else if (c === LF || c === CR) {
        this.pos += c === CR ? 2 : 1;
        broken = true;
        start = this.pos;
      } else if (c === HASH) {
        // The library takes a comment in the first column for one that hangs on the line above.
        if (text.charCodeAt(this.pos - 1) !== SPACE) unsure();
        this.skipComment();
      } else break;
    }
    const c = this.peek();
    if (c === TAB || Number.isNaN(c)) unsure();
    if (broken) this.checkIndent(this.pos - start, parent, c);
  }

  /** A line inside brackets is indented deeper than what holds them; the last bracket may stand in its column. */
  private checkIndent(column: number, parent: number, c: number): void {
    const isClose = c === CLOSE_LIST || c === CLOSE_MAP;
    if (column <= parent && !(column === parent && this.brackets === 1 && isClose)) unsure();
    // In the first column `---` and `...` would end the document.
    if (column === 0 && (c === DASH || c === DOT)) unsure();
  }
}
