// What an approval is for, told by a real repository: what was written, what main holds, who wrote it first.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldThreads, type Deed, type Member, type Role } from '../../review/index.ts';
import { Store, type StoreOptions } from './index.ts';
import { ann, bob, law, person, policy, rev } from './testPeople.ts';

const chief = person('chief', 'administrator');
const file = '000000/food.yaml';
const text = (days: number, comment = '') =>
  `id: food${comment}\nlimits:\n  promised: {value: ${days}, unit: working-days}\nmaterials:\n  list:\n    - {id: form, copies: 1}\n    - {id: card, copies: 2}\n`;
const bytes = (one: string) => new TextEncoder().encode(one);

const roles = (held: Record<string, Role[]>) => () => (subject: string) => held[subject];

let dir: string;
let store: Store;
let rules: Partial<StoreOptions>;

const open = () =>
  Store.open({
    dir: join(dir, 'repository.git'),
    gate: () => Promise.resolve({ kind: 'pass', risk: 'legal' }),
    policy,
    ownersOf: () => [],
    subjectOf: () => (subject) => subject,
    ...rules,
  });
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-approval-'));
  rules = {};
  store = await open();
  const files = [file, '000000/other.yaml'].map((path) => [path, bytes(text(15))] as const);
  await store.seed(new Map(files), ann);
});
afterEach(async () => {
  store.close();
  await rm(dir, { recursive: true, force: true });
});

const read = async (id: string) => (await store.readDraft(id))!;
const save = async (id: string, content: string, who = ann, path = file) =>
  store.save({ draft: id, path, content, ifMatch: (await read(id)).tip, person: who, operation: ulid() });
const begin = async (who = ann, content = text(8), path = file) => {
  const created = await store.createDraft({ person: who, operation: ulid(), title: '改时限' });
  if (created.kind === 'refused') throw new Error(created.reasonEn);
  expect((await save(created.draft.id, content, who, path)).kind).toBe('saved');
  return created.draft.id;
};
const act = async (id: string, who: Member, deed: Deed, ifMatch?: string) =>
  store.act({ draft: id, deed, ifMatch: ifMatch ?? (await read(id)).tip, person: who, operation: ulid() });
const done = async (id: string, who: Member, deed: Deed) =>
  expect(await act(id, who, deed)).toMatchObject({ kind: 'done' });
const approve = (role: Role): Deed => ({ kind: 'approve', role });
const signed = async (id: string, drafter = ann) => {
  await done(id, drafter, { kind: 'submit' });
  await done(id, rev, approve('reviewer'));
  await done(id, law, approve('legal'));
};
const stateOf = async (id: string) => (await read(id)).state;
const merge = (id: string) => store.merge({ draft: id, person: law, operation: ulid() });
const onMain = async (path = file) =>
  Buffer.from((await store.readCatalogue(await store.main())).get(path) ?? '').toString();

describe('an approved draft', () => {
  it('keeps its approval through a formatter, and goes in as it is written then', async () => {
    const id = await begin();
    await signed(id);
    const formatted =
      '# 整理\n' + text(8).replace('{value: 8, unit: working-days}', '{ unit: working-days, value: 8 }');
    expect((await save(id, formatted)).kind).toBe('saved');
    const draft = await read(id);
    expect(draft.commits.at(-1)!.act.kind).toBe('reformat');
    expect(draft.state.kind).toBe('approved');
    expect((await merge(id)).kind).toBe('merged');
    expect(await onMain()).toBe(formatted);
  });

  it('is not changed by one digit, nor by a reviewer, under that name', async () => {
    const id = await begin();
    await signed(id);
    expect((await save(id, text(9))).kind).toBe('refused');
    expect((await save(id, `# 整理\n${text(8)}`, rev)).kind).toBe('refused');
    expect((await stateOf(id)).kind).toBe('approved');
  });

  it('whose commit only claims to keep the values is a draft again', async () => {
    const id = await begin();
    await signed(id);
    const { tip } = await read(id);
    const forged = await store.repository.writeCommit({
      parents: [tip],
      baseTree: (await store.repository.history(tip, 1))[0]!.tree,
      changes: new Map([[file, bytes(text(90))]]),
      message: `x\n\nGuicheng-Act: ${JSON.stringify({ act: { kind: 'reformat', files: [] }, person: ann, operation: ulid() })}\n`,
      author: ann,
      time: new Date(),
    });
    await store.repository.updateRef({ ref: `refs/heads/draft/${id}`, from: tip, to: forged.oid });
    expect((await stateOf(id)).kind).toBe('editing');
  });

  it('cannot be given on a version that was seen before the text changed', async () => {
    const id = await begin();
    await done(id, ann, { kind: 'submit' });
    const { tip } = await read(id);
    await done(id, ann, { kind: 'withdraw' });
    await save(id, text(90));
    await done(id, ann, { kind: 'submit' });
    expect((await act(id, rev, approve('reviewer'), tip)).kind).toBe('stale');
  });

  it('is asked for anew where other people would have to sign than when it was submitted', async () => {
    const id = await begin();
    await done(id, ann, { kind: 'submit' });
    for (const gate of [
      { kind: 'pass', risk: 'plain' },
      { kind: 'pass', risk: 'legal', joint: ['police'] },
    ] as const) {
      store.close();
      rules = { gate: () => Promise.resolve(gate as Awaited<ReturnType<StoreOptions['gate']>>) };
      store = await open();
      expect(await act(id, rev, approve('reviewer'))).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining('重新提交'),
      });
    }
  });

  it('is void once main holds something else in its place, whatever the order', async () => {
    const [one, two] = [await begin(), await begin(bob, text(9))];
    await signed(one);
    await signed(two, bob);
    const [first, second] = await Promise.all([merge(one), merge(two)]);
    expect([first.kind, second.kind].sort()).toEqual(['merged', 'refused']);
  });

  it('is void once other signatures are asked for, or the signer has the role no more', async () => {
    const id = await begin();
    await signed(id);
    const opened = async (more: Partial<StoreOptions>) => {
      store.close();
      rules = more;
      store = await open();
      return stateOf(id);
    };
    const three = [{ role: 'reviewer' }, { role: 'legal' }, { role: 'administrator' }] as const;
    expect(await opened({ policy: () => ({ plain: three, legal: three, override: [] }) })).toMatchObject({
      kind: 'submitted',
      signatures: [],
    });
    expect(await opened({ rolesNow: roles({ rev: [] }) })).toMatchObject({ missing: [{ role: 'reviewer' }] });
    expect(await opened({ rolesNow: roles({ rev: ['drafter'] }) })).toMatchObject({
      missing: [{ role: 'reviewer' }],
    });
    expect(await opened({ rolesNow: roles({}) })).toMatchObject({ kind: 'approved' });
  });
});

