import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflate, unzip } from 'node:zlib';
import { syncFolder, writeThenRename } from '../files/index.ts';
import { objectOid } from './objectOid.ts';

/** An object that is to be written. */
export interface NewObject {
  type: 'blob' | 'tree' | 'commit';
  bytes: Uint8Array;
}

const squeeze = promisify(deflate);
const inflate = promisify(unzip);

/**
 * Writes an object into the repository `dir` as git does, one file that is named by its content, and gives its id.
 * The bytes are on the disk before the name is, and the name before this returns; a kill leaves a `tmp_obj_` file
 * for the sweep. A process of git costs many times the write itself, and never flushes the folder.
 */
export async function writeLoose(dir: string, object: NewObject): Promise<string> {
  for (let made = 1; ; made++)
    try {
      return await attempt(dir, object);
    } catch (error) {
      // Git takes a folder away that it has emptied into a pack, also from under who is about to write there.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || made === attempts) throw error;
    }
}

const attempts = 10;

async function attempt(dir: string, { type, bytes }: NewObject): Promise<string> {
  const oid = objectOid(type, bytes);
  const objects = join(dir, 'objects');
  const folder = join(objects, oid.slice(0, 2));
  const path = join(folder, oid.slice(2));
  const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
  if (await isThere(path, whole)) {
    // Whoever wrote it may not have come to this yet.
    await syncFolder(folder);
    return oid;
  }
  const packed = await squeeze(whole, { level: constants.Z_BEST_SPEED });
  const temporary = join(folder, `tmp_obj_${randomBytes(8).toString('hex')}`);
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  await writeThenRename(temporary, path, { content: packed, mode: 0o444 });
  await syncFolder(folder);
  if (isNew) await syncFolder(objects);
  return oid;
}

/**
 * Whether the file of an object holds `whole`. One that a full disk left empty, or that cannot be read, does not,
 * and is written anew. @throws Error where it holds something else under the same id.
 */
async function isThere(path: string, whole: Buffer): Promise<boolean> {
  const packed = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (packed === undefined) return false;
  const found = await inflate(packed).catch(() => undefined);
  if (found === undefined) return false;
  // SHA-1 can be made to collide with much money; what was there first stays.
  if (Buffer.compare(found, whole) !== 0) throw new Error(`Another object has the id of ${path} already`);
  return true;
}
