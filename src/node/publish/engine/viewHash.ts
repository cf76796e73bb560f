import type { GuideView } from '../../../guide/index.ts';
import { onceOfRecurring, recurs } from '../../../model/recurringValues.ts';
import { hashOf } from './hashOf.ts';

const bytesOf = onceOfRecurring((value: object) => Buffer.from(JSON.stringify(value)));

let scratch = Buffer.allocUnsafe(256 * 1024);
let end = 0;

/**
 * SHA-256, in hex, of what a guide says and of nothing else, which is its view as `JSON.stringify` writes it. What many
 * guides say is put into bytes once for all.
 */
export function viewHash(view: GuideView): string {
  end = 0;
  let text = '{';
  for (const key of Object.keys(view) as (keyof GuideView)[]) {
    const value = view[key];
    if (value === undefined) continue;
    if (end > 0 || text.length > 1) text += ',';
    text += `"${key}":`;
    if (recurs(value)) {
      putText(text);
      text = '';
      putBytes(bytesOf(value));
    } else text += JSON.stringify(value);
  }
  putText(`${text}}`);
  return hashOf(scratch.subarray(0, end));
}

function putText(text: string): void {
  // A UTF-16 unit is at most three bytes.
  makeRoom(text.length * 3);
  end += scratch.write(text, end);
}

function putBytes(bytes: Uint8Array): void {
  makeRoom(bytes.length);
  scratch.set(bytes, end);
  end += bytes.length;
}

function makeRoom(more: number): void {
  if (end + more > scratch.length) scratch = Buffer.concat([scratch], (end + more) * 2);
}
