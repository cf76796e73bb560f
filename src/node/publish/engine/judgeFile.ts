import { gzipSync } from 'node:zlib';
import { checkPage } from './checkPage.ts';
import type { Html } from '../../../guide/index.ts';
import { onceOfRecurring, recurs } from '../../../model/recurringValues.ts';
import type { SiteFile } from '../parts/index.ts';
import { hashOf } from './hashOf.ts';
import { PieceBytes } from './pieceBytes.ts';
import type { FileRecord, PageFault } from './records.ts';
import type { WorkContext } from './workItem.ts';

/** Bytes of a guide's page at most, gzipped: what one round trip brings. */
export const pageLimit = 14 * 1024;
/**
 * No page of the sample is gzipped to more than two fifths of itself, so one below this is small enough unseen; gzip
 * costs as much as all else.
 */
export const surelySmall = pageLimit / 0.4;

/** Makes a file, judges it, where this build checks, and writes it. */
export function judgeFile(
  { path, permanent, make }: SiteFile,
  { write, writeKept, ready, linkNumber }: Pick<WorkContext, 'write' | 'writeKept' | 'ready' | 'linkNumber'>,
): { record: FileRecord; faults: PageFault[] } {
  const content = make();
  const bytes = content instanceof Uint8Array ? content : bytesOf(content);
  const faults: PageFault[] = [];
  let links: number[] = [];
  if (ready !== undefined && !(content instanceof Uint8Array) && path.endsWith('.html')) {
    const page = checkPage(path, content);
    for (const words of page.faults) faults.push({ page: path, words });
    links = page.links.map(linkNumber);
    if (isGuide(path) && bytes.length > surelySmall) {
      const size = gzipSync(bytes).length;
      if (size > pageLimit)
        faults.push({
          page: path,
          words: {
            zh: `压缩后 ${size} 字节，超过 ${pageLimit}。请缩短规程里最长的说明，或把附表放进表格附件`,
            en: `${size} bytes when gzipped, more than ${pageLimit}. Shorten the longest texts of the procedure, or put tables into an attachment`,
          },
        });
    }
  }
  const hash = hashOf(bytes);
  if (permanent === true && writeKept !== undefined) {
    writeKept(path, bytes);
    return { record: { path, hash, links, isKept: true }, faults };
  }
  write(path, bytes, hash);
  return { record: { path, hash, links }, faults };
}

const bytesOfPiece = onceOfRecurring((piece: Html) => Buffer.from(piece.markup));

const pieces = new PieceBytes(128 * 1024);

/** A page or other text in UTF-8, until the next is asked for. Pieces that recur are put into bytes once for all. */
function bytesOf(content: string | readonly Html[]): Uint8Array {
  pieces.begin();
  let text = '';
  if (typeof content === 'string') text = content;
  else
    for (const piece of content) {
      if (recurs(piece)) {
        pieces.text(text);
        pieces.bytes(bytesOfPiece(piece));
        text = '';
      } else text += piece.markup;
    }
  pieces.text(text);
  return pieces.all();
}

function isGuide(path: string): boolean {
  return /^\d{6}\/[a-z0-9][a-z0-9-]*\.html$/.test(path) && !path.endsWith('/index.html');
}
