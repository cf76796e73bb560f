import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../catalogue/index.ts';
import { readFolder } from '../../files/index.ts';
import { manifestFiles, manifestName } from '../manifest.ts';
import { buildCatalogue, type EngineOptions, type EngineResult } from './buildCatalogue.ts';
import { hashOf } from './hashOf.ts';
import { builtSite, type BuiltSite } from '../../../../tests/builtSite.ts';
import { siteCatalogue } from '../../../../tests/siteCatalogue.ts';
import { writeFiles } from '../../../../tests/writeFiles.ts';
import { anyChange, type Change } from './testChanges.ts';

const date = '2026-11-26';
/** `GUICHENG_RUNS=500` for the long form. */
const runs = Number(process.env['GUICHENG_RUNS'] ?? 25);

let work: string;
let dir: string;
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-engine-'));
  dir = join(work, 'catalogue');
  files = await siteCatalogue();
  await writeFiles(dir, files);
});
afterAll(() => rm(work, { recursive: true, force: true }));

const build = (from: string, out: string, more: Partial<EngineOptions> = {}): Promise<EngineResult> =>
  buildCatalogue({ dir: from, out, date, program: 'p', ...more });

async function built(from: string, out: string, more: Partial<EngineOptions> = {}) {
  const result = await build(from, out, more);
  if (result.kind !== 'built') throw new Error(JSON.stringify(result).slice(0, 3000));
  return result.report;
}

async function site(folder: string): Promise<Map<string, string>> {
  return new Map(
    [...(await readFolder(folder))].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]),
  );
}

describe('a site', () => {
  const food = '511500/food-business-licence.html';
  let made: BuiltSite;
  beforeAll(async () => {
    made = await builtSite(files, { date, baseUrl: 'https://guide.example.cn' });
  });

  test('has a page of each guide, and a manifest of all files', () => {
    const pages = [...made.files.keys()].filter((path) => /^\d{6}\/(?!index)[^/]+\.html$/.test(path));
    expect(pages).toContain(food);
    expect(made.report.guides).toBe(pages.length);
    const listed = manifestFiles(Buffer.from(made.files.get(manifestName)!).toString());
    expect([...Object.keys(listed), manifestName].sort()).toEqual([...made.files.keys()].sort());
    for (const [path, hash] of Object.entries(listed)) expect(hashOf(made.files.get(path)!), path).toBe(hash);
    expect(Buffer.from(made.files.get(food)!).toString()).toContain(
      `<link rel="canonical" href="https://guide.example.cn/${food}"`,
    );
  });

  test('shows nothing of who holds a post', () => {
    const { sources } = readCatalogue(files);
    const [staff] = [...sources.values()].filter(({ kind }) => kind === 'staff');
    const { holders } = staff!.written as { holders: { name: string; number: string }[] };
    expect(holders.length).toBeGreaterThan(0);
    for (const [path, content] of made.files) {
      expect(path).not.toMatch(/^staff/);
      const text = Buffer.from(content).toString();
      expect(
        holders.filter(({ name, number }) => text.includes(name) || text.includes(number)),
        path,
      ).toEqual([]);
    }
  });

  test('publishes as a permit nothing that the list of its division leaves out or cancels', async () => {
    const path = 'lists/newest.yaml';
    const list = Buffer.from(files.get(path)!).toString();
    const line = '  - {id: food-business-licence, name: 甲, authority: 乙, decision: retain}\n';
    expect(list).toContain(line);
    expect(made.report.unlisted).toEqual([]);
    for (const instead of ['', line.replace('retain', 'cancel')]) {
      const listed = new Map(files).set(path, Buffer.from(list.replace(line, instead)));
      const { report, files: without } = await builtSite(listed, { date, check: false });
      expect(report.unlisted).toEqual(['511500/food-business-licence']);
      expect(report.guides).toBe(made.report.guides - 1);
      expect([...without.keys()].filter((one) => one.startsWith(food.replace('.html', '')))).toEqual([]);
    }
  });

  test('leaves out what is not yet in force', async () => {
    for (const [day, guides] of [
      ['2026-01-04', 0],
      ['2026-01-05', 4],
    ] as const)
      expect((await builtSite(files, { date: day, check: false })).report.guides, day).toBe(guides);
  });
});

describe('a build', () => {
  test('a second time makes nothing; after a touched file nothing, too', async () => {
    const out = join(work, 'again');
    await built(dir, out);
    const file = join(dir, '000000/labour-dispatch-licence.yaml');
    await writeFile(file, await readFile(file));
    expect(await built(dir, out)).toMatchObject({ made: 0, removed: 0, isEarlier: true });
  });

  test('makes only what an edit reaches', async () => {
    const [changed, out] = [join(work, 'edited'), join(work, 'edited-site')];
    await cp(dir, changed, { recursive: true });
    await built(changed, out);
    const before = await site(out);
    const file = join(changed, '000000/labour-dispatch-licence.yaml');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(
        /(promised:[^]*?value: )(\d+)/,
        (_, before: string, days: string) => `${before}${Number(days) - 1}`,
      ),
    );
    await built(changed, out);
    const after = await site(out);
    const different = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(different.length).toBeGreaterThan(1);
    expect(
      different.filter(
        (path) => /^\d{6}\/(?!labour)[a-z-]+\.html$/.test(path) && !path.endsWith('index.html'),
      ),
    ).toEqual([]);
  });
});

test('changes reach every kind of file, and theme and code lists by themselves', async () => {
  const met = fc.sample(anyChange(files), 1000).map(({ words }) => words.replace(/^.* in /, ''));
  for (const kind of 'bundles lists agencies centres calendars laws extension forms 000000 511500'.split(' '))
    expect(
      met.some((place) => place.startsWith(kind)),
      kind,
    ).toBe(true);
  expect(met).toContain('catalogue.yaml under theme');
  expect(met).toContain('catalogue.yaml under codeLists');
});

test(`after any change a build is what a cold build is (${runs} changes)`, async () => {
  const [changed, out] = [join(work, 'any'), join(work, 'any-site')];
  await cp(dir, changed, { recursive: true });
  await built(changed, out);
  let n = 0;
  const counts = { built: 0, errors: 0, faults: 0 };
  await fc.assert(
    fc.asyncProperty(anyChange(files), async (change: Change) => {
      change.apply(changed);
      const cold = join(work, `cold-${n++}`);
      const [warm, fresh] = [await build(changed, out), await build(changed, cold)];
      counts[warm.kind]++;
      if (warm.kind === 'built' && fresh.kind === 'built') {
        expect(await site(out), change.words).toEqual(await site(cold));
        expect(warm.report.unlisted, change.words).toEqual(fresh.report.unlisted);
      } else {
        expect(warm, change.words).toEqual(fresh);
        // Unchecked it is made all the same, from what the checked build before left and from nothing.
        await built(changed, `${out}-unchecked`, { check: false });
        await built(changed, cold, { check: false });
        expect(await site(`${out}-unchecked`), change.words).toEqual(await site(cold));
        await cp(dir, changed, { recursive: true });
      }
      for (const one of [cold, join(work, `.guicheng-cold-${n - 1}`)])
        await rm(one, { recursive: true, force: true });
    }),
    { numRuns: runs, endOnFailure: true },
  );
  if (runs > 25) console.log(`${runs} changes: ${JSON.stringify(counts)}`);
  expect(counts.built).toBeGreaterThan(0);
}, 1_800_000);
