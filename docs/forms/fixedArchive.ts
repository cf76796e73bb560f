import { fixedArchive as archiveOf } from '../../src/node/exchange/fixedArchive.ts';

/** Day that stands in every file instead of that on which it was made. */
const madeOn = { date: '2026-01-05', pdf: "D:20260105000000+00'00'" } as const;

/** The same Office document with nothing in it of when it was made. */
export function fixedArchive(bytes: Uint8Array): Uint8Array {
  return archiveOf(bytes, madeOn.date);
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
