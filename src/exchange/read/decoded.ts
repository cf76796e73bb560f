/**
 * The text of a file without its mark: UTF-8, or UTF-16 where a mark says so, or GBK where it is no UTF-8, which
 * Chinese office programs write.
 */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes); // every byte means something in GBK
  }
}
