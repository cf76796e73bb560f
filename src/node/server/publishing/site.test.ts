import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../../api/index.ts';
import { builtSite } from '../../../../tests/builtSite.ts';
import { mergedChange } from '../../../../tests/mergedChange.ts';
import { smallSample } from '../../../../tests/smallSample.ts';
import { readFolder } from '../../files/index.ts';
import { currentRelease, today } from '../../publish/index.ts';
import { Store } from '../../review/index.ts';
import { governed } from '../catalogue/governed.ts';
import { openSite, type Site } from './site.ts';

const person: Person = { subject: 'local:administrator', name: '管理员', roles: ['administrator'] };
const guide = '511500/public-place-hygiene-licence.html';
const file = '000000/public-place-hygiene-licence.yaml';

// A publish flushes every file to the disk, which may be slow.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** As little as has a guide that can change: each publish makes every page durable. */
const sample = await smallSample(['public-place-hygiene-licence', 'labour-dispatch-licence']);

let work: string;
let dir: string;
let store: Store;
let site: Site;
let now: Date;
beforeEach(async () => {
  now = new Date(2026, 10, 23, 12);
  work = await mkdtemp(join(tmpdir(), 'guicheng-live-'));
  dir = join(work, 'site');
  store = await Store.open({ dir: join(work, 'repository.git'), ...governed });
  await store.seed(sample, person);
  site = open();
});
afterEach(async () => {
  store.close();
  await rm(work, { recursive: true, force: true });
});

const open = () => openSite({ store, dir, clock: () => now });
const shown = async (path = guide) => readFile((await site.file(path))!, 'utf8');
const showing = async () => (await currentRelease(dir))?.oid;

/** Takes a change into main through a draft that is signed. */
async function changeMain(words = '不收取任何费用'): Promise<string> {
  const text = Buffer.from((await store.readCatalogue(await store.main())).get(file)!).toString();
  return mergedChange(store, { path: file, content: text.replace('不收费；检测费', `${words}；检测费`) });
}

/** Writes to main past the studio. */
async function pushMain(): Promise<string> {
  const main = await store.main();
  const { oid } = await store.repository.writeCommit({
    parents: [main],
    baseTree: (await store.repository.history(main, 1))[0]!.tree,
    changes: new Map([[file, Buffer.from('id: public-place-hygiene-licence\n')]]),
    message: 'change',
    author: person,
    time: now,
  });
  await store.repository.updateRef({ ref: 'refs/heads/main', from: main, to: oid });
  return oid;
}

/** Every file of the site's folder, to be compared quickly. */
async function folder(): Promise<[string, string][]> {
  return [...(await readFolder(dir))].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
}

/** Publishes main with the server stopped between swap and record, and opens the site anew as a start does. */
async function publishCutOff(): Promise<void> {
  vi.spyOn(store, 'recordPublish').mockRejectedValueOnce(new Error('stopped'));
  await expect(site.publish({ person })).rejects.toThrow('stopped');
  site = open();
}

test('what was pushed to main past the studio is not shown, and says so', async () => {
  await changeMain();
  await site.publish({ person });
  const before = await showing();
  const oid = await pushMain();
  await expect(site.publish({ person })).rejects.toThrow(new RegExp(`bypassed review \\(${oid}\\)`));
  expect(await showing()).toBe(before);
  expect((await store.live())?.main).toBe(before);
});

test('a guide says when and by what duty it was approved last, one that was only imported does not', async () => {
  await site.publish({ person });
  expect(await shown()).not.toContain('最后审核');
  await changeMain();
  await site.publish({ person });
  expect(await shown()).toMatch(/<dt>最后审核 .*?<\/dt><dd>\d{4}-\d\d-\d\d，审核、法制审核<\/dd>/);
});

test('the server publishes the very bytes that `guicheng build` writes', async () => {
  await site.publish({ person });
  const { files: built } = await builtSite(sample, { date: today(now) });
  const released = new Map([
    ...(await readFolder(join(dir, 'releases', (await currentRelease(dir))!.name))),
    // What a version says, for the next to be compared with, is kept where there is a next.
    ...[...(await readFolder(join(dir, 'versions')))].filter(([path]) => !path.endsWith('.json')),
  ]);
  expect([...released.keys()].sort()).toEqual([...built.keys()].sort());
  // The list of a folder has its versions in it.
  for (const [path, bytes] of built)
    if (path !== 'manifest.json') expect(Buffer.compare(released.get(path)!, bytes), path).toBe(0);
});

test('how far a publish is can be asked while it goes on', async () => {
  expect(site.progress()).toEqual({});
  const told = new Set<string | undefined>();
  const over = new AbortController();
  const publishing = site.publish({ person }).finally(() => over.abort());
  while (!over.signal.aborted) {
    told.add(site.progress().step?.kind);
    await new Promise((done) => setImmediate(done));
  }
  await publishing;
  expect([...told]).toEqual(expect.arrayContaining(['reading', 'writing', 'release']));
  expect(site.progress()).toEqual({});
});

