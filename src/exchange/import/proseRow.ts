import { columnKey, isBlank, type Prose, type SourceCell } from './source.ts';
import type { TableRows } from './tableRows.ts';

const bracketed = /^\s*【([^】]{1,30})】\s*/;
const chinese = /^\s*[一二三四五六七八九十]{1,3}[、.．]\s*([^:：]{1,30}?)\s*(?:[:：]|$)\s*/;
const numbered = /^\s*\d{1,2}\s*[、.．]\s*([^:：\s(（]{1,30})\s*(?:[:：\s]|(?=[(（])|$)\s*/;
const labelled = /^\s*([^:：\s]{1,30})\s*(?:[:：\s]|$)\s*/;

/** The column of what stands before any heading. */
export const beforeHeadings = '正文';

/**
 * A notice in prose as one row: each heading is a column, each line under it a value. 【名称】 and 一、名称 are
 * headings whatever they say; `1.名称`, `名称：` and a name alone on its line only where `wanted` holds the name,
 * because materials are numbered too. A table drawn with `|` gives the columns `标题/列`.
 */
export function proseRow(prose: Prose, wanted: ReadonlySet<string>): TableRows {
  const cells = new Map<string, SourceCell[]>();
  const headings: SourceCell[] = [];
  let column = beforeHeadings;
  let drawn: string[] | undefined;
  const add = (name: string, cell: SourceCell) => cells.set(name, [...(cells.get(name) ?? []), cell]);
  for (const line of prose.lines) {
    if (isBlank(line.text)) continue;
    const found = headingOf(line.text, wanted);
    if (found !== undefined) {
      column = found.name;
      drawn = undefined;
      if (isBlank(found.rest)) headings.push(line);
      else add(column, { ...line, text: found.rest.trim() });
      continue;
    }
    const parts = line.text.split('|').map((part) => part.trim());
    if (parts.length < 3) {
      drawn = undefined;
      add(column, { ...line, text: line.text.trim() });
    } else if (drawn === undefined) {
      drawn = parts;
      headings.push(line);
    } else
      for (const [at, part] of parts.entries())
        if (part !== '') add(`${column}/${drawn[at] || at + 1}`, { text: part, at: `${line.at}.${at + 1}` });
  }
  const rows = cells.size === 0 ? [] : [{ number: 1, cells }];
  return { rows, headings, outside: [], columns: [...cells.keys()] };
}

function headingOf(text: string, wanted: ReadonlySet<string>): { name: string; rest: string } | undefined {
  for (const [pattern, needsName] of [
    [bracketed, false],
    [chinese, false],
    [numbered, true],
    [labelled, true],
  ] as const) {
    const match = pattern.exec(text);
    const name = match?.[1];
    if (match === null || name === undefined || (needsName && !wanted.has(columnKey(name)))) continue;
    return { name: name.replace(/\s+/g, ''), rest: text.slice(match[0].length) };
  }
  return undefined;
}
