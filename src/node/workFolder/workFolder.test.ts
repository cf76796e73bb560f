import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mergedChange } from '../../../tests/mergedChange.ts';
import { smallSample } from '../../../tests/smallSample.ts';
import type { Member } from '../../review/index.ts';
import { Store } from '../review/index.ts';
import { governed } from '../server/catalogue/governed.ts';
import { pull, push } from './index.ts';

const path = '000000/public-place-hygiene-licence.yaml';
const drafter: Member = {
  subject: 'local:drafter',
  name: '起草员',
  roles: ['drafter'],
  grants: [{ roles: ['drafter'], where: 'everywhere' }],
};

let work: string;
let store: Store;
let folder: string;
let made = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-folder-'));
  store = await Store.open({ dir: join(work, 'repository.git'), ...governed });
  await store.seed(await smallSample(), { subject: 'system:import', name: '导入', roles: [] });
});
afterAll(async () => {
  store?.close();
  await rm(work, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = join(work, `folder-${made++}`);
  expect((await pulled()).kind).toBe('pulled');
});

const pulled = async () =>
  pull(folder, { main: await store.main(), filesOf: (commit) => store.readCatalogue(commit) });
const pushed = (person = drafter) => push({ folder, store, person, title: '文件夹里改的' });
const text = (name = path) => readFile(join(folder, name), 'utf8');
const onMain = async () => Buffer.from((await store.readCatalogue(await store.main())).get(path)!).toString();
const change = async (from: string | RegExp, to: string) => {
  const before = await text();
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(join(folder, path), after);
};
const approve = async (from: string | RegExp, to: string) => {
  const before = await onMain();
  const content = before.replace(from, to);
  expect(content).not.toBe(before);
  await mergedChange(store, { path, content });
};

describe('pull', () => {
  it('brings all that main has, byte for byte, and nothing the second time', async () => {
    for (const [name, bytes] of await store.readCatalogue(await store.main()))
      expect((await readFile(join(folder, name))).equals(bytes), name).toBe(true);
    expect(await pulled()).toEqual({ kind: 'pulled', written: [], removed: [], merged: [], changed: [] });
  });

  it('keeps what was changed here, and brings both changes of a file together by field', async () => {
    await change('不收费', '不收取费用');
    await writeFile(join(folder, 'notes.txt'), '我的');
    await approve(/(delivery:\n\s+value: )(\d+)/, '$18');
    expect(await pulled()).toMatchObject({ written: [path], merged: [path] });
    expect(await text()).toBe((await onMain()).replace('不收费', '不收取费用'));
    expect((await pulled()).kind === 'pulled' && (await pulled())).toMatchObject({
      changed: [path, 'notes.txt'],
    });
  });

  it('writes nothing where both changed the same field, and says which', async () => {
    await change(/(delivery:\n\s+value: )(\d+)/, '$17');
    const mine = await text();
    await approve(/(delivery:\n\s+value: )(\d+)/, '$16');
    const refused = await pulled();
    expect(refused).toMatchObject({ kind: 'conflict', conflicts: [{ path }] });
    expect(refused.kind === 'conflict' && refused.conflicts[0]!.fields[0]!.field.zh).toMatch(/送达/);
    expect(await text()).toBe(mine);
    // Taken over, it pulls.
    await change(/(delivery:\n\s+value: )(\d+)/, '$16');
    expect((await pulled()).kind).toBe('pulled');
  });

  it('ends at the same files when it was cut off in between', async () => {
    await approve('不收费', '不收费用');
    await writeFile(join(folder, path), await onMain());
    expect(await pulled()).toMatchObject({ kind: 'pulled', changed: [] });
  });
});

describe('push', () => {
  it('makes one draft of all that was changed, added and taken out', async () => {
    await change('不收费', '免费');
    await mkdir(join(folder, 'objections'), { recursive: true });
    const [extra, gone] = ['000000/pushed-copy.yaml', 'governance/people.yaml'];
    await writeFile(join(folder, extra), (await text()).replace(/^id: .*$/m, 'id: pushed-copy'));
    await rm(join(folder, gone));
    const done = await pushed();
    if (done.kind !== 'pushed') throw new Error(JSON.stringify(done));
    expect(done.paths).toEqual([path, extra, gone]);
    const draft = await store.readDraft(done.draft);
    expect(draft!.changes.map((one) => [one.path, one.blob === null])).toEqual([
      [path, false],
      [extra, false],
      [gone, true],
    ]);
    expect(draft).toMatchObject({ title: '文件夹里改的', state: { kind: 'editing' } });
    expect(draft!.commits.every(({ person }) => person.subject === drafter.subject)).toBe(true);
  });

  it('makes nothing of an unchanged folder, or one that was never pulled into', async () => {
    expect(await pushed()).toEqual({ kind: 'unchanged' });
    await rm(join(folder, '.guicheng'), { recursive: true });
    expect(await pushed()).toEqual({ kind: 'neverPulled' });
  });

  it('makes no draft where main has moved on, a file may not be written, or cannot be read', async () => {
    const drafts = (await store.listDrafts()).length;
    await change('公共', '公众');
    expect(await pushed({ ...drafter, grants: [{ roles: ['drafter'], where: [] }] })).toMatchObject({
      kind: 'refused',
      path,
      isForbidden: true,
    });
    const whole = await text();
    await writeFile(join(folder, path), `${whole}a: &x 1\nb: *x\n`);
    const unread = await pushed();
    expect(unread).toMatchObject({ kind: 'refused', path });
    expect(unread.kind === 'refused' && unread.diagnostics[0]?.code).toBe('text/anchor');
    await writeFile(join(folder, path), whole);
    await writeFile(join(folder, 'a b.yaml'), 'x');
    expect(await pushed()).toMatchObject({ kind: 'refused', path: 'a b.yaml' });
    await rm(join(folder, 'a b.yaml'));
    await approve(/(delivery:\n\s+value: )(\d+)/, '$15');
    expect(await pushed()).toEqual({ kind: 'behind', paths: [path] });
    expect((await store.listDrafts()).length - drafts).toBe(1);
  });
});
