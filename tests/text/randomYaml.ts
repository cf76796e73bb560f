/**
 * Documents written as people write them, in every style that we read, together with their value. It shares no
 * code with the writer of the product, so that each can find the other's faults.
 */
import * as fc from 'fast-check';
import type { Edit, Plain } from '../../src/model/edit.ts';
import type { Path } from '../../src/model/path.ts';
import { shapeOf } from '../../src/text/index.ts';

/** A schema with a key for each kind of scalar, that nests for ever. */
const schema = {
  $ref: '#/$defs/map',
  $defs: {
    text: { type: 'string' },
    map: {
      type: 'object',
      properties: {
        code: { $ref: '#/$defs/text' },
        name: { type: 'string' },
        名称: { allOf: [{ $ref: '#/$defs/text' }, { minLength: 1 }] },
        days: { type: 'integer' },
        fee: { type: ['number', 'null'] },
        open: { type: 'boolean' },
        either: { anyOf: [{ type: 'string' }, { type: 'number' }] },
        map: { $ref: '#/$defs/map' },
        'quoted key': { $ref: '#/$defs/map' },
        list: { type: 'array', items: { $ref: '#/$defs/map' } },
        names: { type: 'array', items: { type: 'string' } },
        lists: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
      },
      additionalProperties: true,
    },
  },
};

export const randomShape = shapeOf(schema, (ref) => {
  throw new Error(`no ${ref}`);
});

const nasty = [
  'no', '007', '1e3', '-5', '2020-01-01', 'null', 'true', '~', '- a', 'a: b', 'a #b', '#x', 'a#b', 'a:b', '中文 名称',
  '　全角空格开头', '一、', '（含）', '多行\n文字', '多行\n文字\n', 'a\n\nb\n c\n', '\nfirst empty', 'two\n\n', 'x \ny', '  lead',
  'trail  ', '"q"', "it's", 'a\\b', '{x}', '[y', 'a, b', '&a', '*b', '!t', '%p', '@at', '`bt', '?', '-', ':', 'a:', '---',
  '...', '<<', '', 'tab\there', '😀 emoji', '，。', '?x', '-x', ':x', '|', '>', 'key: |', 'a\tb: c', '[]', '{}', "''", '=',
]; // prettier-ignore

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z行政许可、。：]{1,12}$/u) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...' \n:#-?,[]{}\'"ab行|>&*!%@`0.~\\'), { maxLength: 8 })
      .map((marks) => marks.join('')),
  },
);
const number = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).filter((x) => !Object.is(x, -0)),
);
const free = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const freeKey = fc.oneof(fc.constantFrom('x', 'y', '材料', 'a b', 'true', '12', 'it\'s', ''), text).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)); // prettier-ignore

/** A value for `key` under {@link randomShape}, as deep as `depth` allows. */
export function valueOf(key: string, depth: number): fc.Arbitrary<Plain> {
  switch (key) {
    case 'code':
    case 'name':
    case '名称':
      return text;
    case 'days':
      return fc.integer({ min: 0, max: 400 });
    case 'fee':
      return fc.oneof(number, fc.constant(null));
    case 'open':
      return fc.boolean();
    case 'either':
      return fc.oneof(text, number);
    case 'names':
      return fc.array(text, { maxLength: 4 });
    case 'lists':
      return fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 3 });
    case 'list':
      return depth > 0 ? fc.array(map(depth - 1), { maxLength: 3 }) : fc.constant([]);
    case 'map':
    case 'quoted key':
      return depth > 0 ? map(depth - 1) : fc.constant({});
    default:
      return depth > 0 ? fc.oneof({ weight: 4, arbitrary: free }, fc.array(free, { maxLength: 3 })) : free;
  }
}

const named = [
  'code',
  'name',
  '名称',
  'days',
  'fee',
  'open',
  'either',
  'names',
  'lists',
  'list',
  'map',
  'quoted key',
];
export const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...named) }, freeKey);

const maps = new Map<number, fc.Arbitrary<{ [key: string]: Plain }>>();

export function map(depth: number): fc.Arbitrary<{ [key: string]: Plain }> {
  let made = maps.get(depth);
  if (!made) {
    const entry = key.chain((name) => valueOf(name, depth).map((value): [string, Plain] => [name, value]));
    made = fc.array(entry, { maxLength: 5 }).map((entries) => Object.fromEntries(entries));
    maps.set(depth, made);
  }
  return made;
}

export interface RandomDocument {
  text: string;
  value: Plain;
  /** Every comment written, with its `#`; each is unlike all others. */
  comments: string[];
}

