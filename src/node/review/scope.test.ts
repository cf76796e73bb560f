// Who may write, sign and take out which files, held by the store itself.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deed, Member, Role } from '../../review/index.ts';
import { Store, type StoreOptions } from './index.ts';
import { ann, person, policy } from './testPeople.ts';

const a = '000000/a.yaml';
/** Of a text that says so, the department's; else the division's in whose folder the file stands. */
const ownersOf: StoreOptions['ownersOf'] = ({ path, now }) => {
  const above = path.startsWith('000000') ? ['000000'] : [path.slice(0, 6), '000000'];
  const words = { zh: above[0]!, en: above[0]! };
  const [, department] = /by: (\w+)/.exec(now === undefined ? '' : Buffer.from(now).toString()) ?? [];
  return department === undefined
    ? [{ kind: 'division', above, words }]
    : [{ kind: 'item', role: 'base', above, departments: [department], words }];
};

let dir: string;
let store: Store;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-scope-'));
  store = await Store.open({
    dir: join(dir, 'repository.git'),
    gate: () => Promise.resolve({ kind: 'pass', risk: 'legal' }),
    policy,
    ownersOf,
    subjectOf: () => (subject) => (subject === 'ann-too' ? 'ann' : subject),
  });
  await store.seed(new Map([[a, new TextEncoder().encode('id: a\n')]]), ann);
});
afterEach(async () => {
  store.close();
  await rm(dir, { recursive: true, force: true });
});

const create = async (who = ann) => {
  const created = await store.createDraft({ person: who, operation: ulid(), title: '改' });
  if (created.kind === 'refused') throw new Error(created.reasonEn);
  return created.draft;
};
const put = (draft: { id: string; tip: string }, who: Member, path: string, content: string) =>
  store.save({ draft: draft.id, path, content, ifMatch: draft.tip, person: who, operation: ulid() });
const begin = async () => {
  const draft = await create();
  const saved = await put(draft, ann, a, 'id: a # 改\n');
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  return { id: draft.id, tip: saved.tip };
};
const tipOf = async (id: string) => (await store.readDraft(id))!.tip;
const act = async (id: string, who: Member, deed: Deed) =>
  store.act({ draft: id, deed, ifMatch: await tipOf(id), person: who, operation: ulid() });
const within = (subject: string, role: Role, division: string, departments?: string[]): Member => ({
  subject,
  name: subject,
  roles: [role],
  grants: [{ roles: [role], where: [{ division, below: false, ...(departments && { departments }) }] }],
});

describe('scope', () => {
  const county = within('county', 'drafter', '511502');
  it('lets nobody begin a draft of a base that is not theirs', async () => {
    const begin = (file: string) =>
      store.createDraft({ person: county, operation: ulid(), title: '改', file });
    expect(await begin(a)).toMatchObject({ kind: 'refused', isForbidden: true });
    expect((await begin('511502/a.yaml')).kind).toBe('created');
    expect(await store.listDrafts()).toHaveLength(1);
  });

  it('lets nobody write, replace or take back a file that is not theirs, and moves nothing', async () => {
    const draft = await begin();
    for (const result of [
      await put(draft, county, a, 'id: a # 县里改\n'),
      await put(draft, county, '000000/new.yaml', 'id: new\n'),
      await store.revert({ draft: draft.id, path: a, ifMatch: draft.tip, person: county, operation: ulid() }),
    ])
      expect(result).toMatchObject({ kind: 'refused', isForbidden: true });
    expect(await tipOf(draft.id)).toBe(draft.tip);
    expect((await put(draft, county, '511502/a.yaml', 'id: a\n')).kind).toBe('saved');
  });

  it('lets nobody take a file out, or give it another name, that is not theirs', async () => {
    const draft = await create(county);
    for (const deed of [
      { kind: 'remove', file: a, reason: '取消' },
      { kind: 'rename', file: a, to: '000000/c.yaml', reason: '改名' },
    ] as const)
      expect(await act(draft.id, county, deed)).toMatchObject({ kind: 'refused', isForbidden: true });
    expect(await tipOf(draft.id)).toBe(draft.tip);
    expect(await act(draft.id, ann, { kind: 'remove', file: a, reason: '取消' })).toMatchObject({
      kind: 'done',
    });
  });

  it('goes by what is to be written', async () => {
    const health = within('health', 'drafter', '000000', ['health']);
    const draft = await create();
    expect((await put(draft, health, '000000/c.yaml', 'by: health\n')).kind).toBe('saved');
    expect(await put(draft, health, '000000/d.yaml', 'by: water\n')).toMatchObject({ isForbidden: true });
  });

  it('lets nobody submit, sign or return a draft with a file outside theirs', async () => {
    const { id } = await begin();
    expect(await act(id, county, { kind: 'submit' })).toMatchObject({ isForbidden: true });
    expect((await act(id, ann, { kind: 'submit' })).kind).toBe('done');
    const near = within('near', 'reviewer', '511502');
    expect(await act(id, near, { kind: 'approve', role: 'reviewer' })).toMatchObject({ isForbidden: true });
    expect(await act(id, near, { kind: 'return', reason: '不对' })).toMatchObject({ isForbidden: true });
    expect((await act(id, near, { kind: 'comment', text: '请看' })).kind).toBe('done');
    const right = within('right', 'reviewer', '000000');
    expect((await act(id, right, { kind: 'approve', role: 'reviewer' })).kind).toBe('done');
  });

  it('of one role is none of another', async () => {
    const both: Member = {
      subject: 'both',
      name: '两职',
      roles: ['drafter', 'reviewer'],
      grants: [...county.grants, { roles: ['reviewer'], where: 'everywhere' }],
    };
    const draft = await begin();
    expect(await put(draft, both, a, 'id: a # 改\n')).toMatchObject({ isForbidden: true });
  });

  it('is not written into the record', async () => {
    const { id } = await begin();
    const { commits } = (await store.readDraft(id))!;
    expect(commits.every(({ person: who }) => !('grants' in who))).toBe(true);
  });
});

describe('one person by two accounts', () => {
  it('cannot sign by one what was written by the other', async () => {
    const { id } = await begin();
    await act(id, ann, { kind: 'submit' });
    // The server tells the account apart no more than the record does.
    const other = { ...person('ann', 'reviewer'), name: '另一个账号' };
    expect(await act(id, other, { kind: 'approve', role: 'reviewer' })).toMatchObject({ kind: 'refused' });
  });

  it('written down under the other account counts as the same writer', async () => {
    const draft = await create();
    const too = person('ann-too', 'drafter');
    await put(draft, too, a, 'id: a # x\n');
    expect([...(await store.readDraft(draft.id))!.writers]).toEqual(['ann']);
  });
});
