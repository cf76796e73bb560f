import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteCatalogue } from '../siteCatalogue.ts';
import { writeFiles } from '../writeFiles.ts';
import { openPublisher, type Publisher } from '../../src/node/publish/index.ts';
import { startSiteJob } from '../../src/node/publish/runSiteJob.ts';
import { readFolder } from '../../src/node/files/index.ts';
import { binary } from '../cli/guicheng.ts';
import { randomOf } from './random.ts';

/** Kills, half of `guicheng build` in place and half of the studio's publish; `GUICHENG_RUNS=400` for the long form. */
const runs = Number(process.env['GUICHENG_RUNS'] ?? 25);
const seed = Number(process.env['GUICHENG_SEED'] ?? 1);
const date = '2026-11-26';

type Files = ReadonlyMap<string, Uint8Array>;
/** A catalogue in two forms, which differ in every page. */
let forms: [Files, Files];
/** The same in two forms of one item: what reaches few pages is made in little time. */
let itemForms: [Files, Files];
let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-publish-kills-'));
  const files = await siteCatalogue();
  const text = Buffer.from(files.get('catalogue.yaml')!).toString();
  const other = text.replace('brand: "#0f4a5c"', 'brand: "#5c1f0f"');
  expect(other).not.toBe(text);
  forms = [files, new Map(files).set('catalogue.yaml', Buffer.from(other))];
  const item = '000000/labour-dispatch-licence.yaml';
  const says = Buffer.from(files.get(item)!).toString();
  const said = says.replace(/(promised:[^]*?value: )(\d+)/, (_, a: string, b: string) => a + (Number(b) - 1));
  expect(said).not.toBe(says);
  itemForms = [files, new Map(files).set(item, Buffer.from(said))];
});
afterAll(() => rm(work, { recursive: true, force: true }));