describe('who wrote it first', () => {
  it('does not approve it when another has put the same text into a draft of theirs', async () => {
    const withdrawn = await begin(bob);
    await done(withdrawn, bob, { kind: 'withdraw' });
    const id = await begin(ann);
    await done(id, ann, { kind: 'submit' });
    expect(await act(id, bob, approve('reviewer'))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('写过'),
    });
    // Rewriting the draft it was copied from hides nothing.
    await save(withdrawn, text(3), bob);
    expect((await act(id, bob, approve('reviewer'))).kind).toBe('refused');
    await done(id, rev, approve('reviewer'));
  });

  it('is not who puts the same text into a draft later', async () => {
    const id = await begin(ann);
    await done(id, ann, { kind: 'submit' });
    await new Promise((resolve) => setTimeout(resolve, 1100)); // Commits tell time by the second.
    await begin(bob);
    await done(id, bob, approve('reviewer'));
  });

  it('is who took it over, and whom it was given to', async () => {
    const id = await begin(ann);
    await begin(bob, text(5), '000000/other.yaml');
    await done(id, ann, { kind: 'assign', to: 'bob', reason: '休假' });
    expect(await read(id)).toMatchObject({ holder: { subject: 'bob' } });
    await done(id, ann, { kind: 'submit' });
    expect((await act(id, bob, approve('reviewer'))).kind).toBe('refused');
    expect((await act(id, ann, { kind: 'assign', to: 'bob', reason: '又' })).kind).toBe('refused');
    await done(id, ann, { kind: 'takeOver', reason: '回来了' });
    expect(await read(id)).toMatchObject({ holder: { subject: 'ann' } });
    await done(id, bob, approve('reviewer'));
    expect((await act(id, bob, { kind: 'takeOver', reason: '接手' })).kind).toBe('done');
    expect(await stateOf(id)).toMatchObject({ kind: 'submitted', signatures: [] });
  });
});

describe('races', () => {
  const late = async (id: string, first: () => Promise<unknown>, then: (tip: string) => Promise<unknown>) => {
    const { tip } = await read(id);
    await Promise.all([first(), then(tip)]);
  };
  it.each(Array.from({ length: 3 }, (_, i) => i))(
    'a withdrawal and an edit beside the last approval: nothing unapproved is ever on main (%i)',
    async (pause) => {
      const id = await begin();
      await done(id, ann, { kind: 'submit' });
      await done(id, rev, approve('reviewer'));
      await late(
        id,
        async () => {
          await new Promise((resolve) => setTimeout(resolve, pause * 16));
          await act(id, ann, { kind: 'withdraw' });
          await save(id, text(90));
        },
        async (tip) => {
          await act(id, law, approve('legal'), tip);
          await merge(id);
        },
      );
      expect([text(15), text(8)]).toContain(await onMain());
      const state = await stateOf(id);
      expect(state.kind === 'merged').toBe((await onMain()) === text(8));
      if (state.kind === 'merged') expect(state.signatures).toHaveLength(2);
    },
    20_000,
  );

  it('of two approvals at once each is one act, and one of them is told to look again', async () => {
    const id = await begin();
    await done(id, ann, { kind: 'submit' });
    const { tip } = await read(id);
    const both = await Promise.all([
      act(id, rev, approve('reviewer'), tip),
      act(id, law, approve('legal'), tip),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'stale']);
  });
});

