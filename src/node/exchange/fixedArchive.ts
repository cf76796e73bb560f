import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * The same Office document with nothing in it of when it was made: entries in order of name with one time, the
 * dates of its properties `date` (YYYY-MM-DD). Two runs give the same bytes.
 */
export function fixedArchive(bytes: Uint8Array, date: string): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  // This order puts [Content_Types].xml first, as in Word's own files.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const [year = 2026, month = 1, day = 1] = date.split('-').map(Number);
  return zipSync(
    Object.fromEntries(
      entries.map(([name, content]) => [
        name,
        name === 'docProps/core.xml' ? fixedDates(content, date) : content,
      ]),
    ),
    // An archive's time is local time without a zone.
    { level: 9, mtime: new Date(year, month - 1, day) },
  );
}

function fixedDates(xml: Uint8Array, date: string): Uint8Array {
  return strToU8(
    strFromU8(xml).replaceAll(
      /(<dcterms:(?:created|modified)[^<>]*>)[^<]*/g,
      (_, tag: string) => `${tag}${date}T00:00:00Z`,
    ),
  );
}
