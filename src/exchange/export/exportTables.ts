import { schemaOf, type Lookups } from '../../catalogue/index.ts';
import type { Plain } from '../../model/edit.ts';
import { extendedShape } from '../../model/extendedShape.ts';
import { childSchema, wordsOf } from '../../model/field.ts';
import { followed, type FileKind, type Schema } from '../../model/schemas.ts';

/** A file of the catalogue to be written into tables. */
export interface ExportFile {
  path: string;
  kind: FileKind;
  value: Plain;
}

/** A column: its titles for readers, and the field as an import writes it. */
export interface ExportColumn {
  title: string;
  to: string;
}

/** A table; every row begins with the file it is of. Cells are texts and numbers, empty ones undefined. */
export interface ExportTable {
  name: string;
  columns: ExportColumn[];
  rows: (string | number | undefined)[][];
}

/** Cells of one row by the field. */
type Cells = Map<string, string | number>;

interface Growing {
  kind: FileKind;
  titles: string[];
  columns: Map<string, string[]>;
  rows: { file: string; cells: Cells }[];
}

/** What stands in the second line of a table's heading above the paths of the files. */
export function fileColumn(kind: FileKind): string {
  return `file:${kind}`;
}

/**
 * Files of the catalogue as tables: one for each kind of file with a row a file, and one for each list whose
 * elements have ids with a row an element. Codes stand by their words; what is deeper stands as JSON.
 */
export function exportTables(files: readonly ExportFile[], lookups: Pick<Lookups, 'data'>): ExportTable[] {
  const growing = new Map<string, Growing>();
  const shape = extendedShape(lookups.data.extension);
  for (const { path, kind, value } of files) {
    const whole = followed(schemaOf(kind, shape));
    const table = (list: string, titles: string[]): Growing => {
      const key = `${kind} ${list}`;
      let found = growing.get(key);
      if (found === undefined) {
        found = { kind, titles, columns: new Map(), rows: [] };
        growing.set(key, found);
      }
      return found;
    };
    const row = (into: Growing): Cells => {
      const cells: Cells = new Map();
      into.rows.push({ file: path, cells });
      return cells;
    };
    const walk = (value: Plain, schema: Schema, at: At, into: Growing, cells: Cells): void => {
      const isList = Array.isArray(value) && value.length > 0 && value.every(isMap);
      if (isList && schema['x-key'] !== undefined && !at.to.includes('[')) {
        const list = table(at.to, at.titles);
        for (const element of value) {
          const below = { to: `${at.to}[*]`, titles: [] };
          walk(element, followed(schema.items ?? {}), below, list, row(list));
        }
      } else if (isMap(value) && Object.keys(value).length > 0 && isOpen(schema)) {
        for (const [key, child] of Object.entries(value)) {
          const inside = childSchema(schema, key) ?? {};
          const { zh } = wordsOf(inside);
          const to = at.to === '' ? key : `${at.to}.${key}`;
          walk(child, inside, { to, titles: [...at.titles, zh === '' ? key : zh] }, into, cells);
        }
      } else {
        const unit = schema['x-unit'] === 'fen' ? ['分'] : [];
        into.columns.set(at.to, [...at.titles, ...unit]);
        cells.set(at.to, cellOf(value, schema, lookups));
      }
    };
    const main = table('', []);
    walk(value, whole, { to: '', titles: [] }, main, row(main));
  }
  return named(worthTelling([...growing.values()]));
}

/** Without tables that tell only which files there are, where other tables tell it of the same files. */
function worthTelling(all: readonly Growing[]): Growing[] {
  const telling = all.filter(({ columns }) => columns.size > 0);
  const told = new Set(telling.flatMap(({ rows }) => rows.map(({ file }) => file)));
  return all.filter((one) => telling.includes(one) || one.rows.some(({ file }) => !told.has(file)));
}

interface At {
  to: string;
  titles: string[];
}

const isMap = (value: Plain): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a map's entries are fields of their own: not where the schema leaves their names or kinds open. */
function isOpen(schema: Schema): boolean {
  return schema.properties !== undefined && schema.oneOf === undefined;
}

/** A value as a cell; `understand` reads it back to the letter. */
function cellOf(value: Plain, schema: Schema, lookups: Pick<Lookups, 'data'>): string | number {
  if (typeof value === 'number' && (schema.type === 'integer' || schema.type === 'number')) return value;
  if (typeof value === 'boolean' && schema.type === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string' && schema.type === 'string') return textCell(value, schema, lookups);
  const items = schema.type === 'array' ? followed(schema.items ?? {}) : undefined;
  if (items?.type === 'string' && Array.isArray(value) && value.length > 0) {
    const lines = value.map((one) => (typeof one === 'string' ? textCell(one, items, lookups) : '['));
    if (!lines.some((line) => line.startsWith('[') || line.includes('\n'))) return lines.join('\n');
  }
  return JSON.stringify(value);
}

function textCell(value: string, schema: Schema, lookups: Pick<Lookups, 'data'>): string {
  const words = codeWords(value, schema, lookups);
  if (words !== undefined) return words;
  // Blank cells say nothing, tables keep no spaces at the ends, and a quotation mark begins JSON.
  return value.trim() !== value || value === '' || /^"|\r/.test(value) || isCoded(schema)
    ? JSON.stringify(value)
    : value;
}

function isCoded(schema: Schema): boolean {
  return schema.enum !== undefined || schema['x-ref']?.startsWith('codeList:') === true;
}

/** The Chinese words of a code where they mean this code alone. */
function codeWords(value: string, schema: Schema, { data }: Pick<Lookups, 'data'>): string | undefined {
  if (!isCoded(schema)) return undefined;
  const list = schema['x-ref']?.slice('codeList:'.length) ?? '';
  const lists = data.config.codeLists as Record<string, { id: string; zh: string }[]>;
  const choices =
    schema.enum === undefined
      ? (lists[list] ?? [])
      : schema.enum.map((id) => ({ id: String(id), zh: schema['x-labels']?.[String(id)]?.zh ?? String(id) }));
  const words = choices.find(({ id }) => id === value)?.zh;
  const meaning = choices.filter(({ id, zh }) => zh === words || id === words);
  return meaning.length === 1 ? words : undefined;
}

/** Excel's limit for the name of a sheet, and the signs that it refuses. */
const longestName = 31;
const refused = /[[\]:*?/\\]/g;

function named(growing: readonly Growing[]): ExportTable[] {
  const taken = new Set<string>();
  return growing.map(({ kind, titles, columns, rows }) => {
    const { zh } = wordsOf(schemaOf(kind));
    const wanted = [zh, ...titles].join('·').replaceAll(refused, ' ');
    let name = wanted.slice(0, longestName);
    for (let copy = 2; taken.has(name); copy++)
      name = `${wanted.slice(0, longestName - 1 - String(copy).length)} ${copy}`;
    taken.add(name);
    const fields = [...columns.keys()];
    return {
      name,
      columns: [
        { title: '文件', to: fileColumn(kind) },
        ...fields.map((to) => ({ title: columns.get(to)!.join('›') || '内容', to })),
      ],
      rows: rows.map(({ file, cells }) => [file, ...fields.map((to) => cells.get(to))]),
    };
  });
}
