import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCatalogue, type EffectiveItem } from '../../catalogue/index.ts';
import { smallSample } from '../../../tests/smallSample.ts';
import { currentRelease, openPublisher, siteFile, type Publisher } from './index.ts';

// A site is written several times over.
vi.setConfig({ testTimeout: 60_000 });

const date = '2026-11-23';
const oid = (digit: string) => digit.repeat(40);
let files: ReadonlyMap<string, Uint8Array>;
let guides: EffectiveItem[];
let changed: ReadonlyMap<string, Uint8Array>;
let dir: string;
let publisher: Publisher;
beforeAll(async () => {
  files = await smallSample(['food-business-licence', 'public-place-hygiene-licence']);
  ({ guides } = readCatalogue(files));
  const path = '000000/public-place-hygiene-licence.yaml';
  const text = Buffer.from(files.get(path)!).toString();
  const edited = text.replace('不收费；检测费', '不收取任何费用；检测费');
  expect(edited).not.toBe(text);
  changed = new Map(files).set(path, Buffer.from(edited));
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-site-'));
  publisher = openPublisher({ siteDir: dir, program: 'p' });
});
afterEach(() => rm(dir, { recursive: true, force: true }));
async function plan(of: ReadonlyMap<string, Uint8Array>, commit: string, day = date) {
  const result = await publisher.plan({ files: of, oid: commit, date: day, check: true });
  if (result.kind !== 'planned') throw new Error(JSON.stringify(result).slice(0, 3000));
  return result.plan;
}
const publish = async (of: ReadonlyMap<string, Uint8Array>, commit: string, day?: string) =>
  publisher.publish(await plan(of, commit, day));
const shown = async (path: string) => readFile((await siteFile(dir, path))!, 'utf8');

