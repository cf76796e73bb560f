import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeMessage, type Member, type Role } from '../../review/index.ts';
import { Repository } from '../git/index.ts';
import { runGit } from '../git/runGit.ts';
import { Drafts } from './drafts.ts';
import { Store, type Gate } from './index.ts';
import { ann, bob, law, policy, rev } from './testPeople.ts';

const pass: Gate = () => Promise.resolve({ kind: 'pass', risk: 'legal' });
const a = '000000/a.yaml';
const bytes = (text: string) => new TextEncoder().encode(text);

let dir: string;
let store: Store;
const open = (gate: Gate = pass) =>
  Store.open({
    dir: join(dir, 'repository.git'),
    gate,
    policy,
    ownersOf: () => [],
    subjectOf: () => (subject) => subject,
  });
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-store-'));
  store = await open();
  await store.seed(
    new Map([
      [a, bytes('id: a\n')],
      ['000000/b.yaml', bytes('id: b\n')],
    ]),
    ann,
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  store.close();
  await rm(dir, { recursive: true, force: true });
});

const create = async () => {
  const created = await store.createDraft({ person: ann, operation: ulid(), title: '改' });
  if (created.kind === 'refused') throw new Error(created.reasonEn);
  return created.draft;
};
const begin = async (content = 'id: a # 改\n', path = a) => {
  const draft = await create();
  const saved = await store.save({
    draft: draft.id,
    path,
    content,
    ifMatch: draft.tip,
    person: ann,
    operation: ulid(),
  });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  return { id: draft.id, tip: saved.tip };
};
const saveAt = (draft: { id: string; tip: string }, content: string, path = a) =>
  store.save({ draft: draft.id, path, content, ifMatch: draft.tip, person: ann, operation: ulid() });
const tipOf = async (id: string) => (await store.readDraft(id))!.tip;
const act = async (id: string, who: Member, deed: Parameters<Store['act']>[0]['deed']) =>
  store.act({ draft: id, deed, ifMatch: await tipOf(id), person: who, operation: ulid() });
const approveAll = async (id: string) => {
  for (const [who, deed] of [
    [ann, { kind: 'submit' }],
    [rev, { kind: 'approve', role: 'reviewer' }],
    [law, { kind: 'approve', role: 'legal' }],
  ] as const)
    expect((await act(id, who, deed)).kind).toBe('done');
};
const merge = (id: string) => store.merge({ draft: id, person: law, operation: ulid() });
const onMain = async (path: string) =>
  Buffer.from((await store.readCatalogue(await store.main())).get(path)!).toString();

