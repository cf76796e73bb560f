import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readUnifiedDiff } from './readUnifiedDiff.ts';

/** What git says of two texts; it exits with 1 where they differ. */
function gitDiff(before: string, after: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'guicheng-diff-'));
  try {
    writeFileSync(join(dir, 'a'), before);
    writeFileSync(join(dir, 'b'), after);
    return execFileSync('sh', ['-c', 'git diff --no-index --no-color a b || test $? = 1'], {
      cwd: dir,
      encoding: 'utf8',
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');

describe('readUnifiedDiff', () => {
  it('numbers the lines of both files over several hunks', () => {
    const before = Array.from({ length: 20 }, (_, i) => `line ${i + 1}`);
    const after = before.with(1, '- changed: 1').toSpliced(14, 1);
    const hunks = readUnifiedDiff(gitDiff(lines(...before), lines(...after)));
    expect(hunks).toHaveLength(2);
    const changed = hunks.flatMap((hunk) => hunk.lines).filter(({ kind }) => kind !== 'same');
    expect(changed).toEqual([
      { kind: 'removed', text: 'line 2', old: 2 },
      { kind: 'added', text: '- changed: 1', now: 2 },
      { kind: 'removed', text: 'line 15', old: 15 },
    ]);
    expect(hunks[1]!.lines.at(-1)).toEqual({ kind: 'same', text: 'line 18', old: 18, now: 17 });
  });

  it('gives a new file whole', () => {
    expect(readUnifiedDiff(gitDiff('', 'a: 1\n'))).toEqual([
      { lines: [{ kind: 'added', text: 'a: 1', now: 1 }] },
    ]);
  });

  it('tells of a missing line break at the end and drops carriage returns', () => {
    const [hunk] = readUnifiedDiff(gitDiff('a\r\nb', 'a\r\nc'));
    expect(hunk!.lines).toEqual([
      { kind: 'same', text: 'a', old: 1, now: 1 },
      { kind: 'removed', text: 'b', old: 2 },
      { kind: 'note', text: 'No newline at end of file' },
      { kind: 'added', text: 'c', now: 2 },
      { kind: 'note', text: 'No newline at end of file' },
    ]);
  });

  it('finds nothing in nothing', () => expect(readUnifiedDiff('')).toEqual([]));
});
