import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file of the catalogue in `dir`, as far as it can be shown. */
export function textIn(dir: string, file: string): string | undefined {
  const path = join(dir, file);
  return existsSync(path) ? new TextDecoder('utf-8').decode(readFileSync(path)) : undefined;
}