describe('saving', () => {
  it('keeps the text byte for byte and moves only the draft', async () => {
    const { id } = await begin('id: a\r\n# 注释\r\nname: 甲');
    const draft = (await store.readDraft(id))!;
    expect(await store.text(draft.changes[0]!.blob)).toBe('id: a\r\n# 注释\r\nname: 甲');
    expect(await onMain(a)).toBe('id: a\n');
  });

  it('refuses a tip that is not the present one, and gives what stands there', async () => {
    const { id, tip } = await begin();
    await saveAt({ id, tip }, 'id: a # 二\n');
    const late = await store.save({
      draft: id,
      path: a,
      content: 'id: a # 三\n',
      ifMatch: tip,
      person: bob,
      operation: ulid(),
    });
    expect(late).toEqual({
      kind: 'stale',
      head: await tipOf(id),
      text: 'id: a # 二\n',
      base: 'id: a # 改\n',
    });
  });

  it('merges two people’s changes of different fields, and says so again when asked again', async () => {
    const base = 'id: a\nbasics:\n  name: 甲 # 名称\n  summary: 乙\n';
    const { id, tip } = await begin(base);
    await saveAt({ id, tip }, base.replace('甲', '子'));
    const write = {
      draft: id,
      path: a,
      content: base.replace('乙', '丑'),
      ifMatch: tip,
      person: bob,
      operation: ulid(),
    };
    const text = 'id: a\nbasics:\n  name: 子 # 名称\n  summary: 丑\n';
    const merged = await store.save(write);
    expect(merged).toMatchObject({ kind: 'saved', text });
    const draft = (await store.readDraft(id))!;
    expect(await store.text(draft.changes[0]!.blob)).toBe(text);
    expect(await store.save(write)).toEqual(merged);
    expect((await store.readDraft(id))!.tip).toBe(draft.tip);
    expect((await store.save({ ...write, content: base.replace('乙', '寅') })).kind).toBe('refused');
  });

  it('goes over what another process puts on the branch between the look and the write', async () => {
    const { id, tip } = await begin();
    const other = await open();
    const { updateRef } = Repository.prototype;
    vi.spyOn(Repository.prototype, 'updateRef').mockImplementationOnce(async function (
      this: Repository,
      move,
    ) {
      const deed = { kind: 'comment', text: '看过' } as const;
      await other.act({ draft: id, deed, ifMatch: tip, person: rev, operation: ulid() });
      return updateRef.call(this, move);
    });
    expect((await saveAt({ id, tip }, 'id: a # 二\n')).kind).toBe('saved');
    other.close();
    const { commits, changes } = (await store.readDraft(id))!;
    expect(commits.map(({ act }) => act.kind)).toEqual(['create', 'edit', 'comment', 'edit']);
    expect(await store.text(changes[0]!.blob)).toBe('id: a # 二\n');
  });

  it('gives up in words after others were first eight times', async () => {
    const { id, tip } = await begin();
    const lose = vi.spyOn(Repository.prototype, 'updateRef').mockResolvedValue({ kind: 'stale', head: tip });
    await expect(saveAt({ id, tip }, 'id: a # 二\n')).rejects.toThrow('8 attempts');
    expect(lose).toHaveBeenCalledTimes(8);
    lose.mockRestore();
    expect(await tipOf(id)).toBe(tip);
  });

  it('does one operation once, however often it is asked', async () => {
    const { id, tip } = await begin();
    const operation = ulid();
    const save = () =>
      store.save({ draft: id, path: a, content: 'id: a # 二\n', ifMatch: tip, person: ann, operation });
    const first = await save();
    expect(await save()).toEqual(first);
    expect((await store.readDraft(id))!.commits).toHaveLength(3);
  });

  it('does not acknowledge one operation for another that has its name', async () => {
    const { id, tip } = await begin();
    const [create, edit] = (await store.readDraft(id))!.commits.map(({ operation }) => operation);
    const reused = { draft: id, ifMatch: tip, person: ann };
    for (const operation of [create!, edit!]) {
      const save = { ...reused, operation, path: a, content: 'id: a # 别的\n' };
      expect(await store.save(save)).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining('操作号'),
      });
      expect((await store.act({ ...reused, operation, deed: { kind: 'submit' } })).kind).toBe('refused');
    }
    const same = { ...reused, operation: edit!, path: a, content: 'id: a # 改\n' };
    expect((await store.save(same)).kind).toBe('saved');
    expect((await store.save({ ...same, person: bob })).kind, 'somebody else').toBe('refused');
    expect((await store.createDraft({ person: bob, operation: id, title: '改' })).kind).toBe('refused');
    expect((await store.readDraft(id))!.commits).toHaveLength(2);
  });

  it.each([
    ['hostile text', a, 'id: a\u0000\n'],
    ['a path upward', '../x.yaml', 'id: a\n'],
    ['a path that looks like an option', '-x.yaml', 'id: a\n'],
    ['git’s own', '.git/config', 'id: a\n'],
  ])('refuses %s', async (_, path, content) => {
    const draft = await create();
    const result = await store.save({
      draft: draft.id,
      path,
      content,
      ifMatch: draft.tip,
      person: ann,
      operation: ulid(),
    });
    expect(result.kind).toBe('refused');
    expect(await tipOf(draft.id)).toBe(draft.tip);
  });

  it('loses no acknowledged save when two stores race on one draft', async () => {
    const other = await open();
    try {
      const { id } = await begin();
      const acknowledged: string[] = [];
      await Promise.all(
        [store, other].flatMap((one, s) =>
          Array.from({ length: 5 }, async (_, i) => {
            for (let attempt = 0; attempt < 60; attempt++) {
              const tip = (await one.readDraft(id))!.tip;
              const operation = ulid();
              const result = await one.save({
                draft: id,
                path: a,
                content: `id: a # ${s}-${i}\n`,
                ifMatch: tip,
                person: ann,
                operation,
              });
              if (result.kind === 'saved') return void acknowledged.push(operation);
            }
            throw new Error('never got through');
          }),
        ),
      );
      const operations = (await store.readDraft(id))!.commits.map((commit) => commit.operation);
      expect(acknowledged).toHaveLength(10);
      expect(operations.filter((operation) => acknowledged.includes(operation))).toHaveLength(10);
    } finally {
      other.close();
    }
  }, 60_000);

  it('goes on after a kill that left a lock and an empty object', async () => {
    const { id, tip } = await begin();
    const lock = join(dir, 'repository.git', `refs/heads/draft/${id}.lock`);
    await writeFile(lock, '');
    await utimes(lock, new Date(0), new Date(0));
    const result = await saveAt({ id, tip }, 'id: a # 二\n');
    expect(result.kind).toBe('saved');
  });

  it.each(['config.lock', 'HEAD.lock', 'refs/heads/main.lock'])(
    'opens and goes on at once after a kill that left %s',
    async (lock) => {
      const { id, tip } = await begin();
      store.close();
      await writeFile(join(dir, 'repository.git', lock), '');
      const from = Date.now();
      store = await open();
      const saved = await saveAt({ id, tip }, 'id: a # 二\n');
      expect(saved.kind).toBe('saved');
      expect(Date.now() - from).toBeLessThan(10_000);
    },
  );

  it('heals an empty object that a full disk left in the place of a blob', async () => {
    const { id, tip } = await begin();
    const content = 'id: a # 空\n';
    const oid = (
      await runGit(['hash-object', '--stdin'], { dir: join(dir, 'repository.git'), input: content })
    )
      .toString()
      .trim();
    const folder = join(dir, 'repository.git', 'objects', oid.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, oid.slice(2)), '');
    const saved = await saveAt({ id, tip }, content);
    expect(saved.kind).toBe('saved');
    expect(await store.text(oid)).toBe(content);
  });

  it('tells a read that asks for no blob, and goes on', async () => {
    const { id, tip } = await begin();
    await expect(store.repository.readBlob(tip)).rejects.toThrow('not a blob');
    expect((await store.readDraft(id))!.tip).toBe(tip);
    expect(await onMain(a)).toBe('id: a\n');
  });
});