async function pagesOf(folder: string): Promise<Map<string, string>> {
  const all = [...(await readFolder(folder))].filter(([path]) => path.endsWith('.html'));
  return new Map(all.map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
}

interface Readings {
  reads: number;
  missing: string[];
  mixed: string[];
}

/** Reads pages that both forms have, one after another, until told to stop. */
function startReaders(
  read: (path: string) => Promise<string | undefined>,
  sites: readonly [Map<string, string>, Map<string, string>],
): () => Promise<Readings> {
  const told: Readings = { reads: 0, missing: [], mixed: [] };
  const paths = [...sites[0].keys()].filter((path) => sites[1].has(path));
  const done = new AbortController();
  const reader = async () => {
    while (!done.signal.aborted)
      for (const path of paths) {
        const page = await read(path);
        told.reads++;
        if (page === undefined) told.missing.push(path);
        else if (page !== sites[0].get(path) && page !== sites[1].get(path)) told.mixed.push(path);
        // What is read must not take the time of what is killed.
        await sleep(1);
      }
  };
  const reading = Promise.all([reader(), reader()]);
  return async () => {
    done.abort();
    await reading;
    return told;
  };
}

const readIn = (path: string) => readFile(path, 'utf8').catch(() => undefined);

test('`guicheng build`, killed at any moment: readers meet whole pages of the old site or the new', async () => {
  const random = randomOf(seed);
  const [dir, out] = [join(work, 'catalogue'), join(work, 'site')];
  const build = (to = out) =>
    spawn(process.execPath, [binary, 'build', dir, '--out', to, '--date', date], { stdio: 'ignore' });
  const built = async (to?: string) => {
    const [code] = (await once(build(to), 'exit')) as [number];
    expect(code).toBe(0);
  };
  await writeFiles(dir, forms[1]);
  await built(join(work, 'other'));
  await writeFiles(dir, forms[0]);
  const from = performance.now();
  await built();
  let usual = performance.now() - from;
  const sites = [await pagesOf(out), await pagesOf(join(work, 'other'))] as const;
  const stop = startReaders((path) => readIn(join(out, path)), sites);
  const swapping = join(work, '.guicheng-site', 'swapping');
  let inSwap = 0;
  for (let n = 0; n < Math.ceil(runs / 2); n++) {
    await writeFiles(dir, forms[(n + 1) % 2]!);
    const began = performance.now();
    const child = build();
    const ended = once(child, 'exit');
    const isRunning = () => child.exitCode === null;
    // Every other kill falls into the swap, which is short.
    if (n % 2 === 0) {
      while (isRunning() && !existsSync(swapping)) await sleep(0);
      await sleep(random.below(4));
    } else await sleep(random.below(usual));
    if (existsSync(swapping)) inSwap++;
    child.kill('SIGKILL');
    await ended;
    if (child.exitCode === 0) usual = performance.now() - began;
  }
  await writeFiles(dir, forms[1]);
  await built();
  const readings = await stop();
  expect(readings).toMatchObject({ missing: [], mixed: [] });
  expect(readings.reads).toBeGreaterThan(sites[0].size);
  expect(inSwap).toBeGreaterThan(0);
  expect(await readFolder(out)).toEqual(await readFolder(join(work, 'other')));
}, 1_200_000);

test('a publish of the studio, killed at any moment: readers meet one whole site, and the next one ends it', async () => {
  const random = randomOf(seed + 1);
  const siteDir = join(work, 'live');
  const program = join(dirname(binary), 'siteProcess.js');
  /** Kills the process of a job after so many ms; none where it is not given. */
  let killIn: number | undefined;
  const open = (): Publisher =>
    openPublisher({
      siteDir,
      program: 'p',
      run: async (job) => {
        const { child, result } = startSiteJob(program, job);
        const timer = killIn === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killIn);
        return result.finally(() => clearTimeout(timer));
      },
    });
  let publisher = open();
  const publish = async (form: number) => {
    const result = await publisher.plan({
      files: itemForms[form]!,
      oid: String(form).repeat(40),
      date,
      check: true,
    });
    if (result.kind !== 'planned') throw new Error(JSON.stringify(result).slice(0, 1000));
    return publisher.publish(result.plan);
  };
  // Pages name the versions there are: both forms have been shown before what they say is taken down.
  for (const form of [1, 0, 1]) await publish(form);
  const other = await pagesOf(await realpath(join(siteDir, 'current')));
  const from = performance.now();
  await publish(0);
  const usual = performance.now() - from;
  const sites = [await pagesOf(await realpath(join(siteDir, 'current'))), other] as const;
  const told = { mixed: 0, looks: 0 };
  const differing = [...sites[0]].filter(([path, page]) => other.has(path) && other.get(path) !== page);
  const [one, two] = differing.map(([path]) => path);
  const stop = startReaders((path) => readIn(join(siteDir, 'current', path)), sites);
  const done = new AbortController();
  const looking = (async () => {
    while (!done.signal.aborted) {
      const release = await realpath(join(siteDir, 'current'));
      const [a, b] = await Promise.all([readIn(join(release, one!)), readIn(join(release, two!))]);
      told.looks++;
      if (sites.every((site) => a !== site.get(one!) || b !== site.get(two!))) told.mixed++;
      await sleep(1);
    }
  })();
  let killed = 0;
  for (let n = 0; n < Math.floor(runs / 2); n++) {
    killIn = random.below(usual / 2);
    await publish((n + 1) % 2).catch(() => killed++);
    killIn = undefined;
    // Every other time the whole server is another one.
    if (n % 2 === 1) publisher = open();
  }
  await publish(0);
  done.abort();
  await looking;
  expect(await stop()).toMatchObject({ missing: [], mixed: [] });
  expect(told.mixed).toBe(0);
  expect(told.looks).toBeGreaterThan(0);
  expect(killed).toBeGreaterThan(0);
  expect(await pagesOf(await realpath(join(siteDir, 'current')))).toEqual(sites[0]);
}, 1_200_000);
