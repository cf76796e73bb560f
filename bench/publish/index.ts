// Publishing the same items by us and by general publishers: cold, checked, with search, and after one edit.
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { adoptAll, makeCorpus } from '../check/corpus.ts';
import { installPeers, versionsOf } from '../check/peers.ts';
import { runNode, takeTurns, type Run } from '../check/processes.ts';
import { only } from './parts.ts';
import { makeHugo, makePeers } from './peers.ts';
import { roomyMemory } from './roomyMemory.ts';

const guicheng = fileURLToPath(new URL('../../dist/node/guicheng.js', import.meta.url));
const date = '2026-11-26';

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  installPeers();
  // In memory where there is room: making thousands of files where thousands were just deleted can cost a disk ten
  // times what it cost the run before.
  const work = await mkdtemp(join(await roomyMemory(6e9), 'guicheng-bench-publish-'));
  try {
    const count = quick ? 1000 : 10_000;
    const dir = join(work, 'catalogue');
    await makeCorpus(dir, count);
    await adoptAll(dir, count);
    const out = join(work, 'site');
    const style = await styleOf(dir, join(work, 'first'));
    const peers = await makePeers(work, join(dir, '000000'), style);
    const hugo = await makeHugo(work, join(dir, '000000'), style);
    const ours = {
      unchecked: () => build(dir, out, ['--no-check', '--no-cache', ...only('guides', 'divisions')]),
      // As a job of CI builds, which leaves nothing for a next build; nor do the peers.
      checked: () => build(dir, out, ['--no-cache', ...only('guides', 'divisions')]),
      'checked, and kept': () => build(dir, out, only('guides', 'divisions')),
      search: () => build(dir, out, only('guides', 'divisions', 'search', 'index')),
    };
    // The build that it goes on from comes right before, and is not counted.
    const incremental = async () => {
      await build(dir, out, only('guides', 'divisions'));
      await editLimit(dir);
      return build(dir, out, only('guides', 'divisions'), false);
    };
    const general = Object.fromEntries(
      [...peers, ...(hugo === undefined ? [] : [hugo])].map(({ name, run }) => [name, run]),
    );
    const first = await takeTurns<string>({ ...general, incremental }, quick ? 1 : 3);
    await provesEqual(dir, out, join(work, 'cold'));
    // Most of the time goes to slow peers: once it is known which is the fastest, that one and we take more turns.
    const [fastestName] = Object.keys(general).sort((a, b) => first[a]!.seconds - first[b]!.seconds);
    const race = await takeTurns<string>({ [fastestName!]: general[fastestName!]!, ...ours }, quick ? 1 : 7);
    const times = { ...first, ...race };
    const fastest = times[fastestName!]!.seconds;
    const sizes = await pageSizes(work);
    const rows = Object.entries(times).map(([name, { seconds, peakMiB }]) => ({
      case: `${count} guides: ${name}`,
      seconds: round(seconds),
      'x fastest peer': round(seconds / fastest),
      // Of a program that is not of Node only Linux tells it.
      'peak MiB': peakMiB === 0 ? '' : Math.round(peakMiB),
      'bytes a page': sizes[name] ?? '',
    }));
    if (hugo === undefined) console.log('hugo is not on the PATH: it is left out, and so are ratios to it.');
    return {
      versions: { ...versionsOf('@11ty/eleventy', 'astro') },
      rows,
      result: {
        guides: count,
        ratioToFastestPeer: round(times['unchecked']!.seconds / fastest),
        ratioToFastestPeerChecked: round(times['checked']!.seconds / fastest),
        ratioToFastestPeerCheckedKept: round(times['checked, and kept']!.seconds / fastest),
        ratioToFastestPeerSearch: round(times['search']!.seconds / fastest),
        ratioIncrementalToFastestPeer: round(first['incremental']!.seconds / first[fastestName!]!.seconds),
        ...(hugo !== undefined && {
          ratioIncrementalToHugo: round(times['incremental']!.seconds / times['hugo']!.seconds),
          ...(times['hugo']!.peakMiB > 0 && {
            peakRatioToHugo: round(times['unchecked']!.peakMiB / times['hugo']!.peakMiB),
            peakRatioToHugoChecked: round(times['checked, and kept']!.peakMiB / times['hugo']!.peakMiB),
          }),
        }),
        peakMb: Math.round(times['unchecked']!.peakMiB),
        peakMbChecked: Math.round(times['checked, and kept']!.peakMiB),
        incrementalSeconds: round(times['incremental']!.seconds),
      },
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function build(dir: string, out: string, more: string[], isCold = true): Promise<Run> {
  if (isCold) {
    await rm(out, { recursive: true, force: true });
    await rm(join(out, '../.guicheng-site'), { recursive: true, force: true });
  }
  return runNode([guicheng, 'build', dir, '--out', out, '--date', date, ...more]);
}

/** Makes a promised limit of one item a day shorter, or longer again. */
async function editLimit(dir: string): Promise<void> {
  const path = join(dir, '000000/item-42.yaml');
  const text = await readFile(path, 'utf8');
  const edited = text.replace(
    /(promised:\s*\{?\s*value: )(\d+)/,
    (_, before: string, days: string) => `${before}${days === '9' ? '10' : '9'}`,
  );
  if (edited === text) throw new Error('The corpus has no promised limit where it is looked for');
  await writeFile(path, edited);
}

/** The last incremental build against a cold one of the same files. */
async function provesEqual(dir: string, out: string, cold: string): Promise<void> {
  await build(dir, cold, only('guides', 'divisions'), false);
  const [a, b] = [join(out, 'manifest.json'), join(cold, 'manifest.json')];
  const [warm, fresh] = [await readFile(a, 'utf8'), await readFile(b, 'utf8')];
  if (warm !== fresh) throw new Error('The incremental build differs from a cold one');
  for (const path of ['510000/item-42.html', '510000/index.html'])
    if (!(await readFile(join(out, path))).equals(await readFile(join(cold, path))))
      throw new Error(`The incremental build differs from a cold one in ${path}`);
}

/** The style of a guide's page of ours: each peer has it in each page, too. */
async function styleOf(dir: string, out: string): Promise<string> {
  await build(dir, out, ['--no-check', '--no-cache', ...only('guides')]);
  const page = await readFile(join(out, '510000/item-0.html'), 'utf8');
  return /<style>([^]*?)<\/style>/.exec(page)?.[1]?.trim() ?? '';
}

/** Mean bytes of a guide's page of each program. */
async function pageSizes(work: string): Promise<Record<string, number>> {
  const folders = { unchecked: 'site/510000', eleventy: 'eleventy/out/511500', astro: 'astro/dist/511500' };
  const found: Record<string, number> = {};
  for (const [name, folder] of Object.entries(folders)) {
    const pages = (await readdir(join(work, folder)))
      .filter((file) => file.startsWith('item-'))
      .slice(0, 100);
    const sizes = await Promise.all(pages.map(async (file) => (await stat(join(work, folder, file))).size));
    found[name] = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  }
  return found;
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000;
}
