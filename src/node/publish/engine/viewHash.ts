import type { GuideView } from '../../../guide/index.ts';
import { onceOfRecurring, recurs } from '../../../model/recurringValues.ts';
import { hashOf } from './hashOf.ts';
import { PieceBytes } from './pieceBytes.ts';

const bytesOf = onceOfRecurring((value: unknown) => Buffer.from(JSON.stringify(value)));

const pieces = new PieceBytes(256 * 1024);

/**
 * SHA-256, in hex, of what a guide says and of nothing else, which is its view as `JSON.stringify` writes it. What many
 * guides say is put into bytes once for all.
 */
export function viewHash(view: GuideView): string {
  pieces.begin();
  let text = '{';
  let comma = '';
  for (const key of Object.keys(view) as (keyof GuideView)[]) {
    const value = view[key];
    if (value === undefined) continue;
    text += `${comma}"${key}":`;
    comma = ',';
    if (recurs(value)) {
      pieces.text(text);
      pieces.bytes(bytesOf(value));
      text = '';
    } else text += JSON.stringify(value);
  }
  pieces.text(`${text}}`);
  return hashOf(pieces.all());
}