describe('a suggestion', () => {
  const path = ['materials', 'list', 'card', 'copies'];
  const suggest = async (id: string, value: number) => {
    await done(id, rev, { kind: 'suggest', file, path, value, text: '一份够了' });
    return foldThreads((await read(id)).commits).at(-1)!.id;
  };

  it('is taken with one act, in the text where its element is now, and makes its author a writer', async () => {
    const id = await begin();
    await done(id, ann, { kind: 'submit' });
    const thread = await suggest(id, 1);
    // The element moved up meanwhile.
    await done(id, ann, { kind: 'withdraw' });
    const moved = text(8).replace('    - {id: form, copies: 1}\n', '') + '    - {id: form, copies: 1}\n';
    await save(id, moved);
    await done(id, ann, { kind: 'take', thread });
    const { tip, writers } = await read(id);
    const now = Buffer.from((await store.readCatalogue(tip)).get(file)!).toString();
    expect(now).toBe(moved.replace('{id: card, copies: 2}', '{id: card, copies: 1}'));
    expect([...writers].sort()).toEqual(['ann', 'rev']);
    await done(id, ann, { kind: 'submit' });
    expect((await act(id, rev, approve('reviewer'))).kind).toBe('refused');
    expect((await act(id, ann, { kind: 'take', thread })).kind, 'twice').toBe('refused');
  });

  it('is not taken over what was changed since, nor made for what is not there', async () => {
    const id = await begin();
    const thread = await suggest(id, 1);
    await save(id, text(8).replace('card, copies: 2', 'card, copies: 3'));
    expect(await act(id, ann, { kind: 'take', thread })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('改过'),
    });
    for (const [gone, value] of [
      [['materials', 'list', 'none', 'copies'], 1],
      [path, 3],
    ] as const)
      expect((await act(id, rev, { kind: 'suggest', file, path: gone, value })).kind).toBe('refused');
    await done(id, ann, { kind: 'decline', thread });
    expect((await read(id)).writers.has('rev')).toBe(false);
  });
});

describe('comments', () => {
  it('stay with their element, by whatever path they were made, and are settled by who made them', async () => {
    const id = await begin();
    await done(id, rev, { kind: 'comment', text: '？', file, path: ['materials', 'list', 1, 'copies'] });
    const [thread] = foldThreads((await read(id)).commits);
    expect(thread!.path).toEqual(['materials', 'list', 'card', 'copies']);
    await done(id, ann, { kind: 'comment', text: '有依据', thread: thread!.id });
    expect((await act(id, ann, { kind: 'resolve', thread: thread!.id })).kind).toBe('refused');
    await done(id, rev, { kind: 'resolve', thread: thread!.id });
    expect(foldThreads((await read(id)).commits)).toMatchObject([{ state: 'resolved', posts: [{}, {}] }]);
    for (const deed of [
      { kind: 'comment', text: 'x', thread: '0'.repeat(40) },
      { kind: 'resolve', thread: '0'.repeat(40) },
    ] as const)
      expect((await act(id, rev, deed)).kind).toBe('refused');
  });
});

describe('files', () => {
  it('are taken out and renamed as acts, approved and merged like any text', async () => {
    const id = await begin(ann, text(15, ' # 甲'), '000000/other.yaml');
    await done(id, ann, { kind: 'remove', file: '000000/other.yaml', reason: '已取消' });
    await done(id, ann, { kind: 'rename', file, to: '000000/meals.yaml', reason: '改名' });
    await signed(id);
    expect((await merge(id)).kind).toBe('merged');
    const files = await store.readCatalogue(await store.main());
    expect([...files.keys()]).toEqual(['000000/meals.yaml']);
    expect(Buffer.from(files.get('000000/meals.yaml')!).toString()).toBe(
      text(15).replace('id: food', 'id: meals'),
    );
  });

  it.each([
    ['where another stands', '000000/other.yaml'],
    ['out of the catalogue', '../x.yaml'],
    ['to another kind', 'laws/food.yaml'],
    ['to another division', '510000/food.yaml'],
  ])('are not renamed %s', async (_, to) => {
    const id = await begin();
    expect((await act(id, ann, { kind: 'rename', file, to, reason: '改名' })).kind).toBe('refused');
  });
});

it('an override takes it in without the missing signatures, and leaves them owed', async () => {
  const id = await begin();
  await done(id, ann, { kind: 'submit' });
  await done(id, rev, approve('reviewer'));
  expect((await act(id, law, { kind: 'override', reason: '急' })).kind).toBe('refused');
  await done(id, chief, { kind: 'override', reason: '汛期抢险' });
  expect((await store.merge({ draft: id, person: chief, operation: ulid() })).kind).toBe('merged');
  expect(await stateOf(id)).toMatchObject({ owed: [{ role: 'legal' }], override: { reason: '汛期抢险' } });
  expect((await act(id, chief, { kind: 'ratify', role: 'legal', upheld: true, text: '好' })).kind).toBe(
    'refused',
  );
  await done(id, law, { kind: 'ratify', role: 'legal', upheld: true, text: '核过' });
  expect(await stateOf(id)).toMatchObject({ owed: [], ratified: [{ person: { subject: 'law' } }] });
});
