import { CST, Lexer } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import { codePointName, firstRefused } from './characters.ts';
import { complaints, forbiddenKeys, limits } from './complaints.ts';
import { lineStarts } from './lines.ts';
import { problem } from './problem.ts';
import type { Complaint } from './problem.ts';

export type Guarded = { kind: 'ok'; text: string } | { kind: 'refused'; diagnostics: Diagnostic[] };

/** As {@link Guarded}, with the lexemes of the text, so that the parser need not cut it again. */
export type Scanned =
  { kind: 'ok'; text: string; lexemes: string[] } | { kind: 'refused'; diagnostics: Diagnostic[] };

const strictly = new TextDecoder('utf-8', { fatal: true });

/** Refusals told at once; more would only bury the first. */
const mostTold = 20;

/**
 * Decides in one pass, before any parser, whether `input` (bytes, or text already decoded) may be read at all.
 *
 * Refused are files over 256 KiB, not in strict UTF-8, with characters that {@link firstRefused} names, nested
 * deeper than 64, with more than 1,000 keys a map or 20,000 values, and the features of YAML that this product
 * does without: anchors, aliases, tags, merge keys, directives, second documents. A byte order mark at the
 * start is dropped, since Windows editors add it and in UTF-8 it says nothing: offsets count from the first
 * real character. Every refusal names its place in `file`.
 *
 * The text is cut by the lexer of the parser that reads it later, so the two cannot disagree on what is quoted.
 */
export function guard(input: Uint8Array | string, file: string): Guarded {
  const scanned = scan(input, file);
  return scanned.kind === 'ok' ? { kind: 'ok', text: scanned.text } : scanned;
}

/**
 * The first part of {@link guard}, for readers that look at every file of a catalogue: size, encoding and
 * characters. The rest is in `read` and `readValue`, which refuse all that the guard refuses.
 */
export function decode(input: Uint8Array | string, file: string): Guarded {
  const refuse = (complaint: Complaint, text: string, from: number, to: number): Guarded => ({
    kind: 'refused',
    diagnostics: [problem(complaint, { file, starts: lineStarts(text), from, to })],
  });
  if (byteLength(input) > limits.bytes) return refuse(complaints.size(), '', 0, 0);
  let text: string;
  if (typeof input === 'string') text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
  else {
    try {
      text = strictly.decode(input);
    } catch {
      // Decoded loosely, the first broken sequence is the first replacement character.
      const loose = new TextDecoder('utf-8').decode(input);
      const at = Math.max(0, loose.indexOf('\ufffd'));
      return refuse(complaints.encoding(), loose, at, at + 1);
    }
  }
  const bad = firstRefused(text);
  if (bad === -1) return { kind: 'ok', text };
  const complaint = text[bad] === '\r' ? complaints.return() : complaints.character(codePointName(text, bad));
  return refuse(complaint, text, bad, bad + 1);
}

export function scan(input: Uint8Array | string, file: string): Scanned {
  const decoded = decode(input, file);
  if (decoded.kind === 'refused') return decoded;
  const { text } = decoded;
  const lexemes = [...new Lexer().lex(text)];
  const found = new Scanner().scan(lexemes);
  if (found.length === 0) return { kind: 'ok', text, lexemes };
  const starts = lineStarts(text);
  return {
    kind: 'refused',
    diagnostics: found.map(({ complaint, from, to }) => problem(complaint, { file, starts, from, to })),
  };
}

