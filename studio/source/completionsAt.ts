import { shapeOfKind } from '../../src/catalogue/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import { extendedShape } from '../../src/model/extendedShape.ts';
import { branchOf, labelOf, wordsOf } from '../../src/model/field.ts';
import type { Path } from '../../src/model/path.ts';
import { followed, type FileKind, type Schema, type Words } from '../../src/model/schemas.ts';
import { nodeAt, pathAt, read, type Document, type MapNode } from '../../src/text/index.ts';
import type { Option } from '../form/fieldKind.ts';
import { offered, referenceOptions } from '../form/references.ts';
import { indentOf } from './indentOf.ts';
import { scalarsOf, schemasAlong } from './schemasAlong.ts';

/** Something that may be written at the cursor. */
export interface Completion {
  kind: 'key' | 'value' | 'reference';
  /** The key, value or id itself. */
  label: string;
  /** Its title or name. */
  words: Words;
  help?: string;
  required: boolean;
  /** What is written; lines are ended by LF and carry their whole indentation. */
  insert: string;
  /** Where the cursor stands afterwards, as an offset in `insert`. */
  cursor: number;
  /** Whether more can be offered there. */
  goesOn: boolean;
}

/** What may stand between the offsets `from` and `to`, which hold the word at the cursor. */
export interface Completions {
  from: number;
  to: number;
  options: Completion[];
}

export interface CompletionContext {
  kind: FileKind;
  file: string;
  /** Entries of the catalogue that fields may name; without it none are offered. */
  data: LookupData | undefined;
}

/** Stands in for the word at the cursor while the text is read; no file holds it. */
const probe = 'guicheng-probe-0';
const wordBefore = /[^\s,:{}[\]"'#]*$/;
const wordAfter = /^[^\s,:{}[\]"'#]*/;

/**
 * What the schema and the catalogue allow at `offset` of `text`: keys that the map there has not yet, required
 * ones first, or values. A text in the middle of being written is no document, so the word at the cursor is
 * replaced by one that makes it one, and the place where that word is found tells what is wanted.
 */
export function completionsAt(
  text: string,
  offset: number,
  { kind, file, data }: CompletionContext,
): Completions | undefined {
  const spot = spotAt(text, offset);
  if (spot === undefined) return undefined;
  const shape = extendedShape(data?.extension);
  const { from, to, startsLine, hasColon } = spot;
  const stand = startsLine && !hasColon ? `${probe}:` : probe;
  const document = read(text.slice(0, from) + stand + text.slice(to), shapeOfKind(kind, shape), file);
  const path = pathAt(document, from);
  const node = nodeAt(document.root, path);
  const place = { document, kind, data, spot };
  if (path.at(-1) === probe) return { from, to, options: atKey(path.slice(0, -1), place) };
  // Inside of a longer text, or of a comment, there is nothing to offer.
  if (node?.kind !== 'scalar' || node.value !== probe) return undefined;
  return { from, to, options: atValue(path, place) };
}

interface Spot {
  from: number;
  to: number;
  /** Columns before the word, from 0. */
  column: number;
  /** Whether only blanks and dashes stand before the word. */
  startsLine: boolean;
  hasColon: boolean;
}

interface Where {
  document: Document;
  kind: FileKind;
  data: LookupData | undefined;
  spot: Spot;
}

function spotAt(text: string, offset: number): Spot | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd === -1 ? text.length : lineEnd);
  if (/(^|\s)#/.test(before)) return undefined;
  const from = offset - wordBefore.exec(before)![0].length;
  const to = offset + wordAfter.exec(after)![0].length;
  const rest = text.slice(to, lineEnd === -1 ? text.length : lineEnd).trim();
  const startsLine = /^\s*(- +)*$/.test(text.slice(lineStart, from));
  const hasColon = rest.startsWith(':');
  // A word with others behind it is part of a longer text.
  if (startsLine && rest !== '' && !hasColon && !rest.startsWith('#') && !/^[,\]}]/.test(rest))
    return undefined;
  return { from, to, column: from - lineStart, startsLine, hasColon };
}

/** Keys for the map at `path`; where the schema has a list or a scalar there, their beginning. */
function atKey(path: Path, where: Where): Completion[] {
  const { document, kind, data, spot } = where;
  const schema = schemasAlong(kind, document.root, path, extendedShape(data?.extension))?.at(-1);
  const node = nodeAt(document.root, path);
  if (schema === undefined || node?.kind !== 'map' || !fits(node, where)) return [];
  const alone = node.entries.length === 1 && !spot.hasColon;
  if (schema.type === 'array' && schema.items !== undefined) {
    if (!alone || !spot.startsLine) return [];
    const element = followed(schema.items);
    const inner = { ...where, spot: { ...spot, column: spot.column + 2 } };
    const options = hasKeys(element) ? keys(element, node, inner) : values(element, data);
    return options.map((one) => ({ ...one, insert: `- ${one.insert}`, cursor: one.cursor + 2 }));
  }
  if (hasKeys(schema)) return keys(schema, node, where);
  return alone ? values(schema, data) : [];
}

