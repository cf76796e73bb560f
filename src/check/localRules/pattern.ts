import type { Words } from '../../model/schemas.ts';

/** A pattern that says of a text in linear time whether it occurs in it. */
export interface Pattern {
  kind: 'pattern';
  /** How many steps one character of a text may cost. */
  size: number;
  test(text: string): boolean;
}

/** Why a pattern cannot be used. */
export interface Refused {
  kind: 'refused';
  words: Words;
}

/** Instructions that a pattern may become: `a{1,100}` is a hundred of them, and `(a{1,100}){100}` is too much. */
const most = 1000;

type Test = (codePoint: number) => boolean;
type Tree =
  | { kind: 'one'; test: Test }
  | { kind: 'start' | 'end' }
  | { kind: 'all' | 'any'; of: Tree[] }
  | { kind: 'repeat'; of: Tree; min: number; max: number };
type Step =
  | { kind: 'one'; test: Test; next: number }
  | { kind: 'start' | 'end'; next: number }
  | { kind: 'fork'; next: number; other: number }
  | { kind: 'found' };

/**
 * Compiles the part of JavaScript's regular expressions (flag `u`) that rules of a catalogue may use: characters,
 * `.`, `[…]`, `\d \w \s` and their opposites, `\uXXXX`, groups, `|`, `* + ? {m,n}`, `^` and `$`. Whoever writes a
 * rule is not to be able to halt a server with it, so it is run as a set of states (Thompson 1968) and never
 * backtracks; what that cannot do, such as looking back, is refused.
 */
export function compilePattern(source: string): Pattern | Refused {
  const parsed = new Parser(source).parse();
  if ('kind' in parsed && parsed.kind === 'refused') return parsed;
  const program = assemble(parsed as Tree);
  if (program === undefined)
    return refused('重复太多，模式太大。请缩小 {m,n}。', 'It repeats too much. Make {m,n} smaller.');
  return { kind: 'pattern', size: program.length, test: (text) => run(program, text) };
}

function refused(zh: string, en: string): Refused {
  return { kind: 'refused', words: { zh, en } };
}

class Fault extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

function fault(zh: string, en: string): Fault {
  return new Fault({ zh, en });
}

class Parser {
  private readonly points: string[];
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    this.points = [...source];
  }

  parse(): Tree | Refused {
    try {
      const tree = this.alternatives();
      if (this.at < this.points.length) throw fault('多了一个“)”。', 'There is a ")" too many.');
      return tree;
    } catch (error) {
      if (error instanceof Fault) return { kind: 'refused', words: error.words };
      throw error;
    }
  }

  private alternatives(): Tree {
    if (++this.depth > 20) throw fault('括号套得太深。', 'Its groups are too deep.');
    const of = [this.sequence()];
    while (this.take('|')) of.push(this.sequence());
    this.depth--;
    return { kind: 'any', of };
  }

  private sequence(): Tree {
    const of: Tree[] = [];
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek())
      of.push(this.repeated());
    return { kind: 'all', of };
  }

  private repeated(): Tree {
    const of = this.atom();
    const times = this.times();
    if (times === undefined) return of;
    if (of.kind === 'start' || of.kind === 'end')
      throw fault('^ 和 $ 不能重复。', '^ and $ cannot be repeated.');
    // Whether the shortest or the longest stretch is found makes no difference to whether there is one.
    this.take('?');
    if (this.times() !== undefined)
      throw fault('一处只能写一个重复。', 'Only one repetition may stand in one place.');
    return { kind: 'repeat', of, ...times };
  }

  private times(): { min: number; max: number } | undefined {
    if (this.take('*')) return { min: 0, max: Infinity };
    if (this.take('+')) return { min: 1, max: Infinity };
    if (this.take('?')) return { min: 0, max: 1 };
    if (!this.take('{')) return undefined;
    const min = this.digits();
    const max = this.take(',') ? (this.peek() === '}' ? Infinity : this.digits()) : min;
    if (!this.take('}') || min === undefined || max === undefined || max < min)
      throw fault('{m,n} 没有写对。', '{m,n} is not written as it must be.');
    return { min, max };
  }

  private digits(): number | undefined {
    let text = '';
    while (/^[0-9]$/.test(this.peek() ?? '')) text += this.points[this.at++];
    return text === '' || text.length > 4 ? undefined : Number(text);
  }

  private atom(): Tree {
    const point = this.points[this.at++]!;
    switch (point) {
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '.':
        return { kind: 'one', test: (code) => !isLineEnd(code) };
      case '[':
        return { kind: 'one', test: this.set() };
      case '\\':
        return { kind: 'one', test: this.escape() };
      case '(': {
        if (this.take('?') && !this.take(':'))
          throw fault('不支持 (?…)，只支持 (…) 和 (?:…)。', '(?…) is not supported, only (…) and (?:…).');
        const inner = this.alternatives();
        if (!this.take(')')) throw fault('少了一个“)”。', 'A ")" is missing.');
        return inner;
      }
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw fault(
          `“${point}”前面没有可重复的；要写它本身用 \\${point}。`,
          `Nothing stands before "${point}" to repeat; for itself write \\${point}.`,
        );
      default:
        return { kind: 'one', test: only(point.codePointAt(0)!) };
    }
  }

  private escape(): Test {
    const point = this.points[this.at++];
    const classes: Record<string, Test> = { d: isDigit, w: isWord, s: isSpace };
    if (point === undefined) throw fault('末尾的 \\ 后面没有字。', 'Nothing follows the last \\.');
    const known = classes[point.toLowerCase()];
    if (known !== undefined) return point === point.toLowerCase() ? known : (code) => !known(code);
    return only(this.escaped(point));
  }

  private escaped(point: string): number {
    const named: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
    if (Object.hasOwn(named, point)) return named[point]!.codePointAt(0)!;
    if (point === 'u') {
      const digits = this.points.slice(this.at, this.at + 4).join('');
      if (!/^[0-9A-Fa-f]{4}$/.test(digits))
        throw fault('\\u 后面要写四位十六进制数。', 'Four hexadecimal digits follow \\u.');
      this.at += 4;
      return Number.parseInt(digits, 16);
    }
    if (/^[A-Za-z0-9]$/.test(point)) throw fault(`不支持 \\${point}。`, `\\${point} is not supported.`);
    return point.codePointAt(0)!;
  }

  private set(): Test {
    const not = this.take('^');
    const tests: Test[] = [];
    for (;;) {
      const point = this.points[this.at++];
      if (point === undefined) throw fault('少了一个“]”。', 'A "]" is missing.');
      if (point === ']') break;
      if (point === '\\' && /^[dwsDWS]$/.test(this.peek() ?? '')) {
        tests.push(this.escape());
        continue;
      }
      const from = this.inSet(point);
      if (this.peek() !== '-' || this.points[this.at + 1] === ']') {
        tests.push(only(from));
        continue;
      }
      this.at++;
      const last = this.points[this.at++];
      if (last === undefined || (last === '\\' && /^[dwsDWS]$/.test(this.peek() ?? '')))
        throw fault('[…] 里的范围没有写对。', 'A range in […] is not written as it must be.');
      const to = this.inSet(last);
      if (to < from) throw fault('[…] 里的范围颠倒了。', 'A range in […] runs backwards.');
      tests.push((code) => code >= from && code <= to);
    }
    const any: Test = (code) => tests.some((test) => test(code));
    return not ? (code) => !any(code) : any;
  }

  private inSet(point: string): number {
    if (point !== '\\') return point.codePointAt(0)!;
    const next = this.points[this.at++];
    if (next === undefined) throw fault('末尾的 \\ 后面没有字。', 'Nothing follows the last \\.');
    return this.escaped(next);
  }

  private peek(): string | undefined {
    return this.points[this.at];
  }

  private take(point: string): boolean {
    if (this.points[this.at] !== point) return false;
    this.at++;
    return true;
  }
}

