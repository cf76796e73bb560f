import type { Repository } from '../src/node/git/index.ts';

/** Writes a commit whose one file holds `text`; nothing points at it yet. */
export async function commitText(
  repository: Repository,
  text: string,
  parents: string[] = [],
): Promise<string> {
  const { oid } = await repository.writeCommit({
    parents,
    changes: new Map([['000000/a.yaml', new TextEncoder().encode(text)]]),
    message: text,
    author: { name: '甲', subject: 'a' },
    time: new Date('2026-01-05T00:00:00Z'),
  });
  return oid;
}
