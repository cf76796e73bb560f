import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../catalogue/index.ts';
import { readFolder } from '../../files/index.ts';
import { siteFiles } from '../siteFiles.ts';
import { buildCatalogue, type EngineOptions, type EngineResult } from './buildCatalogue.ts';
import { siteCatalogue } from '../../../../tests/siteCatalogue.ts';
import { anyChange, type Change } from './testChanges.ts';

const date = '2026-11-26';
/** `GUICHENG_RUNS=500` for the long form. */
const runs = Number(process.env['GUICHENG_RUNS'] ?? 25);

let work: string;
let dir: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-engine-'));
  dir = join(work, 'catalogue');
  const files = await siteCatalogue();
  for (const [path, bytes] of files) {
    await mkdir(join(dir, path, '..'), { recursive: true });
    await writeFile(join(dir, path), bytes);
  }
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

describe('a build', () => {
  test('is the site that a publish makes, byte for byte', async () => {
    const out = join(work, 'cold');
    const report = await built(dir, out);
    const { files, newVersions, guides } = siteFiles({
      catalogue: readCatalogue(await readFolder(dir)),
      date,
    });
    const made = await site(out);
    const wanted = new Map(
      [...files, ...newVersions].map(([path, content]) => [path, Buffer.from(content).toString('latin1')]),
    );
    expect([...made.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [path, content] of wanted)
      if (path !== 'manifest.json') expect(made.get(path), path).toBe(content);
    expect(report.guides).toBe(guides);
  });

  test('a second time makes nothing; after a touched file nothing, too', async () => {
    const out = join(work, 'cold');
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
  const files = await readFolder(dir);
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
    fc.asyncProperty(anyChange(await readFolder(dir)), async (change: Change) => {
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
