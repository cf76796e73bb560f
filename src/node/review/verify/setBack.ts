import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault, HistoryCommit, Verified } from '../../../review/index.ts';
import { readCommits, readRefs } from './readHistory.ts';

/** Where main stood before and stands no more: told by the log of the ref, which only the repository itself has. */
export async function setBack(
  gitDir: string,
  { main }: Verified,
  commits: ReadonlyMap<string, HistoryCommit>,
  unreadable: ReadonlySet<string>,
): Promise<Fault[]> {
  const log = await readFile(join(gitDir, 'logs', 'refs', 'heads', 'main'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    },
  );
  const stood = new Set(
    log.split('\n').flatMap((line) => /^[0-9a-f]{40} ([0-9a-f]{40}) /.exec(line)?.[1] ?? []),
  );
  const gone = (chain: ReadonlySet<string>) => [...stood].filter((oid) => !chain.has(oid));
  let lost = gone(chainOf(main, commits));
  if (lost.length > 0) {
    // A merge since the refs were read is in the log already, and is not lost where main stands now.
    const now = (await readRefs(gitDir)).get('main');
    lost = gone(chainOf(now, await readCommits(gitDir, unreadable)));
  }
  return lost.length === 0 ? [] : [{ kind: 'main-rewound', where: 'main', at: 'main', about: lost }];
}

/** The commit `tip` and those before it, by first parents. */
function chainOf(tip: string | undefined, commits: ReadonlyMap<string, HistoryCommit>): Set<string> {
  const chain = new Set<string>();
  for (let at = tip; at !== undefined && !chain.has(at); at = commits.get(at)?.parents[0]) chain.add(at);
  return chain;
}