describe('publishing', () => {
  it('shows the new content and keeps the old at its permanent address', async () => {
    const first = await publish(files, oid('a'));
    expect(first.newVersions).toHaveLength(guides.length);
    const again = await publish(files, oid('b'), '2026-11-24');
    expect(again.newVersions).toEqual([]);
    const old = first.newVersions.find((path) => path.startsWith('511500/public-place-hygiene-licence/'))!;
    const before = await shown(old);
    const third = await publish(changed, oid('c'), '2026-11-25');
    // The item is adopted in several divisions, and only its guides change.
    const adopted = guides.filter(({ id }) => id === 'public-place-hygiene-licence');
    expect(adopted.length).toBeGreaterThan(1);
    expect(third.newVersions.map((path) => path.split('/')[1])).toEqual(adopted.map(({ id }) => id));
    expect(await shown('/511500/public-place-hygiene-licence.html')).toContain('不收取任何费用');
    expect(await shown(old)).toBe(before);
    expect(before).not.toContain('不收取任何费用');
    expect(before).toContain('这是 2026-11-23 发布的版本');
    const current = await shown('511500/public-place-hygiene-licence.html');
    for (const path of [old, ...third.newVersions.filter((one) => one.startsWith('511500/'))])
      expect(current).toContain(path);
    expect(current).toMatch(
      /2026-11-25 起与上一版相比：<\/p><ul><li>收费：<del>.*?<\/del> → <ins>不收取任何费用/,
    );
    expect(before).not.toContain('与上一版相比');
  });

  it('lists what was gone back to before what was shown after it', async () => {
    const listed = async () =>
      [
        ...(await shown('511500/public-place-hygiene-licence.html')).matchAll(
          /([\d-]+) 发布的版本<\/a>(（现在公开的）)?/g,
        ),
      ].map(([, day, mark]) => [day, mark !== undefined]);
    await publish(files, oid('a'));
    await publish(changed, oid('b'), '2026-11-25');
    expect(await listed()).toEqual([
      ['2026-11-25', true],
      [date, false],
    ]);
    await publish(files, oid('c'), '2026-11-26');
    expect(await listed()).toEqual([
      [date, true],
      ['2026-11-25', false],
    ]);
  });

  it('takes the address of the site later on, and leaves versions as they are', async () => {
    const { newVersions } = await publish(files, oid('a'));
    const guide = '511500/public-place-hygiene-licence.html';
    const [version] = newVersions;
    const before = await shown(version!);
    expect(await shown(guide)).not.toContain('rel="canonical"');
    publisher = openPublisher({ siteDir: dir, program: 'p', baseUrl: 'https://guides.example' });
    const again = await publish(files, oid('a'));
    expect(again.newVersions).toEqual([]);
    expect(await shown(guide)).toContain(`<link rel="canonical" href="https://guides.example/${guide}"`);
    expect(await shown('sitemap.xml')).toContain('https://guides.example/');
    expect(await shown(version!)).toBe(before);
  });

  it('goes back, and keeps five releases beside the current one', async () => {
    for (const digit of '1234567') await publish(files, oid(digit));
    expect(await readdir(join(dir, 'releases'))).toHaveLength(6);
    const kept = (await readdir(join(dir, 'releases'))).find((name) => name.startsWith(oid('6')))!;
    const made = (await stat(join(dir, 'releases', kept))).ino;
    await publish(files, oid('6'));
    expect((await currentRelease(dir))?.oid).toBe(oid('6'));
    // A release that is kept is shown again as it stands.
    expect((await stat(join(dir, 'releases', kept))).ino).toBe(made);
  });

  it('never shows a reader half a site', async () => {
    await publish(files, oid('a'));
    const stop = new AbortController();
    let reads = 0;
    const reader = (async () => {
      while (!stop.signal.aborted) {
        const page = await shown('511500/public-place-hygiene-licence.html');
        expect(page).toMatch(/<\/html>\s*$/);
        reads++;
      }
    })();
    for (let i = 0; i < 3; i++) await publish(i % 2 === 0 ? changed : files, oid(String(i)));
    stop.abort();
    await reader;
    expect(reads).toBeGreaterThan(10);
  });

  it('does not touch what is shown when it fails', async () => {
    await publish(files, oid('a'));
    const [law] = [...files.keys()].filter((path) => path.startsWith('laws/'));
    const broken = new Map(changed).set(law!, Buffer.from('id: [unended'));
    await expect(publish(broken, oid('b'))).rejects.toThrow(`"file":"${law}"`);
    const astray = new Map(changed).set('a/../../b.yaml', Buffer.from('id: b'));
    await expect(publish(astray, oid('b'))).rejects.toThrow('No path of a catalogue: a/../../b.yaml');
    expect((await currentRelease(dir))?.oid).toBe(oid('a'));
    expect(await shown('index.html')).toContain('</html>');
  });

  it('makes again only what an edit reaches, and then what a first build makes', async () => {
    const [one, two, three] = [oid('a'), oid('b'), oid('c')];
    const first = await publish(files, one);
    const second = await publish(changed, two);
    const at = (release: string, path: string) => stat(join(dir, 'releases', release, path));
    const [kept, edited] = ['511500/food-business-licence.html', '511500/public-place-hygiene-licence.html'];
    expect((await at(second.release, kept)).ino, 'one file in both').toBe(
      (await at(first.release, kept)).ino,
    );
    expect((await at(second.release, edited)).ino).not.toBe((await at(first.release, edited)).ino);
    for (const [of, day] of [
      [files, date],
      [changed, '2026-11-24'],
    ] as const) {
      const warm = await plan(of, three, day);
      publisher = openPublisher({ siteDir: dir, program: `cold ${day}` });
      const cold = await plan(of, three, day);
      expect(cold.hashes()).toEqual(warm.hashes());
      expect([cold.release, cold.versions, cold.added]).toEqual([warm.release, warm.versions, warm.added]);
      await publisher.publish(cold);
    }
  });

  it('goes on where a publish was cut off and the templates changed the same day: the old page stays', async () => {
    const { newVersions } = await publish(files, oid('a'));
    const old = newVersions.find((path) => path.startsWith('511500/public-place-hygiene-licence/'))!;
    // As earlier templates would have made it, and as a stop before the list of versions leaves it.
    await writeFile(join(dir, 'versions', old), 'an earlier page');
    await rm(join(dir, 'versions.json'));
    const again = await publish(files, oid('b'));
    const beside = old.replace('.html', '-2.html');
    expect(again.newVersions).toEqual(newVersions.map((path) => (path === old ? beside : path)));
    expect(await shown(old)).toBe('an earlier page');
    expect(await shown(beside)).toContain('这是 2026-11-23 发布的版本');
    expect(await shown('511500/public-place-hygiene-licence.html')).toContain(beside);

    await rm(join(dir, 'versions.json'));
    const third = await publish(files, oid('b'));
    expect(third.newVersions, 'cut off again, it adds no third').toEqual(again.newVersions);
  });

  it('never changes a permanent version that appears after the plan', async () => {
    const planned = await plan(files, oid('a'));
    const [path] = planned.added;
    await mkdir(dirname(join(dir, 'versions', path!)), { recursive: true });
    await writeFile(join(dir, 'versions', path!), 'somebody else’s');
    await expect(publisher.publish(planned)).rejects.toThrow('permanent version would change');
    expect(await readFile(join(dir, 'versions', path!), 'utf8')).toBe('somebody else’s');
  });
});

it.each([
  '../versions.json',
  '/../../etc/passwd',
  'a/../../b',
  '.hidden',
  'a//b',
  'a\\b',
  'a%00',
  '',
  'nothing.html',
])('the address %j leads nowhere before a site is published', async (path) =>
  expect(await siteFile(dir, path)).toBeUndefined(),
);
