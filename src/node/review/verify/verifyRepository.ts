import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  saysWhoSigns,
  verifyHistory,
  type Branch,
  type Fault,
  type Judged,
  type Verified,
} from '../../../review/index.ts';
import { ObjectReader } from '../../git/objectReader.ts';
import { judgedBy } from '../judged.ts';
import type { StoreOptions } from '../parts.ts';
import { fsck } from './fsck.ts';
import { readCommits, readRefs, treeChanges } from './readHistory.ts';
import { sameValuesTold } from './sameValuesTold.ts';
import { setBack } from './setBack.ts';

/** What main's own `governance/` says of people and signatures. */
type Rules = Pick<StoreOptions, 'policy' | 'subjectOf'>;

/**
 * Proves the history in the folder `dir`: a bare repository, a clone of one, or the data folder of a studio.
 * Nothing is written and no other machine asked. `undefined` where there is no repository. With `objects: false` the
 * bytes of objects are taken as read: acts and refs alone are proven, in a fraction of the time.
 */
export async function verifyRepository(
  dir: string,
  { policy, subjectOf, objects: withObjects = true }: Rules & { objects?: boolean },
): Promise<Verified | undefined> {
  const gitDir = gitDirIn(dir);
  if (gitDir === undefined) return undefined;
  const objects = withObjects ? await fsck(gitDir) : [];
  const unreadable = new Set(objects.map(({ at }) => at));
  const [refs, commits] = [await readRefs(gitDir), await readCommits(gitDir, unreadable)];
  const reader = new ObjectReader(gitDir);
  try {
    const rulesFiles = filesOfRules((oid) => reader.readBlob(oid));
    const told = sameValuesTold(gitDir, (oid) => reader.readBlob(oid));
    const verified = await verifyHistory({
      refs,
      commits,
      changes: (pairs) => treeChanges(gitDir, pairs),
      rules: async (files, branch, paths) => {
        const said = await rulesFiles(files);
        const signers = policy(said, paths);
        return {
          commits: await told(branch),
          context: {
            policy: signers,
            judged: { ...judgedBy(signers), ...schemaOf(branch) },
            subjectOf: subjectOf(said),
          },
        };
      },
    });
    const faults = [
      ...objects,
      ...verified.faults,
      ...(await setBack(gitDir, verified, commits, unreadable)),
    ];
    if (existsSync(join(gitDir, 'shallow')))
      faults.unshift({ kind: 'shallow', where: 'object', at: gitDir, about: [] });
    return { ...verified, faults: eachOnce(faults) };
  } finally {
    reader.close();
  }
}

/** The repository that a folder is, or holds as a clone or as the data of a studio. */
export function gitDirIn(dir: string): string | undefined {
  return ['', '.git', 'repository.git']
    .map((name) => join(dir, name))
    .find((path) => existsSync(join(path, 'HEAD')) && existsSync(join(path, 'objects')));
}

/**
 * The schemas under which the last signature was given: those of that day, which this program may no longer have.
 * All that count were given under the same.
 */
function schemaOf({ commits }: Branch): Partial<Judged> {
  const last = commits.findLast(({ act: { kind } }) => kind === 'approve' || kind === 'override')?.act;
  return last?.kind === 'approve' || last?.kind === 'override' ? { schema: last.judged.schema } : {};
}

/** The files of the catalogue that say who signs, the same object for the same blobs. */
function filesOfRules(
  read: (oid: string) => Promise<Buffer>,
): (files: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, Uint8Array>> {
  const known = new Map<string, ReadonlyMap<string, Uint8Array>>();
  return async (files) => {
    const named = [...files].filter(([path]) => saysWhoSigns(path));
    const key = named.join(' ');
    let found = known.get(key);
    if (found === undefined) {
      found = new Map(
        await Promise.all(named.map(async ([path, blob]) => [path, await read(blob)] as const)),
      );
      known.set(key, found);
    }
    return found;
  };
}

/** An object that git tells of already needs no second word. */
function eachOnce(faults: readonly Fault[]): Fault[] {
  const told = new Set<string>();
  return faults.filter(({ kind, at }) => {
    const key = kind === 'object-missing' && told.has(`object-altered ${at}`) ? undefined : `${kind} ${at}`;
    if (key === undefined || told.has(key)) return false;
    told.add(key);
    return true;
  });
}
