import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Day that stands in every file instead of that on which it was made. */
export const madeOn = { iso: '2026-01-05T00:00:00Z', pdf: "D:20260105000000+00'00'" } as const;

/**
 * The same Office document with nothing in it of when it was made: entries in order of name with one time, the
 * dates of its properties fixed. Two runs give the same bytes.
 */
export function fixedArchive(bytes: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  // This order puts [Content_Types].xml first, as in Word's own files.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      entries.map(([name, content]) => [name, name === 'docProps/core.xml' ? fixedDates(content) : content]),
    ),
    // An archive's time is local time without a zone.
    { level: 9, mtime: new Date(2026, 0, 5) },
  );
}

function fixedDates(xml: Uint8Array): Uint8Array {
  return strToU8(
    strFromU8(xml).replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      (_, tag: string) => tag + madeOn.iso,
    ),
  );
}

/** A PDF of Chromium's with its dates fixed; they are as long as what they stand for, so no offset moves. */
export function fixedPdf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return new Uint8Array(
    Buffer.from(
      text.replaceAll(/(\/(?:CreationDate|ModDate) \()[^)]*/g, (_, key: string) => key + madeOn.pdf),
      'latin1',
    ),
  );
}
