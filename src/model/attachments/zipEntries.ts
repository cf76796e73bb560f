import type { Words } from '../schemas.ts';

/** One entry of a zip, as its central directory tells: nothing is unpacked. */
export interface ZipEntry {
  name: string;
  /** Bytes when unpacked. */
  size: number;
  /** Bytes as packed, and where in the archive the entry's own record begins. */
  packedSize: number;
  start: number;
  /** How it is packed: 0 stored, 8 deflated; others are not for office documents. */
  method: number;
}

/** Bytes at most that a packed document may unpack to; more is made to exhaust who opens it. */
const unpackedLimit = 200 * 1024 * 1024;
/** Entries at most: a workbook has a few for each sheet and picture, an archive made to exhaust has no such measure. */
const entryLimit = 10_000;

/** Why an archive of these entries is not unpacked, told by its directory alone; `undefined` where it may be. */
export function zipExcess(entries: readonly ZipEntry[]): Words | undefined {
  if (entries.length > entryLimit)
    return {
      zh: `文件里有 ${entries.length} 个部件，超过 ${entryLimit} 个`,
      en: `it has ${entries.length} parts, more than ${entryLimit}`,
    };
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (bytes <= unpackedLimit) return undefined;
  const mebibytes = Math.round(bytes / 1024 / 1024);
  return { zh: `文件解开后有 ${mebibytes} MiB`, en: `it unpacks to ${mebibytes} MiB` };
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The entries of a zip archive by its central directory; `undefined` where `bytes` are no zip that is whole.
 * After the .ZIP application note 6.3 (PKWARE), sections 4.3.12 and 4.3.16; archives of the 64-bit kind are not
 * read, which no file within our limit needs.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const first = view.getUint32(end + 16, true);
  let at = first;
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder('utf-8');
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      start: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
    });
    at = next;
  }
  // The count has 16 bits: of more entries it tells the rest of a division, and the others would pass uncounted.
  return at - first === view.getUint32(end + 12, true) ? entries : undefined;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return undefined;
}