function only(wanted: number): Test {
  return (code) => code === wanted;
}

const isDigit: Test = (code) => code >= 48 && code <= 57;
const isWord: Test = (code) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isSpace: Test = (code) => /\s/u.test(String.fromCodePoint(code));
const isLineEnd: Test = (code) => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;

/** The steps of `tree`, the first at 0; nothing where they are too many. */
function assemble(tree: Tree): Step[] | undefined {
  const steps: Step[] = [];
  const isFull = () => steps.length > most;
  const add = (step: Step): number => (isFull() ? 0 : steps.push(step) - 1);
  /** Puts the steps of `part` before `next`; answers where they begin. */
  const put = (part: Tree, next: number): number => {
    if (isFull()) return 0;
    switch (part.kind) {
      case 'one':
        return add({ kind: 'one', test: part.test, next });
      case 'start':
      case 'end':
        return add({ kind: part.kind, next });
      case 'all':
        return part.of.reduceRight((after, one) => put(one, after), next);
      case 'any':
        return part.of
          .map((one) => put(one, next))
          .reduceRight((other, begin) => add({ kind: 'fork', next: begin, other }));
      case 'repeat': {
        let begin = next;
        if (part.max === Infinity) {
          const loop = add({ kind: 'fork', next: 0, other: next });
          const inner = put(part.of, loop);
          const fork = steps[loop];
          if (fork?.kind === 'fork') fork.next = inner;
          begin = loop;
        } else
          for (let i = part.min; i < part.max && !isFull(); i++)
            begin = add({ kind: 'fork', next: put(part.of, begin), other: next });
        for (let i = 0; i < part.min && !isFull(); i++) begin = put(part.of, begin);
        return begin;
      }
    }
  };
  const first = put(tree, add({ kind: 'found' }));
  // The program is read from its first step, which is told by putting a fork to it last.
  add({ kind: 'fork', next: first, other: first });
  return isFull() ? undefined : steps;
}

function run(steps: readonly Step[], text: string): boolean {
  const first = steps.length - 1;
  let now = new Set<number>();
  /** Adds `step` and all that follow it without a character; says whether the end of the pattern is among them. */
  const reach = (into: Set<number>, step: number, atStart: boolean, atEnd: boolean): boolean => {
    const waiting = [step];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (into.has(at)) continue;
      into.add(at);
      const one = steps[at]!;
      if (one.kind === 'found') return true;
      if (one.kind === 'fork') waiting.push(one.other, one.next);
      else if (one.kind !== 'one' && (one.kind === 'start' ? atStart : atEnd)) waiting.push(one.next);
    }
    return false;
  };
  if (reach(now, first, true, text === '')) return true;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    const after = new Set<number>();
    const atEnd = at === text.length;
    for (const step of now) {
      const one = steps[step]!;
      if (one.kind === 'one' && one.test(code) && reach(after, one.next, false, atEnd)) return true;
    }
    // A stretch may begin at every character.
    if (reach(after, first, false, atEnd)) return true;
    now = after;
  }
  return false;
}