describe('a save beside other acts', () => {
  it('goes on where somebody commented or saved another file meanwhile', async () => {
    const draft = await begin();
    await act(draft.id, rev, { kind: 'comment', text: '请核对' });
    expect(
      (await saveAt({ id: draft.id, tip: await tipOf(draft.id) }, 'id: b # 二\n', '000000/b.yaml')).kind,
    ).toBe('saved');
    expect((await saveAt(draft, 'id: a # 三\n')).kind).toBe('saved');
    const [one, two] = (await store.readDraft(draft.id))!.changes;
    expect([await store.text(one!.blob), await store.text(two!.blob)]).toEqual([
      'id: a # 三\n',
      'id: b # 二\n',
    ]);
  });

  it('is refused where the tip that the writer saw is none of the draft', async () => {
    const [one, two] = [await begin(), await begin()];
    expect((await saveAt({ id: one.id, tip: two.tip }, 'id: a # 三\n')).kind).toBe('stale');
    expect((await saveAt({ id: one.id, tip: await store.main() }, 'id: a # 三\n')).kind).toBe('stale');
  });
});

describe('approval', () => {
  it('by two others takes the draft into main, and only its changed lines', async () => {
    const { id } = await begin();
    await approveAll(id);
    const merged = await merge(id);
    expect(merged.kind).toBe('merged');
    expect(await onMain(a)).toBe('id: a # 改\n');
    expect(await onMain('000000/b.yaml')).toBe('id: b\n');
    expect((await store.readDraft(id))!.state.kind).toBe('merged');
    expect((await store.listDrafts())[0]!.state.kind).toBe('merged');
    expect(await merge(id)).toEqual(merged);
  });

  it('is refused to the author, to a co-editor, and to whoever signed already', async () => {
    const { id, tip } = await begin();
    await store.save({
      draft: id,
      path: a,
      content: 'id: a # 共\n',
      ifMatch: tip,
      person: bob,
      operation: ulid(),
    });
    await act(id, ann, { kind: 'submit' });
    for (const [who, role] of [
      [ann, 'reviewer'],
      [bob, 'reviewer'],
      [rev, 'legal'],
    ] as const)
      expect((await act(id, who, { kind: 'approve', role })).kind).toBe('refused');
    expect((await act(id, rev, { kind: 'approve', role: 'reviewer' })).kind).toBe('done');
    expect((await act(id, rev, { kind: 'approve', role: 'reviewer' })).kind).toBe('refused');
    expect((await merge(id)).kind).toBe('refused');
  });

  it('is not asked for an empty draft, and not given where the gate says no', async () => {
    const empty = await create();
    expect((await act(empty.id, ann, { kind: 'submit' })).kind).toBe('refused');
    const { id } = await begin();
    store.close();
    store = await open(() => Promise.resolve({ kind: 'blocked', diagnostics: [] }));
    expect((await act(id, ann, { kind: 'submit' })).kind).toBe('blocked');
    expect((await store.readDraft(id))!.state.kind).toBe('editing');
  });
});