/** A document with the value it must have under {@link randomShape}. */
export const randomDocument: fc.Arbitrary<RandomDocument> = fc
  .record({ value: map(3), tape: fc.array(fc.nat(255), { minLength: 1, maxLength: 120 }) })
  .map(({ value, tape }) => new Writer(tape).document(value));

/** An edit of `value`: mostly of what is there, sometimes of what is not. */
export function randomEdit(value: Plain): fc.Arbitrary<Edit> {
  const all = placesOf(value, [], 'map');
  const lists = all.filter(({ here }) => Array.isArray(here) && here.length > 0);
  const places = [...all, ...lists, ...lists, ...lists];
  return fc.constantFrom(...places).chain(({ path, name, here }): fc.Arbitrary<Edit> => {
    const kinds: fc.Arbitrary<Edit>[] = [
      elementOf(name).map((set): Edit => ({ kind: 'set', path, value: set })),
    ];
    if (path.length > 0) kinds.push(fc.constant<Edit>({ kind: 'remove', path }));
    if (Array.isArray(here)) {
      const inner = elementName(name);
      const at = fc.nat(here.length);
      // Lists are rarer than what they hold, so an edit of one counts more.
      for (let weight = 0; weight < 3; weight++)
        kinds.push(
          fc
            .tuple(at, elementOf(inner))
            .map(([i, element]): Edit => ({ kind: 'insert', path: [...path, i], value: element })),
          fc.tuple(at, at).map(([i, to]): Edit => ({ kind: 'move', path: [...path, i], to })),
        );
    } else if (name === 'map' || name === 'free' || name === 'quoted key') {
      const add = key.chain((k) =>
        valueOf(k, 1).map((set): Edit => ({ kind: 'set', path: [...path, k], value: set })),
      );
      const deep = key.map((k): Edit => ({
        kind: 'set',
        path: [...path, 'map', 'map', k, 'code'],
        value: 'x',
      }));
      const grow = fc.constant<Edit>({ kind: 'insert', path: [...path, 'names', 0], value: '新' });
      kinds.push(add, add, deep, grow);
    }
    return fc.oneof(...kinds);
  });
}

interface PlaceOf {
  path: Path;
  /** What may stand here: the key, or for elements a name of {@link elementOf}. */
  name: string;
  here: Plain;
}

function placesOf(here: Plain, path: Path, name: string): PlaceOf[] {
  const places: PlaceOf[] = [{ path, name, here }];
  if (Array.isArray(here))
    here.forEach((element, i) => places.push(...placesOf(element, [...path, i], elementName(name))));
  else if (typeof here === 'object' && here !== null) {
    const isMap = name === 'map' || name === 'quoted key';
    for (const [k, inner] of Object.entries(here))
      places.push(...placesOf(inner, [...path, k], isMap ? k : 'free'));
  }
  return places;
}

/** The key whose values may stand in a list under `name`. */
function elementName(name: string): string {
  return { names: 'name', lists: 'numbers', numbers: 'number', list: 'map' }[name] ?? 'free';
}

function elementOf(name: string): fc.Arbitrary<Plain> {
  if (name === 'numbers') return fc.array(number, { maxLength: 3 });
  return name === 'number' ? number : valueOf(name, 1);
}

/** Writes by a tape of choices, so that a failing document shrinks with its tape. */
class Writer {
  private at = 0;
  private readonly comments: string[] = [];
  /** The block scalar just written: what is indented as deep, and after `+` any empty line, would be its own. */
  private open: 'none' | 'block' | 'keep' = 'none';
  private readonly plainest: boolean;

  constructor(private readonly tape: readonly number[]) {
    this.plainest = this.choose(4) === 0;
  }

