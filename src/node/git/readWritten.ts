import type { WrittenCommit } from './repository.ts';

/** Reads what `git log -z --raw --format=%x00%H%x00%ct%x00%B%x00` prints, cut at its NULs. */
export function readWritten(parts: readonly string[]): WrittenCommit[] {
  const commits: WrittenCommit[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const blob = /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]{40}) [A-Z]\d*$/.exec(part)?.[1];
    if (blob !== undefined) commits.at(-1)?.files.push({ path: parts[++i]!, blob });
    else if (/^[0-9a-f]{40}$/.test(part)) {
      const at = new Date(Number(parts[++i]) * 1000).toISOString();
      commits.push({ oid: part, at, message: parts[++i]!, files: [] });
    }
  }
  return commits;
}