describe('a stop', () => {
  test('between swap and record: the next start records who published what', async () => {
    await site.publish({ person });
    const main = await changeMain();
    await publishCutOff();
    expect(await showing(), 'readers have the new site').toBe(main);
    expect((await store.live())!.main).not.toBe(main);

    now = new Date(2026, 10, 25, 12);
    await site.resume();
    expect(await store.live()).toMatchObject({ main, date: '2026-11-23' });
    expect(await store.publishes()).toHaveLength(2);
    const [commit] = await store.repository.history((await store.live())!.oid, 1);
    expect(commit!.message).toContain(person.subject);
    expect((await site.view()).live!.oid).toBe(main);
    await site.resume();
    expect(await store.publishes(), 'once').toHaveLength(2);
  });

  test('at the very first publish is finished too', async () => {
    await publishCutOff();
    await site.resume();
    expect((await store.live())!.main).toBe(await store.main());
  });

  test('before the swap: the publish is finished for the day on which it was begun', async () => {
    await site.publish({ person });
    const old = (await currentRelease(dir))!.oid;
    const main = await changeMain();
    const { oid: onto } = (await store.live())!;
    const intent = { main, date: '2026-11-24', onto, person, operation: ulid() };
    await writeFile(join(dir, 'publishing.json'), JSON.stringify(intent));
    expect(await showing()).toBe(old);
    site = open();
    await site.resume();
    expect(await store.live()).toMatchObject({ main, date: '2026-11-24' });
    expect(await shown()).toContain('不收取任何费用');
    expect((await readdir(dir)).sort()).toEqual([
      '.staging',
      'current',
      'releases',
      'versions',
      'versions.json',
    ]);
  });

  test('after the record: nothing is published twice', async () => {
    await site.publish({ person });
    const live = (await store.live())!;
    const intent = { main: live.main, date: live.date, person, operation: live.operation };
    await writeFile(join(dir, 'publishing.json'), JSON.stringify(intent));
    await site.resume();
    expect(await store.live()).toEqual(live);
  });

  test('is also mended by the next publish, without a start', async () => {
    await publishCutOff();
    const main = await changeMain();
    await site.publish({ person });
    expect((await store.publishes()).map((one) => one.main)).toEqual([expect.any(String), main]);
  });
});

test('a failure before the swap leaves what is shown, and nothing to finish', async () => {
  await site.publish({ person });
  const before = await shown();
  await changeMain();
  await rm(join(dir, 'versions', '511500', 'public-place-hygiene-licence'), { recursive: true });
  // Where the versions of the guide would go stands something else.
  await writeFile(join(dir, 'versions', '511500', 'public-place-hygiene-licence'), '');
  await expect(site.publish({ person })).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect(await shown()).toBe(before);
  expect(await readdir(dir)).not.toContain('publishing.json');
  expect(await store.publishes()).toHaveLength(1);
});

test('a folder that is lost comes back from the record, versions and their days included', async () => {
  await site.publish({ person });
  now = new Date(2026, 10, 25, 12);
  await changeMain();
  await site.publish({ person });
  const before = await folder();
  await rm(dir, { recursive: true });
  now = new Date(2026, 11, 1, 12);
  site = open();
  expect(await site.file('')).toBeUndefined();
  await site.resume();
  expect(await folder()).toEqual(before);
  expect(await store.publishes()).toHaveLength(2);
});

test('a folder that shows something that was never recorded follows the record', async () => {
  await site.publish({ person });
  const before = await shown();
  const live = await store.live();
  await changeMain();
  await publishCutOff();
  await rm(join(dir, 'publishing.json'));
  expect(await shown()).not.toBe(before);
  await site.resume();
  expect(await showing()).toBe(live!.main);
});

test('somebody who published from another server meanwhile is not written over', async () => {
  await site.publish({ person });
  const theirs = await changeMain('一分钱也不收');
  const record = store.recordPublish.bind(store);
  vi.spyOn(store, 'recordPublish').mockImplementationOnce(async (mine) => {
    await record({ ...mine, main: theirs, operation: ulid() });
    return record(mine);
  });
  await expect(site.publish({ person })).rejects.toMatchObject({ problem: { kind: 'stale' } });
  expect(await showing()).toBe(theirs);
  expect((await store.live())!.main).toBe(theirs);
});

test('what another server publishes, or goes back to, is shown here as well', async () => {
  await site.publish({ person });
  const [first, elsewhere] = [
    await store.main(),
    openSite({ store, dir: join(work, 'elsewhere'), clock: () => now }),
  ];
  await elsewhere.resume();
  const second = await changeMain();
  await elsewhere.publish({ person });
  expect(await showing()).toBe(first);
  await site.tick();
  expect(await showing()).toBe(second);
  const { history } = await site.view();
  await elsewhere.goBack({ person, to: history[1]!.publish, reason: '写错了' });
  await site.tick();
  expect(await showing()).toBe(first);
  expect((await store.publishes()).length).toBe(3);
});

