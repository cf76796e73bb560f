import { inflateRawSync } from 'node:zlib';

/** More than this of one entry is no office document, but an attempt to fill the memory. */
const largestEntry = 100 * 1024 * 1024;

/**
 * The entries of a zip archive by name, read when asked for. Only what office files use: stored or deflated,
 * no encryption, no archive above 4 GiB.
 * @throws Error where the bytes are no such archive.
 */
export function zipEntries(bytes: Uint8Array): { names: string[]; text(name: string): string | undefined } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The directory's end is the last record, before a comment of up to 64 KiB.
  const end = buffer.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > buffer.length) throw new Error('It is no zip archive');
  const places = new Map<string, { method: number; size: number; start: number }>();
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) throw new Error('The directory of the zip archive is broken');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
    places.set(buffer.toString('utf8', at + 46, at + 46 + nameLength!), {
      method: buffer.readUInt16LE(at + 10),
      size: buffer.readUInt32LE(at + 20),
      start: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength! + extra! + comment!;
  }
  return {
    names: [...places.keys()],
    text(name) {
      const place = places.get(name);
      if (place === undefined) return undefined;
      const { method, size, start } = place;
      const data = start + 30 + buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28);
      const packed = buffer.subarray(data, data + size);
      if (method !== 0 && method !== 8) throw new Error(`${name} is packed in a way that is not supported`);
      return (method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: largestEntry })).toString(
        'utf8',
      );
    },
  };
}
