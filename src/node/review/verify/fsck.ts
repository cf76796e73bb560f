import { execFile } from 'node:child_process';
import type { Fault } from '../../../review/index.ts';
import { gitEnvironment } from '../../git/runGit.ts';

/** An hour: what git checks here grows with the repository, and nobody waits at a screen for it. */
const timeout = 3_600_000;

/**
 * What git itself finds wrong with the objects and refs of a repository: every object is read and held against
 * its id, whoever may have put it there.
 */
export async function fsck(gitDir: string): Promise<Fault[]> {
  const args = [`--git-dir=${gitDir}`, 'fsck', '--full', '--no-dangling', '--no-reflogs', '--no-progress'];
  const said = await new Promise<string>((resolve, reject) => {
    execFile('git', args, { env: gitEnvironment, timeout, maxBuffer: 1 << 28 }, (error, out, err) => {
      // It ends with another code than 0 for whatever it finds, and says on both streams what that is.
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve(`${out}\n${err}`);
    });
  });
  return faultsIn(said);
}

/** The faults that the words of `git fsck` tell, each place once, an altered object before one that is missing. */
export function faultsIn(said: string): Fault[] {
  const faults = new Map<string, Fault>();
  for (const line of said.split('\n')) {
    const missing = /^missing (\w+) ([0-9a-f]{40})$/.exec(line);
    if (missing !== null) {
      const [, type, oid] = missing as unknown as [string, string, string];
      if (!faults.has(oid))
        faults.set(oid, { kind: 'object-missing', where: 'object', at: oid, about: [type] });
      continue;
    }
    if (!/^(?:error|fatal|bad|broken|corrupt)/.test(line) || line.startsWith('broken link')) continue;
    const ref = /\b(refs\/[^\s:]+|HEAD): (?:invalid|not a commit|badRef)/.exec(line)?.[1];
    if (ref !== undefined) {
      faults.set(ref, { kind: 'ref-altered', where: 'object', at: ref, about: [] });
      continue;
    }
    const file = /objects\/([0-9a-f]{2})\/([0-9a-f]{38})/.exec(line);
    const oid = file === null ? /\b[0-9a-f]{40}\b/.exec(line)?.[0] : `${file[1]!}${file[2]!}`;
    if (oid === undefined) continue;
    // What cannot be read is also told as missing.
    const before = faults.get(oid);
    faults.set(oid, { kind: 'object-altered', where: 'object', at: oid, about: before?.about ?? [] });
  }
  return [...faults.values()];
}
