import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { Grid, SourceCell, SourceFile } from '../import/source.ts';
import { broken, officeArchive, type OfficeArchive } from './officeArchive.ts';
import { addressOf, sheetLayouts } from './sheetLayout.ts';

/** A number as the file writes it, so that no digit is lost. */
interface CellNumber {
  number: string;
}

/**
 * Reads the sheets of a workbook as tables: values as they are shown, formulas by the value that was saved with
 * them, merged cells as one value that stands at each of their places.
 * @throws Unreadable where the file is no workbook.
 */
export async function readXlsx(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const archive = officeArchive(bytes, 'xlsx');
  const layouts = sheetLayouts(archive);
  const sheets = await sheetsOf(archive);
  const parts = sheets.map(({ sheet, data }, index): Grid => {
    const { merges = [], digits = new Map<string, number>() } = layouts[index] ?? {};
    const rows = data.map((row, r) =>
      row.map((value, c): SourceCell | undefined => {
        const at = addressOf(r, c);
        const text = shown(value, digits.get(at));
        return text.trim() === '' ? undefined : { text, at, sheet };
      }),
    );
    for (const { top, left, bottom, right } of merges) {
      const cell = rows[top]?.[left];
      // A value under a merge is hidden, but it is there: it stays where it is and is reported.
      for (let r = top; r <= Math.min(bottom, rows.length - 1); r++)
        for (let c = left; c <= right; c++) rows[r]![c] ??= cell;
    }
    return { kind: 'grid', sheet, rows };
  });
  return { name, parts, unread: [] };
}

/**
 * The values of the sheets. The library unpacks whatever it is given, in workers of its own where it is much: it
 * is given what our bounded reader has unpacked already.
 */
async function sheetsOf(archive: OfficeArchive) {
  const parts = archive.names
    .filter((name) => /\.(xml|rels)$/.test(name))
    .map((name) => [name, archive.bytes(name) ?? new Uint8Array()] as const);
  const plain = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    // A typed array made by zipSync owns the whole of its buffer, or is copied to one that it does.
    return await readXlsxFile(plain.slice().buffer, {
      trim: false,
      // Kept apart from texts: the text 1e5 is no number.
      parseNumber: (text): CellNumber => ({ number: text }),
    });
  } catch {
    throw broken('xlsx'); // whatever the library says of it, in words for who has the file
  }
}

/** What the library gives for a cell; its own types say `typeof Date` where they mean a date. */
type CellValue = string | boolean | typeof Date | Date | CellNumber | null;

/** A cell's value as a person sees it. */
function shown(value: CellValue, digits: number | undefined): string {
  if (value === null || typeof value === 'function') return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value;
  const { number } = value;
  return digits !== undefined && /^\d+$/.test(number) ? number.padStart(digits, '0') : plainNumber(number);
}

/** 1.2E+3 and 20.0 as they are shown; anything else as it is. */
function plainNumber(text: string): string {
  if (/^-?\d+\.0+$/.test(text)) return text.slice(0, text.indexOf('.'));
  return /^-?\d+(\.\d+)?E[+-]?\d+$/i.test(text) && Number.isSafeInteger(Number(text))
    ? String(Number(text))
    : text;
}
