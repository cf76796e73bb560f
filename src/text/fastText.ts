import type { Plain } from '../model/edit.ts';
import { limits } from './complaints.ts';
import type { MetKey } from './keysMet.ts';

/** Character codes by name. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
const BANG = 33;
export const DOUBLE = 34;
export const HASH = 35;
const PERCENT = 37;
const AMPERSAND = 38;
export const SINGLE = 39;
const STAR = 42;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const COLON = 58;
export const GREATER = 62;
const QUESTION = 63;
const AT = 64;
export const OPEN_LIST = 91;
const BACKSLASH = 92;
export const CLOSE_LIST = 93;
const BACKTICK = 96;
export const OPEN_MAP = 123;
export const BAR = 124;
export const CLOSE_MAP = 125;

/** Thrown to give a text up to the positioned reader; made once, since its stack says nothing. */
const giveUp = new Error('not sure');

/** Whether `error` only says that the fast reader is not sure. */
export function isUnsure(error: unknown): boolean {
  return error === giveUp;
}

export function unsure(): never {
  throw giveUp;
}

/**
 * The text under the fast reader and the place in it, with what both block and flow style need. `pos` is the
 * next character; the others give it up for everything that is not plainly what they expect.
 */
export class FastText {
  pos = 0;
  protected nodes = 0;
  private depth = 0;

  constructor(readonly text: string) {}

  /** The code of the character `ahead`, NaN past the end. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.pos + ahead);
  }

  /** Counts a value, or some; keys count as well. */
  count(values = 1): void {
    this.nodes += values;
    if (this.nodes > limits.nodes) unsure();
  }

  enter(): void {
    this.count();
    if (++this.depth > limits.depth) unsure();
  }

  leave(): void {
    this.depth--;
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.pos) === SPACE) this.pos++;
    if (this.text.charCodeAt(this.pos) === TAB) unsure();
  }

  /** From the `#` to the end of its line. */
  skipComment(): void {
    const end = this.text.indexOf('\n', this.pos);
    this.pos = end === -1 ? this.text.length : end;
  }

  /** Whether a line, or the text, ends before the character `at`. */
  endsAt(at: number): boolean {
    const c = this.text.charCodeAt(at);
    return c === LF || c === CR || at >= this.text.length;
  }

  /** Whether the character at `at` sets an indicator before it apart: a space, or the end of the line. */
  separates(at: number): boolean {
    return this.text.charCodeAt(at) === SPACE || this.endsAt(at);
  }

  /**
   * Makes sure that `name` may be a key of `map`, and counts it. A name that every object has (`toString`, and
   * the forbidden ones but `prototype`) is given up like one that is there already.
   */
  takeKey(map: { [key: string]: Plain }, name: string, keys: number): void {
    this.count();
    if (map[name] !== undefined || keys > limits.keys || name === '<<' || name === 'prototype') unsure();
  }

  /** Whether `guess` stands at `pos` with its colon, and then passes both. */
  isNext(guess: MetKey | undefined): guess is MetKey {
    if (guess === undefined || !guess.isPlain) return false;
    const { name } = guess;
    const end = this.pos + name.length;
    if (this.text.charCodeAt(end) !== COLON || !this.separates(end + 1)) return false;
    if (!this.text.startsWith(name, this.pos)) return false;
    this.pos = end + 1;
    return true;
  }

  /** The text in quotes of either kind at `pos`, all on one line. */
  quoted(): string {
    return this.text.charCodeAt(this.pos) === SINGLE ? this.single() : this.double();
  }

  private single(): string {
    const { text } = this;
    const start = this.pos + 1;
    let doubled = false;
    for (let i = start; ; i++) {
      const c = text.charCodeAt(i);
      if (c === SINGLE) {
        if (text.charCodeAt(i + 1) !== SINGLE) {
          this.pos = i + 1;
          const source = text.slice(start, i);
          return doubled ? source.replaceAll("''", "'") : source;
        }
        doubled = true;
        i++;
      } else if (c === LF || Number.isNaN(c)) unsure();
    }
  }

  private double(): string {
    const { text } = this;
    let value = '';
    let start = this.pos + 1;
    for (let i = start; ; i++) {
      const c = text.charCodeAt(i);
      if (c === DOUBLE) {
        this.pos = i + 1;
        return value === '' ? text.slice(start, i) : value + text.slice(start, i);
      }
      if (c === BACKSLASH) {
        const mark = escaped[text[i + 1]!];
        if (mark === undefined) unsure();
        value += text.slice(start, i) + mark;
        i++;
        start = i + 1;
      } else if (c === LF || Number.isNaN(c)) unsure();
    }
  }

  /** Whether plain text may start with the character at `pos`; what needs a second look is left alone. */
  canStartPlain(): boolean {
    switch (this.text.charCodeAt(this.pos)) {
      case TAB:
      case BANG:
      case DOUBLE:
      case HASH:
      case PERCENT:
      case AMPERSAND:
      case SINGLE:
      case STAR:
      case COMMA:
      case COLON:
      case GREATER:
      case QUESTION:
      case AT:
      case OPEN_LIST:
      case CLOSE_LIST:
      case BACKTICK:
      case OPEN_MAP:
      case BAR:
      case CLOSE_MAP:
        return false;
      case DASH: {
        const next = this.text.charCodeAt(this.pos + 1);
        // A minus before a digit or a letter; `- `, `---`, `-,` and the like are not for here.
        return (
          (next >= 48 && next <= 57) ||
          (next >= 65 && next <= 90) ||
          (next >= 97 && next <= 122) ||
          next > 0x2fff
        );
      }
      default:
        return true;
    }
  }
}

/** The escapes of double quotes that people write; the rest is left to the positioned reader. */
const escaped: { [mark: string]: string | undefined } = { n: '\n', t: '\t', '"': '"', '\\': '\\', '/': '/' };
