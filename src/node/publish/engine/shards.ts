import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EngineResult, Run } from './buildCatalogue.ts';
import { hashOf } from './hashOf.ts';
import type { ItemRecord } from './records.ts';
import { adoptedText, renumbered, type Numbering } from './results.ts';
import {
  openState,
  readItems,
  readLines,
  readSources,
  saveState,
  type State,
  type StoredState,
} from './savedState.ts';
import { sourceHashes } from './sourceHashes.ts';
import { swapFiles } from './swapFiles.ts';

/** Folder of a shard's site in which it says what the join has to know; the join leaves it out. */
export const shardFolder = 'shards';

/** Shards that make no whole, or none of this catalogue. */
export class ShardProblem extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
    this.en = en;
  }
}

/** Ends the build of one shard: its guides, and beside them all that the lists have to know of them. */
export function finishShard(
  { places, results, name, frameHash, time }: Run,
  { index, of }: { index: number; of: number },
): EngineResult {
  const { outputs, made } = results.outputs();
  const state = results.state({ setting: name, frame: frameHash, time, places: [], unlisted: [], outputs });
  saveState(join(places.building, shardFolder, `${index}-of-${of}`), state);
  // Nothing of another shard, or of another day, may stand among its pages.
  rmSync(places.out, { recursive: true, force: true });
  swapFiles(places, []);
  const { places: guides, unlisted } = results.places(frameHash);
  const pages = [...outputs.keys()].filter((path) => path.endsWith('.html')).length;
  return {
    kind: 'built',
    report: {
      guides: guides.length,
      unlisted,
      pages,
      files: outputs.size,
      made,
      removed: 0,
      isEarlier: false,
      versions: [],
      kept: [],
    },
  };
}

/** Takes over what all shards know of their items. @throws ShardProblem where they are not the whole of this catalogue. */
export function joinShards(
  { bench, results, name, frameHash, options, stats }: Run,
  folders: readonly string[],
): void {
  const found = new Map<string, string>();
  for (const folder of folders)
    for (const entry of existsSync(join(folder, shardFolder)) ? readdirSync(join(folder, shardFolder)) : [])
      found.set(entry, join(folder, shardFolder, entry));
  const of = Number([...found.keys()][0]?.split('-of-')[1] ?? 0);
  const names = Array.from({ length: of }, (_, i) => `${i + 1}-of-${of}`);
  const missing = names.filter((one) => !found.has(one));
  if (of === 0 || missing.length > 0 || found.size !== of)
    throw new ShardProblem(
      `这些文件夹里没有一整套分片${missing.length > 0 ? `，缺 ${missing.join('、')}` : ''}。请先用同一个 n 生成全部分片。`,
      `These folders do not hold one whole set of shards${missing.length > 0 ? `: ${missing.join(', ')} missing` : ''}. Build all shards of the same n first.`,
    );
  const files = bench.frame.items.flatMap((plan) => plan.files);
  const ofItems = new Set(files);
  const now = sourceHashes(options.dir, stats, files, { earlier: new Map(), time: 0 });
  let known = 0;
  for (const [shard, folder] of found) {
    const stored = openState(folder);
    if (stored?.setting !== name || stored.frame !== frameHash) throw notOfThis(shard);
    for (const [path, { hash }] of readSources(stored.file('sources'))) {
      if (!ofItems.has(path)) continue;
      if (now.get(path)?.hash !== hash) throw notOfThis(shard);
      results.sources.set(path, now.get(path)!);
      known++;
    }
    takeShard({ bench, results }, stored);
  }
  if (known !== files.length) throw notOfThis(names.join('、'));
}

function takeShard({ bench, results }: Pick<Run, 'bench' | 'results'>, stored: StoredState): void {
  const numbering: Numbering = {
    questions: stored.questions.map((question) => bench.recorded.numberOf(question)),
    links: stored.links.map((link) => bench.context.linkNumber(link)),
  };
  const slim = readLines(stored.file('slim'), (rest) => rest);
  const digests = bench.context.digests.map(
    ({ name }) => [name, readLines(stored.file(`digest-${name}`), (rest) => rest)] as const,
  );
  const plans = new Map(bench.frame.items.map((plan) => [plan.id, plan]));
  for (const [id, { record }] of readItems(stored.file('items'))) {
    const ours = renumbered(JSON.parse(record) as ItemRecord, numbering);
    const of = Object.fromEntries(
      ours.guides.map(({ division }) => [
        division,
        Object.fromEntries(
          digests.flatMap(([name, texts]) => {
            const text = texts.get(`${division}/${id}`);
            return text === undefined ? [] : [[name, text]];
          }),
        ) as Record<string, string>,
      ]),
    );
    results.put(id, adoptedText(plans.get(id)!), ours, of, slim.get(id) ?? '[[],null]');
  }
}

/** Puts the pages of shards into `building`, each proven to be what its shard says. */
export function takeOver(folders: readonly string[], building: string, outputs: State['outputs']): void {
  const made = new Set<string>();
  for (const [path, { hash }] of outputs) {
    if (existsSync(join(building, path))) continue;
    const place = folders.map((folder) => join(folder, path)).find((one) => existsSync(one));
    if (place === undefined || hashOf(readFileSync(place)) !== hash)
      throw new ShardProblem(
        `分片的页面“${path}”不在或者被改过。请重新生成它的分片。`,
        `The page "${path}" of a shard is missing or was changed. Build its shard again.`,
      );
    const to = join(building, path);
    if (!made.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    made.add(dirname(to));
    linkOrCopy(place, to);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one without links: then it is copied, and that failing is a failure.
    copyFileSync(from, to);
  }
}

function notOfThis(shard: string): ShardProblem {
  return new ShardProblem(
    `分片 ${shard} 不是由这份目录、这一天、同样的选项和程序生成的。请用同样的输入重新生成。`,
    `Shard ${shard} was not built of this catalogue, day, options and program. Build it again of the same.`,
  );
}