/** Whether the word stands in the column of the map's other keys; elsewhere a key would break the file. */
function fits({ flow, entries }: MapNode, { document, spot }: Where): boolean {
  const column = (offset: number) => offset - document.lines.findLast((start) => start <= offset)!;
  return flow || entries.every(({ keyStart }) => column(keyStart) === spot.column);
}

function atValue(path: Path, { document, kind, data }: Where): Completion[] {
  const schemas = schemasAlong(kind, document.root, path, extendedShape(data?.extension));
  const schema = schemas?.at(-1);
  if (schemas === undefined || schema === undefined) return [];
  const holder = schemas.at(-2);
  const key = path.at(-1);
  if (holder?.oneOf !== undefined && holder.discriminator?.propertyName === key) return kindsOf(holder);
  const list = typeof key === 'number' ? nodeAt(document.root, path.slice(0, -1)) : undefined;
  const written = new Set(
    list?.kind === 'list'
      ? list.elements.map(({ value }) => (value.kind === 'scalar' ? String(value.value) : ''))
      : [],
  );
  return values(schema, data).filter(({ label }) => !written.has(label));
}

function hasKeys(schema: Schema): boolean {
  return schema.oneOf !== undefined || schema.properties !== undefined;
}

/** The keys that a map of `schema` lacks; where its kind is not said yet, the key that says it. */
function keys(schema: Schema, node: MapNode, { spot, document }: Where): Completion[] {
  const tag = schema.discriminator?.propertyName;
  const scalars = scalarsOf(node);
  const branch = branchOf(schema, scalars);
  const open = schema.oneOf !== undefined && tag !== undefined && !(tag in scalars);
  const properties = open ? { [tag]: branch.properties![tag]! } : (branch.properties ?? {});
  const required = new Set(branch.required);
  const there = new Set(node.entries.map(({ key }) => key));
  const all = Object.entries(properties)
    .filter(([key]) => !there.has(key))
    .map(([key, child]) => {
      const whole = followed(child);
      const { tail, cursor } = spot.hasColon ? { tail: '', cursor: 0 } : tailOf(whole, node, spot, document);
      return {
        kind: 'key',
        label: key,
        words: wordsOf(whole),
        ...(whole.description !== undefined && { help: whole.description }),
        required: required.has(key),
        insert: key + tail,
        cursor: key.length + cursor,
        goesOn: !spot.hasColon,
      } satisfies Completion;
    });
  return [...all.filter((one) => one.required), ...all.filter((one) => !one.required)];
}

function said(tail: string, cursor = tail.length) {
  return { tail, cursor };
}

/** What follows a new key: the colon, and the beginning of a map or list in the layout of the file. */
function tailOf(schema: Schema, node: MapNode, { column }: Spot, document: Document) {
  if (schema.const !== undefined) return said(`: ${String(schema.const)}`);
  if (schema.type === 'array') {
    const element = followed(schema.items ?? {});
    if (node.flow || !hasKeys(element)) return said(': []', 3);
    return said(`:\n${' '.repeat(column + indentOf(document).dash)}- `);
  }
  if (schema.type !== 'object' && !hasKeys(schema)) return said(': ');
  return node.flow ? said(': {}', 3) : said(`:\n${' '.repeat(column + indentOf(document).step)}`);
}

function kindsOf({ oneOf, discriminator }: Schema): Completion[] {
  return (oneOf ?? []).map(followed).map((branch) =>
    valueOption('value', {
      value: String(branch.properties?.[discriminator!.propertyName]?.const),
      words: wordsOf(branch),
    }),
  );
}

function values(schema: Schema, data: LookupData | undefined): Completion[] {
  const ref = schema['x-ref'];
  if (ref !== undefined && data !== undefined)
    return offered(referenceOptions(ref, data), undefined).map((one) => valueOption('reference', one));
  const { enum: choices = schema.const === undefined ? [] : [schema.const] } = schema;
  if (schema.type === 'boolean' && choices.length === 0)
    return [
      valueOption('value', { value: 'true', words: { zh: '是', en: 'yes' } }),
      valueOption('value', { value: 'false', words: { zh: '否', en: 'no' } }),
    ];
  return choices.map((choice) =>
    valueOption('value', { value: String(choice), words: labelOf(schema, String(choice)) }),
  );
}

function valueOption(kind: 'value' | 'reference', { value, words }: Option): Completion {
  return { kind, label: value, words, required: false, insert: value, cursor: value.length, goesOn: false };
}
