import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Act, ApprovedFile, FaultKind, Person, Role, Verified } from '../../../review/index.ts';
import { runGit } from '../../git/runGit.ts';
import { governed } from '../../server/catalogue/governed.ts';
import { judgedBy } from '../judged.ts';
import { liveRef, mainRef, reportsRef, scheduleRef } from '../refs.ts';
import {
  blobOid,
  CommitStream,
  draftId,
  emptyRepository,
  judged,
  manyChanges,
  people,
} from './manyChanges.ts';
import { verifyRepository } from './verifyRepository.ts';

// Each case copies a repository and runs git a dozen times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const { ann, bob, rev, law, admin } = people;
let work: string;
/** Six changes of three files, each by `ann` or `bob`, published in pairs. */
let sound: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-verify-'));
  sound = join(work, 'sound.git');
  await manyChanges(sound, { changes: 6, files: 3, publishEvery: 2 });
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Git is let ask another repository of this machine, as whoever clones one does. */
const cloning = { dir: '.', env: { GIT_ALLOW_PROTOCOL: 'file' } };

const verify = async (dir: string): Promise<Verified> => (await verifyRepository(dir, governed))!;

it('proves every blob of 2,000 published changes, who wrote it and who approved it', async () => {
  const dir = join(work, 'many.git');
  await manyChanges(dir, { changes: 2000, files: 200, publishEvery: 1 });
  const begun = performance.now();
  const verified = await verify(dir);
  const seconds = (performance.now() - begun) / 1000;
  expect(verified.faults).toEqual([]);
  expect(verified.changes).toHaveLength(2000);
  expect(verified.publishes).toHaveLength(2000);
  // The first site shows all 202 files, each one after it one that is new.
  expect(verified.blobs).toEqual({ published: 202 + 1999, proven: 202 + 1999 });
  for (const [n, { draft, files, signatures }] of verified.changes.entries()) {
    expect(draft).toBe(draftId(n));
    expect(files.map(({ writer }) => writer?.subject)).toEqual([n % 2 === 0 ? 'ann' : 'bob']);
    expect(signatures.map(({ person }) => person.subject)).toEqual(['rev', 'law']);
  }
  console.info(`2,000 published changes verified in ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
});

describe('what is sound', () => {
  it('is sound in a plain clone, too, where branches are those of origin', async () => {
    const clone = join(work, 'clone');
    await runGit(['clone', '--quiet', '--no-local', sound, clone], cloning);
    const [own, cloned] = [await verify(sound), await verify(clone)];
    expect(own.faults).toEqual([]);
    expect(own.changes).toHaveLength(6);
    expect(cloned).toEqual(own);
  });

  it('names for each file of main what proves it', async () => {
    const { files, changes, root } = await verify(sound);
    expect(files.get('catalogue.yaml')?.proof).toBe(root!.commit);
    expect(files.get('000000/item-0002.yaml')).toEqual({
      blob: blobOid('id: item-2\nround: 2\n'),
      proof: changes[5]!.commit,
    });
  });

  it('goes on where a file was written anew with the same values', async () => {
    const dir = join(work, 'reformatted');
    await cp(sound, dir, { recursive: true });
    const copy = new Copy(dir, (await verify(sound)).main!);
    const anew = `# 注释\n${next}`;
    const reformat: Say = [
      bob,
      { kind: 'reformat', files: [{ path: item, from: change.blob, to: blobOid(anew) }] },
      new Map([[item, anew]]),
    ];
    await mergeOf([edit, submit, ...signed, reformat], { content: new Map([[item, anew]]) })(copy);
    const { faults, changes } = await verify(dir);
    expect(faults).toEqual([]);
    expect(changes.at(-1)!.files[0]!.writer?.subject).toBe('bob');
  });

  it('is nothing where there is no repository', async () => {
    expect(await verifyRepository(work, governed)).toBeUndefined();
  });
});

/** A tampered copy, by the name of the test that tampers with it. */
class Copy {
  readonly dir: string;
  readonly main: string;
  constructor(dir: string, main: string) {
    this.dir = dir;
    this.main = main;
  }

  async git(...args: string[]): Promise<string> {
    return (await runGit(args, { dir: this.dir })).toString('utf8').trim();
  }

  oid(revision: string): Promise<string> {
    return this.git('rev-parse', '--verify', revision);
  }

  async object(revision: string): Promise<{ oid: string; file: string }> {
    const oid = await this.oid(revision);
    return { oid, file: join(this.dir, 'objects', oid.slice(0, 2), oid.slice(2)) };
  }

