import { Composer, isMap, isPair, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document as YamlDocument, Node as YamlNode, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import { codePointName, firstRefused } from './characters.ts';
import { complaints, forbiddenKeys } from './complaints.ts';
import { scan } from './guard.ts';
import { lineStarts, positionAt } from './lines.ts';
import type { Document, Element, Entry, MapNode, Node, ScalarNode } from './node.ts';
import { problem } from './problem.ts';
import type { Complaint } from './problem.ts';
import { pathAt } from './places.ts';
import { plainScalar } from './scalar.ts';
import { elementShape, entryShape } from './shapeAt.ts';
import { syntaxComplaint } from './syntax.ts';

/** Syntax errors told at once; the rest mostly follow from the first. */
const mostTold = 20;

/**
 * Reads any `text` with the place of every value, after the guard, by the `yaml` library: what {@link read} does
 * where the fast reader is not sure.
 */
export function readWithLibrary(text: string, shape: Shape, file: string): Document {
  const scanned = scan(text, file);
  if (scanned.kind === 'refused') {
    return {
      file,
      text,
      lines: lineStarts(text),
      value: undefined,
      root: undefined,
      diagnostics: scanned.diagnostics,
    };
  }
  const lines = lineStarts(scanned.text);
  const diagnostics: Diagnostic[] = [];
  const contents = compose(scanned.lexemes, scanned.text.length, (complaint, from, to) => {
    if (diagnostics.length < mostTold)
      diagnostics.push(problem(complaint, { file, starts: lines, from, to }));
  });
  const builder = new Builder(scanned.text, lines, file, diagnostics);
  const built = contents === null ? builder.nothing(scanned.text.length) : builder.build(contents, shape);
  const value = diagnostics.length === 0 ? built.value : undefined;
  const document: Document = { file, text: scanned.text, lines, value, root: built.node, diagnostics };
  for (const told of diagnostics) told.path = pathAt(document, told.range!.start.offset);
  diagnostics.sort((a, b) => a.range!.start.offset - b.range!.start.offset);
  return document;
}

function compose(
  lexemes: readonly string[],
  length: number,
  tell: (complaint: Complaint, from: number, to: number) => void,
): YamlNode | null {
  const documents = withoutStacks(() => parsed(lexemes, length));
  for (const { errors, warnings } of documents) {
    for (const { code, message, pos } of [...errors, ...warnings]) {
      tell(syntaxComplaint(code, message), Math.min(pos[0], length), Math.min(pos[1], length));
    }
  }
  return (documents[0]?.contents as YamlNode | null | undefined) ?? null;
}

function parsed(lexemes: readonly string[], length: number): YamlDocument[] {
  const parser = new Parser();
  // failsafe: every scalar is text, and ours to judge. Keys are compared by us, the library takes n² steps.
  const composer = new Composer({
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false,
    keepSourceTokens: true,
    logLevel: 'silent',
  });
  const documents = [];
  for (const lexeme of lexemes) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, length));
  return documents;
}

/** A hostile file makes the library throw together 20,000 errors; the stack of each would cost most of the time. */
function withoutStacks<T>(work: () => T): T {
  const engine = Error as { stackTraceLimit?: number };
  const limit = engine.stackTraceLimit;
  engine.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    if (limit === undefined) delete engine.stackTraceLimit;
    else engine.stackTraceLimit = limit;
  }
}

interface Built {
  node: Node;
  value: Plain;
}

/** Turns the library's tree into ours and into the value. Depth is bounded by the guard. */
class Builder {
  constructor(
    private readonly text: string,
    private readonly lines: readonly number[],
    private readonly file: string,
    private readonly diagnostics: Diagnostic[],
  ) {}

  build(node: YamlNode | null, shape: Shape): Built {
    if (isMap(node)) return this.map(node as YAMLMap, shape);
    if (isSeq(node)) return this.list(node as YAMLSeq, shape);
    if (isScalar(node)) return this.scalar(node as Scalar, shape);
    return this.nothing(node?.range?.[0] ?? this.text.length);
  }

  nothing(at: number): Built {
    return { node: { kind: 'scalar', style: 'empty', start: at, end: at, value: null }, value: null };
  }

  private scalar(scalar: Scalar, shape: Shape): Built {
    const [start, end] = this.stretch(scalar);
    const text = String(scalar.value ?? '');
    const style = styles[scalar.type ?? 'PLAIN'] ?? 'plain';
    if (style !== 'plain') {
      if (style === 'double') this.checkEscapes(text, start, end);
      return { node: { kind: 'scalar', style, start, end, value: text }, value: text };
    }
    const value = plainScalar(text, shape.scalar);
    return { node: { kind: 'scalar', style: start === end ? 'empty' : 'plain', start, end, value }, value };
  }

