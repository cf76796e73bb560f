import { isBlank, type SourceCell, type SourceFile, type SourceRow } from './source.ts';

/**
 * Reads JSON, one object a line. A key inside a key is the column `outer.inner`; every element of a list is a
 * value of the list's column. A line that is no object stands in `unread`.
 */
export function readJsonLines(name: string, text: string): SourceFile {
  const file: SourceFile = { name, parts: [], unread: [] };
  const rows: SourceRow[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (isBlank(line)) continue;
    const number = index + 1;
    const record = parsed(line);
    if (typeof record !== 'object' || record === null) {
      const why = { zh: '这一行不是 JSON 对象', en: 'the line is no JSON object' };
      file.unread.push({ cell: { text: line, at: String(number) }, why });
      continue;
    }
    const cells = new Map<string, SourceCell[]>();
    collect(record, { column: [], at: [] }, (column, at, value) => {
      const found = { text: value, at: `${number} ${at}` };
      cells.set(column, [...(cells.get(column) ?? []), found]);
    });
    rows.push({ number, cells });
  }
  file.parts.push({ kind: 'records', rows });
  return file;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // reported by the caller with the words of the line
  }
}

type Found = (column: string, at: string, value: string) => void;

function collect(value: unknown, way: { column: string[]; at: string[] }, found: Found): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const column = Array.isArray(value) ? way.column : [...way.column, key];
      collect(child, { column, at: [...way.at, key] }, found);
    }
  } else if (value !== null && value !== undefined && !isBlank(String(value)))
    found(way.column.join('.'), way.at.join('.'), String(value));
}