  /** Commits that are put on top of what is there, as `say` makes them. */
  async add(say: (stream: CommitStream) => void): Promise<void> {
    const stream = new CommitStream();
    say(stream);
    await stream.send(this.dir);
  }
}

const item = '000000/item-0000.yaml';
const now = 'id: item-0\nround: 2\n';
const next = 'id: item-0\nround: 3\n';
const writes = new Map([[item, next]]);
const change = { path: item, blob: blobOid(next), base: blobOid(now) };
const id = draftId(90);
const ref = `refs/heads/draft/${id}`;

type Say = [person: Person, act: Act, writes?: ReadonlyMap<string, string>];
const edit: Say = [ann, { kind: 'edit', files: [item] }, writes];
const submit: Say = [ann, { kind: 'submit', risk: 'legal' }];
const approve = (person: Person, role: 'reviewer' | 'legal', files: ApprovedFile[] = [change]): Say => [
  person,
  { kind: 'approve', role, risk: 'legal', files, judged },
];
const signed = [approve(rev, 'reviewer'), approve(law, 'legal')];

interface Merging {
  content?: ReadonlyMap<string, string>;
  draft?: string;
  began?: number | string;
  mode?: string;
}

/** A draft of these acts, merged into main with `content`: by itself as sound as its acts are. */
function merged(
  stream: CommitStream,
  from: number | string,
  acts: Say[],
  { content = writes, draft = id, began = from, mode = '100644' }: Merging = {},
): number {
  let tip = stream.commit(ref, { act: { kind: 'create', title: '改' }, person: ann, operation: id }, { from: began }); // prettier-ignore
  for (const [person, act, written] of acts)
    tip = stream.commit(ref, { act, person }, { from: tip, mode, ...(written && { writes: written }) });
  const act: Act = { kind: 'merge', draft, title: '改' };
  return stream.commit(mainRef, { act, person: law }, { from, merge: tip, writes: content, mode });
}

type Tampering = [name: string, kind: FaultKind, tamper: (copy: Copy) => Promise<string | void>];

/** Writes another object where the one that `revision` names stands; gives its id, at which the fault is told. */
const alter = (revision: string, type: string, content: string) => async (copy: Copy) => {
  const { oid, file } = await copy.object(revision);
  await rm(file);
  await writeFile(file, deflateSync(Buffer.from(`${type} ${Buffer.byteLength(content)}\0${content}`)));
  return oid;
};
const remove = (revision: string) => async (copy: Copy) => {
  const { oid, file } = await copy.object(revision);
  await rm(file);
  return oid;
};
/** Adds to main what is merged so; the fault is told at the tip of main. */
const mergeOf = (acts: Say[], options?: Merging) => async (copy: Copy) => {
  await copy.add((stream) => merged(stream, copy.main, acts, options));
  return copy.oid(mainRef);
};

const objects: Tampering[] = [
  ['a blob with other content', 'object-altered', alter(`main:${item}`, 'blob', next)],
  ['a blob with one digit changed in place', 'object-altered', alter(`main:${item}`, 'blob', now.replace('2', '7'))], // prettier-ignore
  ['a blob of an older version', 'object-altered', alter(`main~5:${item}`, 'blob', next)],
  ['a tree that lists less', 'object-altered', alter('main:000000', 'tree', '')],
  ['a commit that tells another act', 'object-altered', alter('main', 'commit', 'tree x\n')],
  [
    'an object that is no object',
    'object-altered',
    async (copy) => {
      const { oid, file } = await copy.object(`main:${item}`);
      await rm(file);
      await writeFile(file, 'garbage');
      return oid;
    },
  ],
  [
    'an empty object',
    'object-altered',
    async (copy) => {
      const { oid, file } = await copy.object(`main:${item}`);
      await rm(file);
      await writeFile(file, '');
      return oid;
    },
  ],
  [
    'a pack with a byte changed',
    'object-altered',
    async (copy) => {
      await copy.git('repack', '-adq');
      const folder = join(copy.dir, 'objects', 'pack');
      const pack = join(
        folder,
        (await readdir(folder)).find((name) => name.endsWith('.pack'))!,
      );
      const bytes = await readFile(pack);
      const middle = bytes.length >> 1;
      bytes[middle] = bytes[middle]! ^ 0xff;
      await chmod(pack, 0o600);
      await writeFile(pack, bytes);
    },
  ],
  ['a blob taken away', 'object-missing', remove(`main:${item}`)],
  ['a tree taken away', 'object-missing', remove('main:000000')],
  ['the root of main taken away', 'object-missing', remove('main~6')],
  ['a commit of a draft taken away', 'object-missing', remove(`draft/${draftId(3)}~2`)],
];

