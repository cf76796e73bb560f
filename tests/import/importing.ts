import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSource } from '../../src/catalogue/index.ts';
import { importFiles, type Imported, type SourceFile } from '../../src/exchange/import/index.ts';
import { readSourceFile } from '../../src/exchange/read/index.ts';
import type { ProfileFile } from '../../src/model/generated/schemas.ts';
import { sampleCatalogue } from '../sampleCatalogue.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
/** Public data to try the import with, beside the project; a clone has none and skips what needs it. */
export const hasData = existsSync(data);

/** The files of the public data below `folder` with the ending. */
export async function dataFiles(
  folder: string,
  ending: string,
): Promise<{ name: string; bytes: Uint8Array }[]> {
  const names = (await readdir(data + folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(`${data}${folder}/${name}`)) })),
  );
}

/** A profile of the sample, or the one that `text` writes. */
export async function profileOf(id: string, text?: string): Promise<ProfileFile> {
  const url = new URL(`../../items/profiles/${id}.yaml`, import.meta.url);
  const read = readSource(`profiles/${id}.yaml`, text ?? (await readFile(url, 'utf8')));
  if (read.kind !== 'source') throw new Error(`${id}: ${JSON.stringify(read)}`);
  return read.source.value as ProfileFile; // the tests of the sample check it
}

/** A file as it is read; one that cannot be fails the test. */
export async function sourceOf(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const read = await readSourceFile(name, bytes);
  if (read.kind === 'unreadable') throw new Error(`${name}: ${read.why.en}`);
  return read.file;
}

/** Imports files by their bytes, as the command does, with the code lists of the sample. */
export async function importing(
  files: readonly { name: string; bytes: Uint8Array }[],
  profile: ProfileFile,
): Promise<Imported & { sources: SourceFile[] }> {
  const { lookups } = await sampleCatalogue();
  const sources = await Promise.all(files.map(({ name, bytes }) => sourceOf(basename(name), bytes)));
  return { ...importFiles(sources, profile, lookups), sources };
}

/** The value that each draft's text reads back as. */
export function valuesOf({ files }: Imported): Map<string, unknown> {
  return new Map(
    files.map(({ path, text }) => {
      const read = readSource(path, text);
      if (read.kind !== 'source') throw new Error(`${path}: ${JSON.stringify(read)}`);
      return [path, read.source.written];
    }),
  );
}