describe('merging', () => {
  it('goes over another draft that changed another file', async () => {
    const one = await begin();
    const two = await begin('id: b # 二\n', '000000/b.yaml');
    await approveAll(one.id);
    await approveAll(two.id);
    expect((await merge(one.id)).kind).toBe('merged');
    expect((await merge(two.id)).kind).toBe('merged');
    expect([await onMain(a), await onMain('000000/b.yaml')]).toEqual(['id: a # 改\n', 'id: b # 二\n']);
  });

  it('does not go over another draft that changed the same file: its approval was for another base', async () => {
    const one = await begin();
    const two = await begin('id: a # 另\n');
    await approveAll(one.id);
    await approveAll(two.id);
    expect((await merge(one.id)).kind).toBe('merged');
    expect((await store.readDraft(two.id))!.state.kind).toBe('submitted');
    expect((await merge(two.id)).kind).toBe('refused');
    expect(await onMain(a)).toBe('id: a # 改\n');
  });
});

it('takes nothing away that another server puts on main between the look and the merge', async () => {
  const [one, two] = [await begin(), await begin('id: a # 另\n')];
  await approveAll(one.id);
  await approveAll(two.id);
  const other = await open();
  const { read } = Drafts.prototype;
  vi.spyOn(Drafts.prototype, 'read').mockImplementationOnce(async function (this: Drafts, id) {
    const seen = await read.call(this, id);
    expect((await other.merge({ draft: two.id, person: law, operation: ulid() })).kind).toBe('merged');
    return seen;
  });
  expect((await merge(one.id)).kind).toBe('refused');
  other.close();
  expect(await onMain(a)).toBe('id: a # 另\n');
});

it('a merge that was blocked may be asked for again, by those who may sign', async () => {
  let isBlocked = false;
  store.close();
  store = await open(() =>
    Promise.resolve(isBlocked ? { kind: 'blocked', diagnostics: [] } : { kind: 'pass', risk: 'legal' }),
  );
  const { id } = await begin();
  await approveAll(id);
  isBlocked = true;
  expect((await merge(id)).kind).toBe('blocked');
  expect((await store.readDraft(id))!.state.kind).toBe('approved');
  isBlocked = false;
  for (const person of [ann, { ...ann, roles: ['reviewer'] as Role[] }, { ...law, roles: [] }])
    expect((await store.merge({ draft: id, person, operation: ulid() })).kind).toBe('refused');
  expect((await store.merge({ draft: id, person: rev, operation: ulid() })).kind).toBe('merged');
});