const acts: Tampering[] = [
  [
    'a commit pushed past the studio',
    'bypassed',
    async (copy) => {
      await copy.add((stream) => stream.commit(mainRef, { act: { kind: 'comment', text: '急' }, person: ann }, { from: copy.main, writes })); // prettier-ignore
      return copy.oid(mainRef);
    },
  ],
  [
    'a second import',
    'bypassed',
    async (copy) => {
      await copy.add((stream) =>
        stream.commit(mainRef, { act: { kind: 'import' }, person: ann }, { from: copy.main, writes }),
      );
      return copy.oid(mainRef);
    },
  ],
  ['a signature that is missing', 'not-approved', mergeOf([edit, submit, signed[0]!])],
  ['no submission', 'not-approved', mergeOf([edit, ...signed])],
  ['one person who signs twice', 'not-approved', mergeOf([edit, submit, approve(rev, 'reviewer'), approve(rev, 'legal')])], // prettier-ignore
  [
    'a signature of who wrote it',
    'not-approved',
    mergeOf([[law, { kind: 'edit', files: [item] }, writes], submit, ...signed]),
  ],
  [
    'signatures under other rules',
    'not-approved',
    mergeOf([
      edit,
      submit,
      ...['reviewer', 'legal'].map((role): Say => [
        role === 'reviewer' ? rev : law,
        {
          kind: 'approve',
          role: role as Role,
          risk: 'legal',
          files: [change],
          judged: { ...judged, policy: 'other' },
        },
      ]),
    ]),
  ],
  [
    'a signature that says nothing of what it is for',
    'broken-draft',
    mergeOf([
      edit,
      submit,
      [rev, { kind: 'approve', role: 'reviewer', risk: 'legal', judged } as Act],
      signed[1]!,
    ]),
  ],
  [
    'an override that governance gives nobody',
    'not-approved',
    mergeOf([
      edit,
      submit,
      [admin, { kind: 'override', reason: '急', risk: 'legal', files: [change], judged, owed: [] }],
    ]),
  ],
  [
    'another value under the name of another layout',
    'not-approved',
    mergeOf([
      [ann, { kind: 'edit', files: [item] }, new Map([[item, `${now}x: 1\n`]])],
      submit,
      approve(rev, 'reviewer', [{ ...change, blob: blobOid(`${now}x: 1\n`) }]),
      approve(law, 'legal', [{ ...change, blob: blobOid(`${now}x: 1\n`) }]),
      [
        bob,
        { kind: 'reformat', files: [{ path: item, from: blobOid(`${now}x: 1\n`), to: change.blob }] },
        writes,
      ],
    ]),
  ],
  ['a role that the signer has not', 'not-approved', mergeOf([edit, submit, approve(rev, 'reviewer'), approve(admin, 'legal')])], // prettier-ignore
  [
    'signatures for another blob',
    'not-approved',
    mergeOf([
      edit,
      submit,
      approve(rev, 'reviewer'),
      approve(law, 'legal', [{ ...change, blob: blobOid(now) }]),
    ]),
  ],
  [
    'signatures over another base',
    'not-approved',
    mergeOf([edit, submit, approve(rev, 'reviewer', [{ ...change, base: null }]), approve(law, 'legal')]),
  ],
  [
    'a word changed after the signatures, under the name of a comment',
    'not-approved',
    mergeOf(
      [edit, submit, ...signed, [bob, { kind: 'comment', text: '好' }, new Map([[item, `${next}# x\n`]])]],
      { content: new Map([[item, `${next}# x\n`]]) },
    ),
  ],
  [
    'a merge that holds something else than its draft',
    'other-content',
    mergeOf([edit, submit, ...signed], { content: new Map([[item, `${next}extra: 1\n`]]) }),
  ],
  [
    'a merge that holds a file more',
    'other-content',
    mergeOf([edit, submit, ...signed], { content: new Map([...writes, ['000000/more.yaml', 'id: more\n']]) }),
  ],
  ['a merge under the id of another draft', 'other-draft', mergeOf([edit, submit, ...signed], { draft: draftId(91) })], // prettier-ignore
  [
    'a draft that began before another change of the same file',
    'overwrites',
    async (copy) => mergeOf([edit, submit, ...signed], { began: await copy.oid('main~4') })(copy),
  ],
  [
    'a draft that began beside main',
    'began-elsewhere',
    async (copy) => {
      await copy.add((stream) => {
        const beside = stream.commit('refs/heads/draft/beside', { act: { kind: 'import' }, person: ann }, { from: copy.main }); // prettier-ignore
        merged(stream, copy.main, [edit, submit, ...signed], { began: beside });
      });
      await copy.git('update-ref', '-d', 'refs/heads/draft/beside');
      return copy.oid(mainRef);
    },
  ],
  ['a file that may be run', 'no-plain-file', mergeOf([edit, submit, ...signed], { mode: '100755' })],
  ['a link in the place of a file', 'no-plain-file', mergeOf([edit, submit, ...signed], { mode: '120000' })],
  [
    'a draft that main takes in again',
    'merged-twice',
    async (copy) => {
      await copy.add((stream) => {
        const first = merged(stream, copy.main, [edit, submit, ...signed]);
        const act: Act = { kind: 'merge', draft: id, title: '改' };
        stream.commit(mainRef, { act, person: law }, { from: first, merge: first - 1 });
      });
      return copy.oid(mainRef);
    },
  ],
];