test('after a publish nothing is pending, as a server finds that plans anew, until main changes', async () => {
  await site.publish({ person });
  const told = await site.view();
  expect(told.pending).toEqual([]);
  site = open();
  expect(await site.view()).toEqual(told);
  await changeMain();
  expect((await site.view()).pending.map(({ id }) => id)).toContain('public-place-hygiene-licence');
});

test('the same main on a later day is published again only when its pages differ', async () => {
  await site.publish({ person });
  now = new Date(2026, 10, 24, 12);
  const { pending } = await site.view();
  expect(pending, 'no guide changes by the passing of a day').toEqual([]);
});

describe('going back', () => {
  test('shows what a publish showed before, says why, and the next publish shows main again', async () => {
    await site.publish({ person });
    const first = (await store.live())!;
    await changeMain('暂不收取任何费用');
    await site.publish({ person });
    expect(await shown()).toContain('暂不收取任何费用');

    await site.goBack({ person, to: first.oid, reason: '费用写错了' });
    expect(await shown()).not.toContain('暂不收取任何费用');
    const { history, live, pending, main } = await site.view();
    expect(history.map(({ main: of, reason }) => [of === first.main, reason])).toEqual([
      [true, '费用写错了'],
      [false, undefined],
      [true, undefined],
    ]);
    expect(live!.oid).toBe(first.main);
    expect(pending.map(({ id }) => id)).toContain('public-place-hygiene-licence');

    await site.publish({ person });
    expect(await shown()).toContain('暂不收取任何费用');
    expect((await site.view()).live!.oid).toBe(main);
  });

  test('to what was never published is refused; the same operation again goes back once', async () => {
    await site.publish({ person });
    const first = (await store.live())!;
    await changeMain();
    await site.publish({ person });
    await expect(site.goBack({ person, to: await store.main(), reason: 'x' })).rejects.toMatchObject({
      status: 404,
    });
    const operation = ulid();
    await site.goBack({ person, to: first.oid, reason: '一次', operation });
    await site.goBack({ person, to: first.oid, reason: '一次', operation });
    expect(await store.publishes()).toHaveLength(3);
  });

  test('a stop between swap and record ends gone back, with the reason', async () => {
    await site.publish({ person });
    const first = (await store.live())!;
    await changeMain();
    await site.publish({ person });
    const record = vi.spyOn(store, 'recordPublish').mockRejectedValueOnce(new Error('cut off'));
    await expect(site.goBack({ person, to: first.oid, reason: '断电' })).rejects.toThrow('cut off');
    record.mockRestore();
    site = open();
    await site.resume();
    expect(await store.live()).toMatchObject({ main: first.main, reason: '断电' });
    expect(await showing()).toBe(first.main);
  });
});

describe('a publish that is set for a time', () => {
  const at = () => new Date(now.getTime() + 3_600_000).toISOString();

  test('happens then, of main as it is then, under the name of who set it, and once', async () => {
    await site.publish({ person });
    const setter: Person = { ...person, subject: 'local:chief', name: '主任' };
    await site.schedule({ person: setter, at: at() });
    await changeMain('暂不收取任何费用');
    await site.tick();
    expect(await shown(), 'its time has not come').not.toContain('暂不收取任何费用');
    expect((await site.view()).scheduled).toEqual({ at: at(), by: '主任' });

    now = new Date(now.getTime() + 3_600_001);
    // Another server looks at the same moment.
    const other = openSite({ store, dir: join(work, 'other'), clock: () => now });
    await site.tick();
    await Promise.all([site.tick(), other.tick()]);
    expect(await shown()).toContain('暂不收取任何费用');
    const all = await store.publishes();
    expect(all.map(({ person: { name } }) => name)).toEqual(['管理员', '主任']);
    expect((await site.view()).scheduled).toBeUndefined();
  });

  test('is not done while main may not be shown, and says why', async () => {
    await site.publish({ person });
    const before = await showing();
    await site.schedule({ person, at: at() });
    await pushMain();
    now = new Date(now.getTime() + 3_600_001);
    await expect(site.tick()).rejects.toThrow('bypassed review');
    expect((await site.view()).scheduled!.problem!.messageEn).toContain('bypassed review');
    expect(await showing()).toBe(before);
  });

  test('can be set anew and taken back; a time that is past, or before anything was published, is refused', async () => {
    await expect(site.schedule({ person, at: at() })).rejects.toMatchObject({ status: 422 });
    await site.publish({ person });
    await expect(site.schedule({ person, at: now.toISOString() })).rejects.toMatchObject({ status: 422 });
    await site.schedule({ person, at: at() });
    const later = new Date(now.getTime() + 7_200_000).toISOString();
    await site.schedule({ person, at: later });
    expect((await site.view()).scheduled!.at).toBe(later);
    await site.schedule({ person, at: undefined });
    expect((await site.view()).scheduled).toBeUndefined();
    now = new Date(now.getTime() + 10_000_000);
    await site.tick();
    expect(await store.publishes()).toHaveLength(1);
  });
});