/** Length in UTF-8; for text it stops counting once the limit is passed. */
function byteLength(input: Uint8Array | string): number {
  if (typeof input !== 'string' || input.length > limits.bytes) return input.length;
  let bytes = input.length;
  if (bytes * 3 <= limits.bytes) return bytes;
  for (let i = 0; i < input.length; i++) {
    const c = input.charCodeAt(i);
    // Each half of a surrogate pair counts two of its four bytes.
    if (c >= 0x80) bytes += c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

interface Level {
  kind: 'map' | 'list' | 'flow-map' | 'flow-list';
  indent: number;
  keys: number;
}

interface Found {
  complaint: Complaint;
  from: number;
  to: number;
}

/**
 * Follows the lexemes of one text and keeps what is open, as the parser would nest it. Indentation is counted
 * like the parser does (spaces and indicators at the start of a line, tabs not), so that no text can be nested
 * deeper for the parser than it looks here.
 */
class Scanner {
  private readonly found: Found[] = [];
  private readonly levels: Level[] = [];
  private offset = 0;
  private indent = 0;
  private atNewLine = true;
  private atScalar = false;
  private inBlockScalar = false;
  /** Source of the last scalar, while it may turn out to be a key. */
  private key: string | undefined;
  private keyAt = 0;
  /** `:` seen in this line since its last indicator: a second one nests without indentation. */
  private colons = 0;
  private nodes = 0;
  private indicators = 0;
  private started = false;
  private ended = false;
  private stopped = false;

  scan(lexemes: readonly string[]): Found[] {
    for (const source of lexemes) {
      if (this.atScalar) {
        this.atScalar = false;
        this.scalar(source);
      } else {
        const type = CST.tokenType(source);
        if (type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end') {
          if (type === 'scalar') this.atScalar = true;
          if (type === 'flow-error-end') while (this.inFlow()) this.levels.pop();
          continue;
        }
        this.lexeme(source, type);
      }
      this.offset += source.length;
      if (this.stopped || this.found.length >= mostTold) break;
    }
    return this.found;
  }

  private lexeme(source: string, type: ReturnType<typeof CST.tokenType>): void {
    switch (type) {
      case 'newline':
        this.atNewLine = true;
        this.indent = 0;
        this.colons = 0;
        return;
      case 'space':
        if (this.atNewLine && source[0] === ' ') this.indent += source.length;
        return;
      case 'comment':
      case 'byte-order-mark':
        return;
      case 'doc-start':
        if (this.started) this.refuse(complaints.documents(), source);
        this.started = true;
        this.levels.length = 0;
        this.atNewLine = false;
        return;
      case 'doc-end':
        this.ended = true;
        this.levels.length = 0;
        return;
      case 'directive-line':
        this.refuse(complaints.directive(), source);
        return;
      default:
    }
    if (this.ended) {
      this.stop(complaints.documents(), source);
      return;
    }
    this.started = true;
    switch (type) {
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
      case 'comma':
        this.indicator(type, source);
        return;
      case 'flow-map-start':
      case 'flow-seq-start':
        this.count(source);
        this.open(
          { kind: type === 'flow-map-start' ? 'flow-map' : 'flow-list', indent: this.indent, keys: 0 },
          source,
        );
        this.key = undefined;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        if (this.inFlow()) this.levels.pop();
        this.key = undefined;
        break;
      case 'anchor':
        this.refuse(complaints.anchor(source), source);
        break;
      case 'alias':
        this.refuse(complaints.alias(source), source);
        break;
      case 'tag':
        this.refuse(complaints.tag(source), source);
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.scalar(source);
        return;
      case 'block-scalar-header':
        this.inBlockScalar = true;
        break;
      default:
    }
    this.atNewLine = false;
  }

  private scalar(source: string): void {
    this.started = true;
    if (this.ended) {
      this.stop(complaints.documents(), source);
      return;
    }
    this.count(source);
    this.key = source;
    this.keyAt = this.offset;
    // A block scalar holds its last line break: the next lexeme stands at the start of a line.
    this.atNewLine = this.inBlockScalar;
    if (this.inBlockScalar) {
      this.indent = 0;
      this.colons = 0;
    }
    this.inBlockScalar = false;
  }

  private indicator(
    type: 'seq-item-ind' | 'explicit-key-ind' | 'map-value-ind' | 'comma',
    source: string,
  ): void {
    if (++this.indicators > limits.nodes) this.stop(complaints.nodes(), source);
    const top = this.levels.at(-1);
    if (type === 'map-value-ind') this.checkKey();
    this.key = undefined;
    if (top !== undefined && this.inFlow()) {
      // A flow map may name keys without a colon, so its commas count as well.
      if (type === 'comma' && top.kind === 'flow-map' && ++top.keys > limits.keys)
        this.stop(complaints.keys(), source);
      this.atNewLine = false;
      return;
    }
    if (type === 'seq-item-ind') this.enter('list', this.indent, source);
    else if (type === 'explicit-key-ind') this.entry(this.enter('map', this.indent, source), source);
    else if (type === 'map-value-ind') {
      if (this.atNewLine) this.enter('map', this.indent, source);
      else if (this.colons > 0) this.open({ kind: 'map', indent: this.indent + 0.5, keys: 1 }, source);
      else this.entry(this.enter('map', this.indent, source), source);
      this.colons++;
    }
    if (this.atNewLine) this.indent += source.length;
    if (type !== 'map-value-ind') this.colons = 0;
  }

  /** The open block collection of `kind` at `indent`, deeper ones closed; opened when there is none. */
  private enter(kind: 'map' | 'list', indent: number, source: string): Level {
    let top = this.levels.at(-1);
    while (top && top.indent > indent) {
      this.levels.pop();
      top = this.levels.at(-1);
    }
    // A list may stand at the indentation of the map that holds it, never the other way round.
    if (kind === 'map' && top?.kind === 'list' && top.indent === indent) {
      this.levels.pop();
      top = this.levels.at(-1);
    }
    if (top && top.indent === indent && top.kind === kind) return top;
    this.count(source);
    return this.open({ kind, indent, keys: 0 }, source);
  }

  private entry(level: Level, source: string): void {
    if (++level.keys > limits.keys) this.stop(complaints.keys(), source);
  }

  private open(level: Level, source: string): Level {
    this.levels.push(level);
    if (this.levels.length > limits.depth) this.stop(complaints.depth(), source);
    return level;
  }

  private inFlow(): boolean {
    const kind = this.levels.at(-1)?.kind;
    return kind === 'flow-map' || kind === 'flow-list';
  }

  /** Looks at the scalar before a `:`; keys hidden behind escapes are met when they are read. */
  private checkKey(): void {
    if (this.key === undefined) return;
    const quoted = this.key[0] === '"' || this.key[0] === "'";
    const name = quoted ? this.key.slice(1, -1) : this.key;
    const at = { from: this.keyAt, to: this.keyAt + this.key.length };
    if (forbiddenKeys.has(name)) this.found.push({ complaint: complaints.forbiddenKey(name), ...at });
    else if (name === '<<' && !quoted) this.found.push({ complaint: complaints.merge(), ...at });
  }

  private count(source: string): void {
    if (++this.nodes > limits.nodes) this.stop(complaints.nodes(), source);
  }

  private refuse(complaint: Complaint, source: string): void {
    this.found.push({ complaint, from: this.offset, to: this.offset + source.length });
  }

  /** A limit is passed: what follows would only repeat it. */
  private stop(complaint: Complaint, source: string): void {
    if (!this.stopped) this.refuse(complaint, source);
    this.stopped = true;
  }
}