const publishing = (act: (copy: Copy) => Promise<Act>, tree: string) => async (copy: Copy) => {
  const [said, from, of] = [await act(copy), await copy.oid(liveRef), await copy.oid(tree)];
  await copy.add((stream) => stream.commit(liveRef, { act: said, person: admin }, { from, tree: of }));
  return copy.oid(liveRef);
};
const publishOf = (main: string): Act => ({ kind: 'publish', main, date: '2026-06-01' });

const refs: Tampering[] = [
  [
    'main set back behind what was published',
    'published-elsewhere',
    async (copy) => {
      await copy.git('update-ref', mainRef, `${copy.main}~1`);
      return copy.oid(liveRef);
    },
  ],
  [
    'main set back where the ref keeps its log',
    'main-rewound',
    async (copy) => {
      await copy.git('config', 'core.logAllRefUpdates', 'always');
      await copy.add((stream) => merged(stream, copy.main, [edit, submit, ...signed]));
      await copy.git('update-ref', mainRef, copy.main);
      return 'main';
    },
  ],
  [
    'main put on another history',
    'no-import',
    async (copy) => {
      await copy.add((stream) =>
        stream.commit(mainRef, { act: { kind: 'comment', text: '始' }, person: ann }, { writes }),
      );
      return copy.oid(mainRef);
    },
  ],
  [
    'main taken away',
    'no-main',
    async (copy) => {
      await copy.git('update-ref', '-d', mainRef);
      return 'main';
    },
  ],
  [
    'main that names nothing',
    'ref-altered',
    async (copy) => {
      await writeFile(join(copy.dir, mainRef), 'nothing\n');
      return mainRef;
    },
  ],
  [
    'a publish of a draft',
    'published-elsewhere',
    publishing(
      async (copy) => publishOf(await copy.oid(`draft/${draftId(1)}`)),
      `draft/${draftId(1)}^{tree}`,
    ),
  ],
  [
    'a publish whose content is not what it names',
    'published-other-content',
    publishing(async (copy) => publishOf(copy.main), 'main~3^{tree}'),
  ],
  [
    'a record of publishes that tells something else',
    'no-publish',
    publishing(() => Promise.resolve({ kind: 'comment', text: '发布' }), 'main^{tree}'),
  ],
  [
    'something else where publishes are set for a time',
    'no-schedule',
    async (copy) => {
      const tree = await copy.oid('main^{tree}');
      const act: Act = { kind: 'comment', text: '发布' };
      await copy.add((stream) => stream.commit(scheduleRef, { act, person: admin }, { tree }));
      return copy.oid(scheduleRef);
    },
  ],
  [
    'something else where the reports of readers are kept',
    'no-report',
    async (copy) => {
      const tree = await copy.oid('main^{tree}');
      const act: Act = { kind: 'comment', text: '纠错' };
      await copy.add((stream) => stream.commit(reportsRef, { act, person: admin }, { tree }));
      return copy.oid(reportsRef);
    },
  ],
  [
    'the branch of a merged draft taken away',
    'draft-gone',
    async (copy) => {
      await copy.git('update-ref', '-d', `refs/heads/draft/${draftId(2)}`);
      return `draft/${draftId(2)}`;
    },
  ],
  [
    'the branch of a merged draft set back',
    'draft-rewound',
    async (copy) => {
      await copy.git('update-ref', `refs/heads/draft/${draftId(2)}`, `refs/heads/draft/${draftId(2)}~1`);
      return `draft/${draftId(2)}`;
    },
  ],
  [
    'a foreign commit on a draft',
    'broken-draft',
    async (copy) => {
      const tip = `refs/heads/draft/${draftId(2)}`;
      const tree = await copy.oid(`${tip}^{tree}`);
      const made = await copy.git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit-tree', '-p', tip, '-m', '同意', tree); // prettier-ignore
      await copy.git('update-ref', tip, made);
      return made;
    },
  ],
  [
    'a draft under another name',
    'other-draft',
    async (copy) => {
      await copy.add(
        (stream) =>
        stream.commit(`refs/heads/draft/${draftId(95)}`, { act: { kind: 'create', title: '改' }, person: ann, operation: id }, { from: copy.main }), // prettier-ignore
      );
      return `draft/${draftId(95)}`;
    },
  ],
  [
    'a replacement of an approved blob',
    'strange-ref',
    async (copy) => {
      const old = await copy.oid(`main~4:${item}`);
      const name = `refs/replace/${await copy.oid(`main:${item}`)}`;
      await copy.git('update-ref', name, old);
      return name;
    },
  ],
  [
    'a branch that the studio does not make',
    'strange-ref',
    async (copy) => {
      await copy.git('update-ref', 'refs/heads/hotfix', copy.main);
      return 'hotfix';
    },
  ],
];