  private map(map: YAMLMap, shape: Shape): Built {
    const entries: Entry[] = [];
    const value: { [key: string]: Plain } = {};
    const first = new Map<string, number>();
    for (const pair of map.items) {
      if (!isPair(pair)) continue;
      const place = this.key(pair as Pair);
      const { key } = place;
      const built = this.build(pair.value as YamlNode | null, entryShape(shape, key));
      // The library puts an empty value after the blanks; ours begins where one would be written.
      if (isEmpty(built.node))
        this.moveTo(built.node, place.afterColon === -1 ? place.keyEnd : place.afterColon);
      const before = first.get(key);
      if (before !== undefined)
        this.complain(repeated(key, positionAt(this.lines, before).line), place.keyStart, place.keyEnd);
      else first.set(key, place.keyStart);
      if (forbiddenKeys.has(key)) this.complain(complaints.forbiddenKey(key), place.keyStart, place.keyEnd);
      else value[key] = built.value;
      entries.push({ ...place, end: Math.max(built.node.end, place.keyEnd), value: built.node });
    }
    const [start] = this.stretch(map);
    const flow = map.flow === true;
    const end = flow ? this.stretch(map)[1] : Math.max(start, entries.at(-1)?.end ?? start);
    return {
      node: {
        kind: 'map',
        flow,
        start: Math.min(start, entries[0]?.start ?? start),
        end,
        entries,
      } satisfies MapNode,
      value,
    };
  }

  private key(pair: Pair): Omit<Entry, 'value' | 'end'> {
    const node = pair.key as YamlNode | null;
    const [keyStart, keyEnd] = node?.range ? this.stretch(node) : [this.text.length, this.text.length];
    const source = (pair as { srcToken?: CST.BlockMap['items'][number] }).srcToken;
    const colon = source?.sep?.find((token) => token.type === 'map-value-ind');
    const mark = source?.start.find((token) => token.type === 'explicit-key-ind');
    const key = isScalar(node) ? String(node.value ?? '') : '';
    if (isScalar(node) && node.type === 'QUOTE_DOUBLE') this.checkEscapes(key, keyStart, keyEnd);
    if (isScalar(node) && keyStart === keyEnd) this.complain(emptyKey, keyStart, keyEnd);
    return {
      key,
      keyStart,
      keyEnd,
      afterColon: colon ? colon.offset + 1 : -1,
      start: mark?.offset ?? keyStart,
    };
  }

  private list(list: YAMLSeq, shape: Shape): Built {
    const elements: Element[] = [];
    const value: Plain[] = [];
    const flow = list.flow === true;
    const source = (list as { srcToken?: CST.BlockSequence }).srcToken;
    const dashes = flow ? [] : dashesOf(source);
    const inner = elementShape(shape);
    list.items.forEach((item, i) => {
      const built = this.build(item as YamlNode, inner);
      const dash = dashes[i];
      if (dash !== undefined && isEmpty(built.node)) this.moveTo(built.node, dash + 1);
      elements.push({ start: dash ?? built.node.start, end: built.node.end, value: built.node });
      value.push(built.value);
    });
    const [start, close] = this.stretch(list);
    const end = flow ? close : (elements.at(-1)?.end ?? start);
    return { node: { kind: 'list', flow, start, end, elements }, value };
  }

  /** The value's own stretch: what the library gives, without the line break that ends a block scalar. */
  private stretch(node: YamlNode): [number, number] {
    const [start, end] = node.range ?? [this.text.length, this.text.length, this.text.length];
    if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED'))
      return [start, end];
    if (this.text[end - 1] !== '\n') return [start, end];
    return [start, this.text[end - 2] === '\r' ? end - 2 : end - 1];
  }

  private moveTo(node: Node, at: number): void {
    node.start = at;
    node.end = at;
  }

  private checkEscapes(value: string, from: number, to: number): void {
    const bad = firstRefused(value);
    if (bad !== -1) this.complain(escaped(codePointName(value, bad)), from, to);
  }

  private complain(complaint: Complaint, from: number, to: number): void {
    if (this.diagnostics.length < mostTold) {
      this.diagnostics.push(problem(complaint, { file: this.file, starts: this.lines, from, to }));
    }
  }
}

const styles: { [type: string]: ScalarNode['style'] } = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.style === 'empty';
}

function dashesOf(source: CST.BlockSequence | undefined): number[] {
  const dashes: number[] = [];
  for (const item of source?.items ?? []) {
    const dash = item.start.find((token) => token.type === 'seq-item-ind');
    if (dash) dashes.push(dash.offset);
  }
  return dashes;
}

function repeated(key: string, line: number): Complaint {
  return {
    code: 'repeated-key',
    message: `字段“${key}”写了两次，第一次在第 ${line} 行。删去其中一个。`,
    messageEn: `The key "${key}" is given twice, first in line ${line}. Delete one of them.`,
  };
}

function escaped(name: string): Complaint {
  return {
    code: 'character',
    message: `这段文字用转义写入了不允许的字符 ${name}。删去它。`,
    messageEn: `This text carries the character ${name} by an escape, which is not allowed. Delete it.`,
  };
}

const emptyKey: Complaint = {
  code: 'empty-key',
  message: '冒号前没有字段名。补上字段名。',
  messageEn: 'There is no key before the colon. Write one.',
};
