import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { plainScalar } from './scalar.ts';
import { elementShape, entryShape } from './shapeAt.ts';
import type { ScalarNode } from './node.ts';

/** How a text is laid out where something new is written. */
export interface Layout {
  /** Columns that a map is indented below the key that holds it. */
  step: number;
  /** Columns that the dashes of a list are indented below the key that holds it, perhaps 0. */
  dash: number;
  /** Spaces between a dash and what follows it. */
  gap: number;
  quote: 'single' | 'double';
}

export const usualLayout: Layout = { step: 2, dash: 2, gap: 1, quote: 'single' };

/**
 * A value as it is written after a key or a dash: `inline` on the same line (`''` for nothing), then `lines`,
 * each with its indentation and without its line break.
 */
export interface Written {
  inline: string;
  lines: string[];
}

/** Thrown inside this folder when a value has no text that reads back as it; turned into a reason at the edge. */
export class NoText extends Error {
  constructor(
    readonly reason: string,
    readonly reasonEn: string,
  ) {
    super(reasonEn);
  }
}

/** Where a value stands: after a key or a dash in `column`, or at the root. */
export interface Spot {
  holder: 'key' | 'dash' | 'root';
  column: number;
}

/** `value` in block style. */
export function writeBlock(
  value: Plain,
  shape: Shape,
  spot: Spot,
  layout: Layout,
  like?: ScalarNode['style'],
): Written {
  if (typeof value === 'string') return writeText(value, shape, spot, layout, like);
  if (typeof value !== 'object' || value === null) return { inline: writeScalar(value, shape), lines: [] };
  const empty = Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
  if (empty) return { inline: Array.isArray(value) ? '[]' : '{}', lines: [] };
  const column = columnOf(value, spot, layout);
  const lines = Array.isArray(value)
    ? value.flatMap((element) => elementLines(element, elementShape(shape), column, layout))
    : Object.entries(value).flatMap(([key, inner]) =>
        entryLines(key, inner, entryShape(shape, key), column, layout),
      );
  if (spot.holder === 'key') return { inline: '', lines };
  return { inline: lines[0]!.slice(column), lines: lines.slice(1) };
}

/** The lines of `key: value` in `column`. */
export function entryLines(
  key: string,
  value: Plain,
  shape: Shape,
  column: number,
  layout: Layout,
): string[] {
  const { inline, lines } = writeBlock(value, shape, { holder: 'key', column }, layout);
  return [
    `${' '.repeat(column)}${writeKey(key, false, layout)}:${inline === '' ? '' : ` ${inline}`}`,
    ...lines,
  ];
}

/** The lines of `- value` with the dash in `column`. */
export function elementLines(value: Plain, shape: Shape, column: number, layout: Layout): string[] {
  const { inline, lines } = writeBlock(value, shape, { holder: 'dash', column }, layout);
  return [`${' '.repeat(column)}-${inline === '' ? '' : ' '.repeat(layout.gap) + inline}`, ...lines];
}

function columnOf(value: Plain, { holder, column }: Spot, layout: Layout): number {
  if (holder === 'root') return 0;
  if (holder === 'dash') return column + 1 + layout.gap;
  return column + (Array.isArray(value) ? layout.dash : layout.step);
}

/** `value` in flow style, on one line. */
export function writeFlow(value: Plain, shape: Shape, layout: Layout, like?: ScalarNode['style']): string {
  if (typeof value === 'string') return writeString(value, shape, true, layout, like);
  if (typeof value !== 'object' || value === null) return writeScalar(value, shape);
  if (Array.isArray(value)) {
    return `[${value.map((element) => writeFlow(element, elementShape(shape), layout)).join(', ')}]`;
  }
  return `{${Object.entries(value)
    .map(([key, inner]) => writeFlowEntry(key, inner, entryShape(shape, key), layout))
    .join(', ')}}`;
}

export function writeFlowEntry(key: string, value: Plain, shape: Shape, layout: Layout): string {
  const written = writeFlow(value, shape, layout);
  return written === '' ? `${writeKey(key, true, layout)}:` : `${writeKey(key, true, layout)}: ${written}`;
}

/** A key; quoted where plain text would not be a key. */
export function writeKey(key: string, flow: boolean, layout: Layout): string {
  return isPlain(key, flow) && key !== '<<' ? key : quoted(key, layout.quote);
}

function writeScalar(value: null | boolean | number, shape: Shape): string {
  // -0 is written 0: JSON's writers do the same.
  const source = value === null ? 'null' : String(value === 0 ? 0 : value);
  if (plainScalar(source, shape.scalar) === (value === 0 ? 0 : value)) return source;
  if (value === null) return '';
  if (plainScalar(source, new Set()) === source) {
    throw new NoText(
      `${source} 太大，不能准确保存。改用文字。`,
      `${source} is too large to be kept exactly. Use text.`,
    );
  }
  throw new NoText(
    `这里不能写 ${source}：字段只接受文字。`,
    `${source} cannot stand here: the field takes text only.`,
  );
}

/** Text on one line: plain where it reads back as this text under the shape, else in quotes. */
export function writeString(
  text: string,
  shape: Shape,
  flow: boolean,
  layout: Layout,
  like?: ScalarNode['style'],
): string {
  if (like === 'single' || like === 'double') return quoted(text, like);
  if (isPlain(text, flow) && plainScalar(text, shape.scalar) === text) return text;
  return quoted(text, layout.quote);
}

function writeText(
  text: string,
  shape: Shape,
  spot: Spot,
  layout: Layout,
  like?: ScalarNode['style'],
): Written {
  const several = text.includes('\n') && like !== 'double';
  if ((several || like === 'literal' || like === 'folded') && isLiteral(text)) {
    const indent = ' '.repeat(spot.column + layout.step);
    const body = text.endsWith('\n') ? text.slice(0, -1) : text;
    const folded = like === 'folded' && isFoldable(body);
    const source = folded ? body.replaceAll(/\n+/g, (breaks) => `${breaks}\n`) : body;
    return {
      inline: `${folded ? '>' : '|'}${text.endsWith('\n') ? '' : '-'}`,
      lines: source.split('\n').map((line) => (line === '' ? '' : indent + line)),
    };
  }
  return { inline: writeString(text, shape, false, layout, like), lines: [] };
}

/**
 * Whether a block scalar can hold `text` without the signs for indentation and kept line breaks, and without
 * lines that only look empty (editors trim those).
 */
function isLiteral(text: string): boolean {
  return /^[^ \t\n]/.test(text) && !/\n\n$|\r|\n\t|\n[ \t]+(?:\n|$)/.test(text);
}

/** Whether every line starts with a mark, so that a folded scalar gives the same line breaks back. */
function isFoldable(body: string): boolean {
  return !/^[ \t]/m.test(body);
}

/**
 * Whether `text` may stand without quotes, seen as YAML 1.2 alone (rule ns-plain, with the exceptions left out
 * that only save quotes).
 */
export function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || /^[ ,[\]{}#&*!|>'"%@`]|^[-?:](?: |$)| $|[\n\t\r]|: |:$| #|^(?:---|\.\.\.)/.test(text))
    return false;
  return !flow || !/[,[\]{}]/.test(text);
}

/** `text` in quotes of the kind wanted; in double quotes where single ones cannot hold it. */
export function quoted(text: string, kind: 'single' | 'double'): string {
  if (kind === 'single' && !/[\n\t\r]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replaceAll(/["\\\n\t\r]/g, (mark) => escapes[mark]!)}"`;
}

const escapes: { [mark: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};