describe.each([
  ['objects', objects],
  ['acts', acts],
  ['refs', refs],
])('tampering with %s', (group, tamperings) => {
  it.each(tamperings)('%s is told as %s', async (name, kind, tamper) => {
    const dir = join(work, `${group}-${tamperings.findIndex(([one]) => one === name)}`);
    await cp(sound, dir, { recursive: true });
    const copy = new Copy(dir, (await runGit(['rev-parse', mainRef], { dir })).toString('utf8').trim());
    const at = await tamper(copy);
    const { faults } = await verify(dir);
    expect(faults).toContainEqual(expect.objectContaining({ kind, ...(at !== undefined && { at }) }));
    // What was added is all that is wrong, but for what follows from objects and refs that are no more.
    if (group === 'acts') expect(new Set(faults.map((one) => one.at))).toEqual(new Set([at]));
  });
});

it('what was approved by rules that bypassed review is not proven', async () => {
  const dir = join(work, 'loosened');
  await cp(sound, dir, { recursive: true });
  const copy = new Copy(dir, (await verify(sound)).main!);
  const one = [{ role: 'reviewer' }] as const;
  const loose = judgedBy({ plain: one, legal: one, override: [] });
  const rules = new Map([['governance/approvals.yaml', 'approvals:\n  plain: [reviewer]\n  legal: [reviewer]\n']]); // prettier-ignore
  const approval: Act = { kind: 'approve', role: 'reviewer', risk: 'legal', files: [change], judged: loose };
  await copy.add((stream) => {
    const by = { act: { kind: 'comment', text: '松' } as const, person: ann };
    const pushed = stream.commit(mainRef, by, { from: copy.main, writes: rules });
    merged(stream, pushed, [edit, submit, [rev, approval]]);
  });
  const { faults, changes } = await verify(dir);
  expect(faults.map(({ kind, at }) => [kind, at])).toEqual([
    ['bypassed', await copy.oid(`${mainRef}~1`)],
    ['rules-bypassed', await copy.oid(mainRef)],
  ]);
  expect(changes).toHaveLength(6);
});

it('a change of main that nobody approved proves nothing that a site shows', async () => {
  const dir = join(work, 'shown');
  await cp(sound, dir, { recursive: true });
  const before = await verify(dir);
  const copy = new Copy(dir, before.main!);
  await mergeOf([edit, submit, signed[0]!])(copy);
  const main = await copy.oid(mainRef);
  await publishing(() => Promise.resolve(publishOf(main)), 'main^{tree}')(copy);
  const after = await verify(dir);
  expect(after.blobs).toEqual({ published: before.blobs.published + 1, proven: before.blobs.proven });
  expect(after.files.get(item)).toEqual({ blob: blobOid(next), proof: undefined });
});

it('proves nothing in a shallow clone', async () => {
  const clone = join(work, 'shallow.git');
  await runGit(['clone', '--quiet', '--bare', '--depth=2', '--no-single-branch', `file://${sound}`, clone], cloning); // prettier-ignore
  expect((await verify(clone)).faults).toContainEqual(expect.objectContaining({ kind: 'shallow' }));
});

it('an empty repository has no main', async () => {
  const dir = join(work, 'empty.git');
  await emptyRepository(dir);
  expect((await verify(dir)).faults).toEqual([{ kind: 'no-main', where: 'main', at: 'main', about: [] }]);
});