describe('a long history', () => {
  /** Puts `count` commits of one file after the tip of `ref`, as that many saves would. */
  async function grow(ref: string, count: number, message: string): Promise<void> {
    const commit = (n: number) =>
      `commit ${ref}\ncommitter x <x@x> ${1_800_000_000 + n} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n` +
      (n === 0 ? `from ${ref}^0\n` : '');
    const input = Array.from({ length: count }, (_, n) => commit(n)).join('');
    await runGit(['fast-import', '--quiet', '--force'], { dir: join(dir, 'repository.git'), input });
  }

  it('of a draft is read to its beginning', async () => {
    const { id } = await begin();
    const edit = encodeMessage({ act: { kind: 'edit', files: [a] }, person: ann, operation: ulid() });
    await grow(`refs/heads/draft/${id}`, 2100, edit);
    expect((await store.readDraft(id))!.commits).toHaveLength(2102);
  });

  it('of main does not forget what was taken in', async () => {
    const { id } = await begin();
    await approveAll(id);
    await merge(id);
    await grow('refs/heads/main', 2100, 'later');
    expect((await store.readDraft(id))!.state.kind).toBe('merged');
  });
});

it('a draft that main has taken in stays so, whatever is put on its branch after', async () => {
  const { id, tip } = await begin();
  await approveAll(id);
  const draft = store.readDraft(id);
  // Both saw it approved; which of them is first is for the store to settle.
  const [merged, withdrawn] = await Promise.all([merge(id), act(id, ann, { kind: 'withdraw' })]);
  const { state } = (await store.readDraft(id))!;
  expect([merged.kind, withdrawn.kind, state.kind]).toEqual(
    state.kind === 'merged' ? ['merged', 'refused', 'merged'] : ['refused', 'done', 'withdrawn'],
  );
  expect(await onMain(a)).toBe(state.kind === 'merged' ? 'id: a # 改\n' : 'id: a\n');
  expect((await draft)!.tip).not.toBe(tip);

  const { id: other } = await begin('id: b # 二\n', '000000/b.yaml');
  await approveAll(other);
  const approved = await tipOf(other);
  expect((await merge(other)).kind).toBe('merged');
  const { oid } = await store.repository.writeCommit({
    parents: [approved],
    baseTree: (await store.repository.history(approved, 1))[0]!.tree,
    changes: new Map(),
    message: encodeMessage({ act: { kind: 'withdraw' }, person: ann, operation: ulid() }),
    author: ann,
    time: new Date(),
  });
  await store.repository.updateRef({ ref: `refs/heads/draft/${other}`, from: approved, to: oid });
  expect((await store.readDraft(other))!.state.kind).toBe('merged');
});

it('seeds once, and records what is live', async () => {
  expect(await store.seed(new Map(), ann)).toBe(false);
  expect(await store.live()).toBeUndefined();
  const main = await store.main();
  const first = { main, date: '2026-11-23', onto: undefined, person: ann, operation: ulid() };
  const recorded = await store.recordPublish(first);
  const live = (await store.live())!;
  expect(live).toMatchObject({ main, date: '2026-11-23' });
  expect(await store.repository.changedFiles(main, live.oid)).toEqual([]);

  expect(await store.recordPublish(first), 'the same operation').toEqual(recorded);
  const late = { ...first, operation: ulid() };
  expect(await store.recordPublish(late), 'an older view').toEqual({ kind: 'stale', head: live.oid });
  const second = { ...late, onto: live.oid };
  const racing = await Promise.all(
    [second, { ...second, operation: ulid() }].map((p) => store.recordPublish(p)),
  );
  expect(racing.map(({ kind }) => kind).sort()).toEqual(['recorded', 'stale']);
  expect((await store.publishes()).map(({ oid }) => oid)).toEqual([live.oid, (await store.live())!.oid]);
});

it('leaves a repository that git finds whole', async () => {
  const { id } = await begin();
  await approveAll(id);
  await merge(id);
  await runGit(['fsck', '--strict', '--full'], { dir: join(dir, 'repository.git') });
});
