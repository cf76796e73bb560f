import { inflateSync } from 'fflate';
import { zipEntries, zipExcess, type ZipEntry } from '../../model/attachments/zipEntries.ts';
import { Unreadable } from './unreadable.ts';

/** The parts of an office document, unpacked when asked for. */
export interface OfficeArchive {
  names: string[];
  /** @throws Unreadable where the part is not what the archive's directory says of it. */
  bytes(name: string): Uint8Array | undefined;
  text(name: string): string | undefined;
}

/**
 * Opens the archive that an office document is. `kind` is its ending, for the words of what is wrong.
 * @throws Unreadable where the bytes are no whole archive, or one that would fill the memory.
 */
export function officeArchive(bytes: Uint8Array, kind: 'xlsx' | 'docx'): OfficeArchive {
  if (isOldOffice(bytes)) {
    const old = kind === 'xlsx' ? '.xls' : '.doc';
    throw new Unreadable(
      `这是旧格式（${old}）或加了密码的文件。请打开它，去掉密码，另存为 .${kind} 再导入`,
      `it is of the old kind (${old}) or has a password: open it, take the password off and save it as .${kind}`,
    );
  }
  const entries = zipEntries(bytes);
  if (entries === undefined) throw broken(kind);
  const excess = zipExcess(entries);
  if (excess !== undefined)
    throw new Unreadable(
      `${excess.zh}，不读。请把表格拆成几个文件`,
      `${excess.en} and is not read: split it into several files`,
    );
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const unpacked = (name: string): Uint8Array | undefined => {
    const entry = byName.get(name);
    if (entry === undefined) return undefined;
    const found = unpack(bytes, entry);
    if (found === undefined) throw broken(kind);
    return found;
  };
  return {
    names: [...byName.keys()],
    bytes: unpacked,
    text(name) {
      const found = unpacked(name);
      return found && new TextDecoder().decode(found);
    },
  };
}

/** Compound files, which .xls and .doc are, and documents with a password. */
function isOldOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

export function broken(kind: 'xlsx' | 'docx'): Unreadable {
  const program = kind === 'xlsx' ? 'Excel' : 'Word';
  return new Unreadable(
    `它不是完整的 .${kind} 文件，可能没有传完或改过结尾。请用 ${program} 打开它，另存为 .${kind} 再导入`,
    `it is no whole .${kind} file: open it in ${program} and save it as .${kind}`,
  );
}

/** The bytes of an entry; `undefined` where they are not as many as the directory says. */
function unpack(archive: Uint8Array, { start, packedSize, size, method }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (start + 30 > archive.length) return undefined;
  // Lengths of the name and the extra field in the entry's own record, which may differ from the directory's.
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packedSize > archive.length) return undefined;
  const packed = archive.subarray(from, from + packedSize);
  if (method === 0) return packed.length === size ? packed : undefined;
  if (method !== 8) return undefined;
  const found = inflated(packed, size);
  return found?.length === size ? found : undefined;
}

function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    // Room for what the directory says and a byte more, which tells that it lied; it never grows.
    return inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch {
    return undefined; // the caller says that the file is broken
  }
}
