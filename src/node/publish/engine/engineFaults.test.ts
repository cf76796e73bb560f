import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallSample } from '../../../../tests/smallSample.ts';
import { writeFiles } from '../../../../tests/writeFiles.ts';
import { readFolder } from '../../files/index.ts';
import { siteParts, type SitePart } from '../parts/index.ts';
import { buildCatalogue, type EngineOptions } from './buildCatalogue.ts';
import { checkPage, linkOf } from './checkPage.ts';
import { placesOf, recover, swapFiles } from './swapFiles.ts';

const date = '2026-11-26';
let work: string;
let dir: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-engine-faults-'));
  dir = join(work, 'catalogue');
  await writeFiles(dir, await smallSample(['public-place-hygiene-licence', 'labour-dispatch-licence']));
});
afterAll(() => rm(work, { recursive: true, force: true }));

async function built(out: string, more: Partial<EngineOptions> = {}) {
  const result = await buildCatalogue({ dir, out: join(work, out), date, program: 'p', ...more });
  if (result.kind !== 'built') throw new Error(JSON.stringify(result).slice(0, 3000));
  return result.report;
}

async function site(out: string): Promise<Map<string, string>> {
  const files = await readFolder(join(work, out));
  return new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));
}

describe('shards', () => {
  test('make together what one build makes, byte for byte; one missing is told', async () => {
    await built('whole');
    await built('s1', { shard: { index: 1, of: 2 } });
    await built('s2', { shard: { index: 2, of: 2 } });
    const folders = [join(work, 's1'), join(work, 's2')];
    await built('joined', { join: folders });
    expect(await site('joined')).toEqual(await site('whole'));
    await expect(built('half', { join: [folders[0]!] })).rejects.toThrow('missing');
    await expect(built('other', { join: folders, date: '2026-11-27' })).rejects.toThrow('not built of this');
  });
});

describe('what an earlier build left', () => {
  test.each([
    ['head.json', 'changed'],
    ['head.json', 'cut off'],
    ['items', 'changed'],
    ['items', 'cut off'],
    ['outputs', 'changed'],
    ['sources', 'changed'],
  ])('is let be where %s was %s', async (name, how) => {
    const { cache } = placesOf(join(work, 'whole'));
    const path = join(cache, name);
    const bytes = await readFile(path);
    const middle = Math.floor(bytes.length / 2);
    if (how === 'changed') bytes[middle]! ^= 1;
    await writeFile(path, how === 'changed' ? bytes : bytes.subarray(0, middle));
    expect(await built('whole')).toMatchObject({ isEarlier: false });
    expect(await built('whole')).toMatchObject({ isEarlier: true, made: 0 });
  });

  test('is let be by another program, and where a page was changed by hand', async () => {
    expect(await built('whole', { program: 'q' })).toMatchObject({ isEarlier: false });
    const page = join(work, 'whole/index.html');
    const text = await readFile(page, 'utf8');
    await writeFile(page, 'mine');
    expect(await built('whole', { program: 'q' })).toMatchObject({ isEarlier: false });
    expect(await readFile(page, 'utf8')).toBe(text);
  });
});

