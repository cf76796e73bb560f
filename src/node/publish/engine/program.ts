import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashOf } from './hashOf.ts';

/** The file that was started, where it is the built program. */
function started(): string | undefined {
  const script = process.argv[1];
  if (script === undefined || !existsSync(script)) return undefined;
  const path = realpathSync(script);
  return basename(path) === 'guicheng.js' ? path : undefined;
}

/** Hash of the built program with all its parts: whatever makes a page is in it. `undefined` where none was built. */
export function programHash(): string | undefined {
  const path = started();
  if (path === undefined) return undefined;
  const files = readdirSync(dirname(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  // Collation is the engine's and differs between its versions.
  const versions = `${process.version} ${process.versions.icu ?? ''}`;
  return hashOf([versions, ...files.map((file) => hashOf(readFileSync(file)))].join(' '));
}

/** The program of a thread that works on items; `undefined` where none was built. */
export function workerPath(): string | undefined {
  return builtPart('itemWorker.js');
}

/** A program of its own beside the one that was started; `undefined` where none was built. */
export function builtPart(name: string): string | undefined {
  const path = started();
  const part = path === undefined ? undefined : join(dirname(path), name);
  return part !== undefined && existsSync(part) ? part : undefined;
}