  document(value: Plain): RandomDocument {
    const crlf = this.choose(4) === 0;
    const lines: string[] = [];
    if (this.choose(8) === 0) lines.push('---');
    this.above(lines, 0);
    if (this.isBlock(value)) this.block(value, 0, lines, true);
    else lines.push(this.flow(value, 1, 'map'));
    this.below(lines, 0);
    const eol = crlf ? '\r\n' : '\n';
    const end = this.choose(4) === 0 && !/[|>][+0-9]*(?: +#.*)?$/m.test(lines.join('\n')) ? '' : eol;
    return { text: lines.join(eol) + end, value, comments: this.comments };
  }

  private choose(count: number): number {
    const choice = this.tape[this.at++ % this.tape.length]!;
    return choice % count;
  }

  private isBlock(value: Plain): value is Plain[] | { [key: string]: Plain } {
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false;
    return this.plainest || this.choose(4) !== 0;
  }

  private comment(): string {
    const comment =
      `# 注${this.comments.length}号 ${['', 'a: b', '- x', "it's", '"', '[', '# #'][this.choose(7)]}`.trimEnd();
    this.comments.push(comment);
    return comment;
  }

  private trailing(): string {
    return this.choose(5) === 0 ? ' '.repeat(1 + this.choose(3)) + this.comment() : '';
  }

  private above(lines: string[], column: number): void {
    if (this.plainest) return;
    let kind = this.choose(12);
    if (this.open === 'keep' && (kind === 3 || kind === 5)) kind = 0;
    if (kind === 4 || kind === 5 || kind <= 2) this.open = 'none';
    if (kind === 0 || kind === 1) lines.push(' '.repeat(column) + this.comment());
    if (kind === 2) lines.push(' '.repeat(column) + this.comment(), ' '.repeat(column) + this.comment());
    if (kind === 3) lines.push('');
    if (kind === 4) lines.push(' '.repeat(column) + this.comment(), '');
    if (kind === 5) lines.push('', ' '.repeat(column) + this.comment());
  }

  private below(lines: string[], column: number): void {
    if (this.plainest || this.open !== 'none') return;
    const kind = this.choose(16);
    if (kind === 0) lines.push(' '.repeat(column) + this.comment());
    if (kind === 1) lines.push('', ' '.repeat(column + this.choose(3)) + this.comment());
    if (kind === 2) lines.push('');
  }

  /** The items of a collection in `column`; the first line goes on the last of `lines` where `compact`. */
  private block(
    value: Plain[] | { [key: string]: Plain },
    column: number,
    lines: string[],
    fresh: boolean,
  ): void {
    const indent = ' '.repeat(column);
    const items = Array.isArray(value)
      ? value.map((element): [string | undefined, Plain] => [undefined, element])
      : Object.entries(value);
    const step = this.plainest ? 2 : 1 + this.choose(4);
    const dash = this.plainest ? 0 : this.choose(3);
    items.forEach(([name, item], i) => {
      const first = i === 0 && !fresh;
      if (!first) this.above(lines, column);
      const lead = first ? lines.pop()! : indent;
      if (name === undefined) this.element(item, column, lines, lead);
      else this.entry(name, item, { column, step, dash }, lines, lead);
      if (i < items.length - 1) this.below(lines, column + 1 + this.choose(2));
    });
  }

  private entry(
    name: string,
    value: Plain,
    { column, step, dash }: { column: number; step: number; dash: number },
    lines: string[],
    lead: string,
  ): void {
    const head = `${lead}${this.keyText(name, false)}${this.choose(12) === 0 ? ' ' : ''}:`;
    if (this.isBlock(value)) {
      lines.push(head + this.trailing());
      this.block(value, column + (Array.isArray(value) ? dash : step), lines, true);
      return;
    }
    this.inline(value, name, head, column + step, lines);
  }

  private element(value: Plain, column: number, lines: string[], lead: string): void {
    const gap = this.plainest ? 1 : 1 + this.choose(3);
    if (!this.isBlock(value)) {
      this.inline(value, 'names', `${lead}-`, column + 1 + this.choose(3), lines);
      return;
    }
    if (this.choose(6) === 0) {
      lines.push(`${lead}-${this.trailing()}`);
      this.block(value, column + 1 + this.choose(3), lines, true);
      return;
    }
    lines.push(`${lead}-${' '.repeat(gap)}`);
    this.block(value, column + 1 + gap, lines, false);
  }

  /** A scalar or flow collection after `head`; what needs more lines is indented by `column`. */
  private inline(value: Plain, name: string, head: string, column: number, lines: string[]): void {
    const space = ' '.repeat(this.plainest ? 1 : 1 + Math.max(0, this.choose(5) - 2));
    if (value === null && name !== 'names' && this.choose(2) === 0) {
      lines.push(head + this.trailing());
      this.open = 'none';
      return;
    }
    if (typeof value === 'string' && this.choose(2) === 0) {
      const body = this.blockScalar(value, column);
      if (body) {
        lines.push(head + space + body[0]! + this.trailing(), ...body.slice(1));
        this.open = body[0]!.endsWith('+') ? 'keep' : 'block';
        return;
      }
    }
    this.open = 'none';
    const source = this.flow(value, column, name);
    const split = source.split('\n');
    lines.push(head + space + split[0]!, ...split.slice(1));
    lines[lines.length - 1] += this.trailing();
  }

  /** Header and lines of a block scalar that holds `value`, or nothing where it would need more than we write. */
  private blockScalar(value: string, column: number): string[] | undefined {
    if (!/[^\n ]/.test(value) || /^[ \n\t]|\n[ \t]+(?:\n|$)|\n\t|[ \t]$/.test(value)) return undefined;
    const breaks = /\n*$/.exec(value)![0].length;
    const chomp = breaks === 0 ? '-' : breaks === 1 ? ['', '+'][this.choose(2)]! : '+';
    const indent = ' '.repeat(column);
    const written = (source: string): string[] =>
      source.split('\n').map((line) => (line === '' ? '' : indent + line));
    const body = value.slice(0, value.length - breaks);
    const tail = Array.from({ length: Math.max(0, breaks - 1) }, () => '');
    if (this.choose(2) === 0 && !/\n /.test(body)) {
      const folded = body.replaceAll(/\n+/g, (all) => `${all}\n`).replaceAll(/(\S) (?=\S)/g, (all, mark: string) => (this.choose(3) === 0 ? `${mark}\n` : all)); // prettier-ignore
      return [`>${chomp}`, ...written(folded), ...tail];
    }
    return [`|${chomp}`, ...written(body), ...tail];
  }

  private flow(value: Plain, column: number, name: string): string {
    if (typeof value !== 'object' || value === null) return this.scalar(value, name, column);
    const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
    const items = Array.isArray(value)
      ? value.map((element) => this.flowInner(element, column, 'names'))
      : Object.entries(value).map(([key, inner]) => this.flowEntry(key, inner, column));
    if (items.length === 0) return `${open}${this.choose(3) === 0 ? ' ' : ''}${close}`;
    if (!this.plainest && this.choose(3) === 0) return this.flowLines(items, column, open!, close!);
    const space = this.choose(3) === 0 ? ' ' : '';
    const comma = this.choose(6) === 0 ? ',' : '';
    return open + space + items.join(this.choose(4) === 0 ? ' , ' : ', ') + comma + space + close;
  }

  private flowLines(items: readonly string[], column: number, open: string, close: string): string {
    const indent = ' '.repeat(column + this.choose(3));
    const lines = [open + this.trailing()];
    items.forEach((item, i) => {
      if (this.choose(8) === 0) lines.push(indent + this.comment());
      const comma = i < items.length - 1 || this.choose(2) === 0 ? ',' : '';
      lines.push(indent + item + comma + this.trailing());
    });
    return [...lines, ' '.repeat(column) + close].join('\n');
  }

  private flowInner(value: Plain, column: number, name: string): string {
    return this.flow(value, column + 1, name);
  }

  private flowEntry(key: string, value: Plain, column: number): string {
    const name = this.keyText(key, true);
    if (value === null && this.choose(3) === 0)
      return name.startsWith('"') ? `${name}: ` : [name, `${name}:`][this.choose(2)]!;
    return `${name}: ${this.flowInner(value, column, key)}`;
  }

  private keyText(key: string, flow: boolean): string {
    const style = this.plainest ? 0 : this.choose(6);
    if (style <= 3 && isPlainText(key, flow) && key !== '<<') return key;
    return style === 4 && !/[\n\t]/.test(key) ? single(key) : double(key, this.choose(2) === 0);
  }

  private scalar(value: null | boolean | number | string, name: string, column: number): string {
    if (typeof value !== 'string') return String(value);
    const style = this.plainest ? 0 : this.choose(8);
    // In a flow list and in one of no known kind, text that looks like something else needs quotes.
    if (style <= 4 && isPlainText(value, true) && (isTextOnly(name) || !looksTyped(value))) {
      return style === 4 ? this.wrapped(value, column) : value;
    }
    if (style === 5 && !/[\n\t]/.test(value)) return single(value);
    return style === 6 ? this.wrapped(double(value, true), column) : double(value, this.choose(2) === 0);
  }

  /** Breaks a line at a single space, as a reader folds it back. */
  private wrapped(source: string, column: number): string {
    return source.replace(/([\p{L}\d]) (?=[\p{L}\d])/u, `$1\n${' '.repeat(column + 1)}`);
  }
}

function isTextOnly(name: string): boolean {
  return name === 'code' || name === 'name' || name === '名称';
}

function looksTyped(value: string): boolean {
  return (
    value === '' || value === 'null' || value === 'true' || value === 'false' || !Number.isNaN(Number(value))
  );
}

function isPlainText(value: string, flow: boolean): boolean {
  if (!/^[\p{L}\p{N}（，、～~=.+/;（]/u.test(value) || value.startsWith('...')) return false;
  if (/[\n\t]|\s$|:\s|:$|\s#/.test(value)) return false;
  return !flow || !/[,[\]{}]/.test(value);
}

function single(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function double(value: string, escaped: boolean): string {
  const source = JSON.stringify(value);
  return escaped
    ? source.replaceAll(/[行\u3000]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : source;
}
