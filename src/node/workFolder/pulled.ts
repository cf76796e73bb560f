import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../files/index.ts';

/** Beside the files of a work folder; names with a dot are never part of a catalogue. */
const place = join('.guicheng', 'pulled.json');

/**
 * The commit of main whose files were last pulled into `folder`; `undefined` where none ever were.
 * @throws SyntaxError where the note says something else.
 */
export async function pulledCommit(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, place), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { main } = JSON.parse(text) as { main?: unknown };
  if (typeof main !== 'string' || !/^[0-9a-f]{40}$/.test(main))
    throw new SyntaxError(`${join(folder, place)} names no commit`);
  return main;
}

/** Notes that `folder` now has what commit `main` has, and perhaps more. */
export function notePulled(folder: string, main: string): Promise<void> {
  return writeFileAtomic(join(folder, place), `${JSON.stringify({ version: 1, main })}\n`);
}