const page = (inner: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>页</title></head><body>${inner}</body></html>`;
const noise = Array.from({ length: 16_000 }, (_, i) => ((i * 2654435761) % 4294967296).toString(36)).join('');

describe('what is wrong', () => {
  test('in the settings stops the build before any page is made; the site stays as it was', async () => {
    const before = await site('whole');
    const theme = join(work, 'broken');
    await cp(dir, theme, { recursive: true });
    const file = join(theme, 'catalogue.yaml');
    const text = await readFile(file, 'utf8');
    const broken = text.replace(
      /^theme:\n/m,
      'theme:\n  footLinks: [{id: gone, zh: 没有, url: "gone.html"}]\n',
    );
    await writeFile(
      file,
      broken === text ? `${text}\ntheme:\n  footLinks: [{id: gone, zh: 没有, url: "gone.html"}]\n` : broken,
    );
    const result = await buildCatalogue({ dir: theme, out: join(work, 'whole'), date });
    expect(result).toMatchObject({ kind: 'errors', errors: [{ file: 'catalogue.yaml' }] });
    expect(await site('whole')).toEqual(before);
  });

  test.each([
    [
      'a link that leads nowhere',
      page('<a href="gone.html">字</a>'),
      '“511500/gone.html”在网站里没有',
      '改正它所指的标识',
    ],
    ['invalid HTML', page('<div><p>字</div>'), '</div> 结束的不是刚开始的 <p>', ''],
    ['a page over its size', page(`<p>${noise}</p>`), '超过 14336', '请缩短规程里最长的说明'],
  ])('in a page stops the build, with the place and the remedy: %s', async (_, planted, said, remedy) => {
    const before = await site('whole');
    // Templates make no such page, so one is planted among them.
    const part: SitePart = {
      kind: 'set',
      name: 'planted',
      digest: { name: 'planted', of: () => 0 },
      files: () => [{ path: '511500/planted.html', of: [], also: planted, make: () => planted }],
    };
    const parts = siteParts as SitePart[];
    parts.push(part);
    const result = await buildCatalogue({ dir, out: join(work, 'whole'), date }).finally(() => parts.pop());
    expect(result.kind).toBe('faults');
    const faults = result.kind === 'faults' ? result.faults : [];
    expect(new Set(faults.map((one) => one.page))).toEqual(new Set(['511500/planted.html']));
    const words = faults.map((one) => one.words.zh).join('\n');
    expect(words).toContain(said);
    expect(words).toContain(remedy);
    expect(await site('whole')).toEqual(before);
  });

  test('in an item stops the build, with the place and the remedy: an element that the law asks for', async () => {
    const before = await site('whole');
    const lacking = join(work, 'lacking');
    await cp(dir, lacking, { recursive: true });
    const path = '000000/labour-dispatch-licence.yaml';
    const text = await readFile(join(lacking, path), 'utf8');
    const cut = text.replace(/^fees:\n(?:[ \n].*\n?|\n)*/m, '');
    expect(cut).not.toBe(text);
    await writeFile(join(lacking, path), cut);
    const result = await buildCatalogue({ dir: lacking, out: join(work, 'whole'), date });
    const errors = result.kind === 'errors' ? result.errors : [];
    expect(errors.map(({ file }) => file)).toContain(path);
    expect(errors.map(({ message }) => message).join('\n')).toMatch(/收费.*请/);
    expect(await site('whole')).toEqual(before);
  });

  test.each([
    ['an element that is not ended', '<div><p>a</p>', '<div>'],
    ['ends that cross', '<b><i>a</b></i>', '</b>'],
    ['an id twice', '<p id="a">a</p><p id="a">b</p>', '“a”'],
    ['a label for nothing', '<label for="x">a</label>', '“x”'],
    ['a picture without words', '<img src="a.png">', 'alt'],
    ['an attribute twice', '<p class="a" class="b">a</p>', 'class'],
    ['a link into the page that leads nowhere', '<a href="#x">a</a>', '#x'],
    ['a script in an address', '<a href="javascript:x()">a</a>', 'javascript'],
    ['a block in a paragraph', '<p><div>a</div></p>', '<div>'],
    ['a link in a link', '<a href="b.html"><a href="c.html">a</a></a>', '<a>'],
  ])('is seen: %s', (_, page, said) => {
    const { faults } = checkPage('a.html', page);
    expect(faults.map(({ zh }) => zh).join('\n')).toContain(said);
  });

  test.each([
    ['a/b.html', '../c.html', 'c.html'],
    ['a/v/b.html', '../../laws/c.html#a3', 'laws/c.html#a3'],
    ['b.html', 'search.html?q=1', 'search.html'],
    ['b.html', 'https://example.org/', undefined],
    ['b.html', '../out.html', '../../out.html'],
  ])('%s leads by %s to %s', (path, address, to) => {
    expect(linkOf(path, address)).toBe(to);
  });
});

const put = (folder: string, files: Record<string, string>) =>
  writeFiles(folder, new Map(Object.entries(files)));

describe('a swap', () => {
  test('that is cut off is ended by the next build, and readers meet whole pages all along', async () => {
    const places = placesOf(join(work, 'swapped'));
    await put(places.building, { 'a.html': '1', 'x/b.html': '1', 'manifest.json': '1' });
    swapFiles(places, []);
    expect(await readFile(join(places.out, 'x/b.html'), 'utf8')).toBe('1');
    // As a kill leaves it right after the point of no return, one page on its way.
    await put(places.swapping, {
      'a.html': '2',
      'c.html': '2',
      'manifest.json': '2',
      '.swap.json': '["x/b.html"]',
    });
    recover(places);
    expect([...(await site('swapped'))]).toEqual([
      ['a.html', '2'],
      ['c.html', '2'],
      ['manifest.json', '2'],
    ]);
    expect(await readdir(dirname(places.building))).toEqual([]);
    // As a kill leaves it when the folder is being taken away.
    await put(places.swapping, { 'x/left.html': '2' });
    recover(places);
    expect(await readdir(dirname(places.building))).toEqual([]);
    expect([...(await site('swapped')).keys()]).toEqual(['a.html', 'c.html', 'manifest.json']);
  });
});
