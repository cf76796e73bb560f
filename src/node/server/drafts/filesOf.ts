import type { Draft } from '../../review/index.ts';

/** Files that a draft changes or was begun for. */
export function filesOf({ changes, commits }: Draft): string[] {
  const begun = commits[0]?.act;
  const first = begun?.kind === 'create' && begun.file !== undefined ? [begun.file] : [];
  return [...new Set([...first, ...changes.map(({ path }) => path)])];
}
