import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPath, readCatalogue } from '../../../catalogue/index.ts';
import { checkCatalogue, onceEach, ordered } from '../../../check/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { readFolder } from '../../files/index.ts';
import { manifestFiles, manifestName } from '../manifest.ts';
import { siteParts } from '../parts/index.ts';
import { checkAcross, checkFrame, wholeItems } from './checkAcross.ts';
import { hashOf, hashOfJson } from './hashOf.ts';
import { batches, ofShard, type Batch, type Shard } from './itemWorker.ts';
import { brokenLinks } from './brokenLinks.ts';
import type { LastCheck } from '../lastCheckOf.ts';
import type { NewVersion } from './keptVersions.ts';
import { makeSets } from './makeSets.ts';
import type { PageFault } from './records.ts';
import { DamagedState, saveState } from './savedState.ts';
import { Results, type Numbering } from './results.ts';
import { finishShard, joinShards, takeOver } from './shards.ts';
import { attachmentsOf, sourceHashes } from './sourceHashes.ts';
import { listFiles, statFiles, statOf, type FileStat } from './statFiles.ts';
import { placesOf, recover, swapFiles, type Places } from './swapFiles.ts';
import { startThreads, type Threads } from './threads.ts';
import { openWorkbench, type BenchSetting, type Workbench } from './workbench.ts';
import { workItem } from './workItem.ts';

export interface EngineOptions {
  /** Folder of the catalogue. */
  dir: string;
  /** Folder of the site: missing, empty, or a site that was built before. */
  out: string;
  /** Day for which the site is made, YYYY-MM-DD. */
  date: string;
  baseUrl?: string;
  /** Folder of a site that keeps versions: new ones are not among the files of the site but beside it, to be kept. */
  versions?: string;
  /** Who approved last what each file of the catalogue says, by its path. */
  checks?: Readonly<Record<string, LastCheck>>;
  /** Names of the parts that are left out. */
  without?: readonly string[];
  /** Whether what is wrong stops the build; on unless said. */
  check?: boolean;
  /** Hash of the program: pages of another one are made again. Where it is not known nothing is kept for the next build. */
  program?: string;
  /** Program of a thread, and how many beside this one. */
  worker?: string;
  threads?: number;
  /** Only the guides of each `of`th item from `index` (from 1), with what a join needs of them. */
  shard?: Shard;
  /** Folders of all shards, to be made one site. */
  join?: readonly string[];
  progress?(step: Step): void;
}

export interface Step {
  kind: 'items' | 'lists' | 'writing';
  done: number;
  all: number;
}

export type EngineResult =
  | { kind: 'built'; report: EngineReport }
  /** What is wrong in the catalogue; nothing was changed. */
  | { kind: 'errors'; errors: Diagnostic[] }
  /** What is wrong in pages that were made; nothing was changed. */
  | { kind: 'faults'; faults: PageFault[] };

export interface EngineReport {
  guides: number;
  /** Permits that the list of their division leaves out, as `division/id`. */
  unlisted: string[];
  pages: number;
  files: number;
  /** Files that were made by this build, and that it took away; the others stand as they were. */
  made: number;
  removed: number;
  /** Whether an earlier build was there to go on from. */
  isEarlier: boolean;
  /** Where versions are kept: what this build adds to them. */
  versions: NewVersion[];
  /** Their pages and records, by path in `versionsFolder`. */
  kept: string[];
}

/** One build under way. */
export interface Run {
  options: EngineOptions;
  places: Places;
  bench: Workbench;
  /** Of all files of the catalogue; of the attachments alone where nothing is left for another build. */
  stats: ReadonlyMap<string, FileStat>;
  results: Results;
  threads: RunThreads;
  /** Hash of all that every page depends on. */
  name: string;
  /** Hash of the files that are no items. */
  frameHash: string;
  /** When it began, ms. */
  time: number;
}

/**
 * Builds the site of a catalogue. The same catalogue, day and program give the same bytes, whether in one go, by
 * threads, after an earlier build or out of shards. Readers of `out` meet whole pages only, and where anything is wrong
 * the site stays as it was.
 */
export async function buildCatalogue(options: EngineOptions): Promise<EngineResult> {
  const places = placesOf(options.out);
  recover(places);
  try {
    return await buildOnce(options, options.program !== undefined && options.shard === undefined);
  } catch (error) {
    if (!(error instanceof DamagedState)) throw error;
    // What an earlier build left is of use only as long as it is whole.
    return await buildOnce(options, false);
  } finally {
    rmSync(places.building, { recursive: true, force: true });
  }
}

async function buildOnce(options: EngineOptions, mayGoOn: boolean): Promise<EngineResult> {
  const threads = new RunThreads(options);
  try {
    return await buildWith(threads, options, mayGoOn);
  } finally {
    await threads.stop();
  }
}

async function buildWith(
  threads: RunThreads,
  options: EngineOptions,
  mayGoOn: boolean,
): Promise<EngineResult> {
  const { dir, date, baseUrl, check = true, without = [], shard, join: shards, progress } = options;
  const time = Date.now();
  const places = placesOf(options.out);
  rmSync(places.building, { recursive: true, force: true });
  mkdirSync(places.building, { recursive: true });
  const parts = siteParts.map(({ name }) => name).filter((name) => !without.includes(name));
  rmSync(places.versions, { recursive: true, force: true });
  const leaves = options.program !== undefined || shard !== undefined || shards !== undefined;
  const setting: BenchSetting = {
    dir,
    date,
    baseUrl,
    parts,
    check,
    leaves,
    folder: places.building,
    checks: options.checks,
    versions:
      options.versions === undefined ? undefined : { siteDir: options.versions, folder: places.versions },
  };
  const files = listFiles(dir);
  const goesOn = mayGoOn && shards === undefined;
  // Where surely nothing is there to go on from, the threads begin while this one looks at the files and reads what is
  // no item.
  if (shards === undefined && !(goesOn && existsSync(places.cache))) threads.start(setting, files);
  // A file that changes from now on is read again by the next build, whichever of its states is seen here.
  const stats = statFiles(dir, leaves ? files : attachmentsOf(files));
  const bench = openWorkbench(setting, files);
  const { frame, context } = bench;
  const { ready } = context;
  const { divisions } = frame.lookups.config;
  const extension = frame.sources.get(extensionPath)?.text;
  const keeps = options.versions !== undefined;
  const name = hashOfJson([options.program, date, baseUrl, parts, check, extension, divisions, keeps]);
  const results =
    (goesOn ? Results.open(places, name, bench, stats) : undefined) ?? Results.empty(bench, stats);
  const attachments = sourceHashes(dir, stats, attachmentsOf(files), {
    earlier: results.sources,
    time: results.time,
  });
  for (const [path, source] of attachments) results.sources.set(path, source);
  const texts = [
    ...[...frame.sources].map(([path, { text }]) => `${path} ${hashOf(text)}`),
    ...[...attachments].map(([path, { hash }]) => `${path} ${hash}`),
    ...frame.adoptedNowhere.map(({ file, id }) => `${file} ${id}`),
  ];
  const run: Run = {
    options,
    places,
    bench,
    stats,
    results,
    threads,
    name,
    frameHash: hashOf(texts.join('\n')),
    time,
  };
  const isSameFrame = results.frame === run.frameHash;

  const changedItems = shards === undefined ? changedFiles(run) : new Set<string>();
  const changed = results.changedAnswers(run.frameHash, changedItems);

  const errors: Diagnostic[] = [];
  if (ready !== undefined && (!isSameFrame || results.frameReads.some((read) => changed.has(read)))) {
    const { result, reads } = bench.recorded.during(() => checkFrame(frame, { ...context, ready }));
    errors.push(...result);
    results.frameReads = reads;
  }
  if (bench.needsAll.length > 0) {
    const found = checkCatalogue(readCatalogue(await readFolder(dir)), date);
    errors.push(...found.filter(({ severity }) => severity === 'error'));
  }
  if (errors.length > 0) return { kind: 'errors', errors };

  if (shards === undefined) {
    const wanted = ofShard(results.wanted(changedItems, changed), shard);
    if (!results.isEarlier) threads.start(setting, files);
    results.forget(new Set(frame.items.map(({ id }) => id)));
    const stopped = await workAll(run, wanted, changed);
    if (stopped !== undefined) return stopped;
    if (shard !== undefined) return finishShard(run, shard);
  } else joinShards(run, shards);

  const whole = wholeItems(frame);
  const isSameWhole = ![...changedItems].some((id) => whole.ids.has(id));
  if (ready !== undefined && !(isSameFrame && isSameWhole && !results.slimChanged)) {
    errors.push(...checkAcross({ frame, ready, whole, items: results.slimChains() }));
  }
  if (errors.length > 0) return { kind: 'errors', errors };
  const { places: guides, unlisted, isSame } = results.places(run.frameHash);
  progress?.({ kind: 'lists', done: 0, all: guides.length });
  const faults = makeSets({ bench, results, changed, places: guides, isSameOrder: isSame });
  return finish(run, { faults, guides, unlisted });
}

/** Ids of the items of which a file is not what it was. */
function changedFiles({ bench: { frame }, stats, results, options: { dir } }: Run): Set<string> {
  const changed = new Set<string>();
  if (!results.isEarlier) return changed;
  const before = new Map(results.sources);
  const ofItems = frame.items.flatMap((plan) => plan.files);
  const now = sourceHashes(dir, stats, ofItems, { earlier: before, time: results.time });
  for (const { id, files } of frame.items)
    for (const path of files) if (now.get(path)!.hash !== before.get(path)?.hash) changed.add(id);
  // A file that is gone changes its item, too.
  for (const path of before.keys())
    if (/^\d{6}\//.test(path) && !now.has(path)) changed.add(path.slice(7, -'.yaml'.length));
  for (const [path, source] of now) results.sources.set(path, source);
  return changed;
}

/** Fewer files than this are done before a thread has started. */
const fewForThreads = 200;

/** The threads of a build, and how far all have come. */
class RunThreads {
  readonly next = new SharedArrayBuffer(4);
  #threads: Threads | undefined;
  readonly #options: EngineOptions;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Starts them, if there are to be any and they are not at work already. */
  start(setting: BenchSetting, files: ReadonlySet<string>): void {
    const { worker, threads = 0, shard } = this.#options;
    if (worker === undefined || threads === 0 || this.#threads !== undefined || files.size < fewForThreads)
      return;
    this.#threads = startThreads(worker, threads, { setting, files, next: this.next, shard });
  }

  get started(): Threads | undefined {
    return this.#threads;
  }

  async stop(): Promise<void> {
    await this.#threads?.stop();
  }
}

/** Works on the items at the positions `wanted`; gives what stops the build. */
async function workAll(
  { bench, results, threads, options: { progress } }: Run,
  wanted: readonly number[],
  changed: ReadonlySet<number>,
): Promise<EngineResult | undefined> {
  const errors: Diagnostic[] = [];
  const faults: PageFault[] = [];
  let done = 0;
  const take = (batch: Batch, numbering?: Numbering): void => {
    results.take(batch, numbering);
    for (const { work } of batch.works) {
      errors.push(...work.errors);
      faults.push(...work.faults);
    }
    done += batch.works.length;
    progress?.({ kind: 'items', done, all: wanted.length });
  };
  const { started } = threads;
  started?.deliver(take);
  const nextBatch = batches(new Int32Array(threads.next), wanted, bench.frame);
  for (;;) {
    const batch = nextBatch();
    if (batch === undefined) break;
    const works = wanted.slice(...batch).map((item) => {
      const plan = bench.frame.items[item]!;
      const record = results.recordOf(plan.id);
      return { item, work: workItem(plan, bench.context, record && { record, changed }) };
    });
    take({ works, questions: [], links: [] });
    // Lets the other threads hand over what they have.
    if (started !== undefined) await new Promise((resolve) => setImmediate(resolve));
  }
  await started?.ended;
  if (errors.length > 0) return { kind: 'errors', errors: ordered(onceEach(errors)) };
  return faults.length > 0 ? { kind: 'faults', faults: byPage(faults) } : undefined;
}

function byPage(faults: readonly PageFault[]): PageFault[] {
  return [...faults].sort((a, b) => (a.page < b.page ? -1 : a.page > b.page ? 1 : 0));
}

interface Made {
  faults: PageFault[];
  guides: readonly string[];
  unlisted: string[];
}

/** Links, manifest, swap, and what the next build goes on from. */
function finish(run: Run, { faults, guides, unlisted }: Made): EngineResult {
  const { bench, places, results, options, name, frameHash, time } = run;
  const { outputs, made, removed } = results.outputs();
  const { building, out } = places;
  if (options.join !== undefined) takeOver(options.join, building, outputs);
  // Where parts are left out, links to them lead nowhere, and that was asked for.
  if (bench.context.ready !== undefined && (options.without ?? []).length === 0)
    faults.push(...brokenLinks(bench, results, outputs, [building, out]));
  if (faults.length > 0) return { kind: 'faults', faults: byPage(faults) };
  const paths = [...outputs.keys()].sort();
  options.progress?.({ kind: 'writing', done: paths.length, all: paths.length });
  const gone = results.isEarlier ? removed : pathsOf(out).filter((path) => !outputs.has(path));
  const lines = paths.map((path) => `  ${JSON.stringify(path)}: "${outputs.get(path)!.hash}"`);
  const manifest =
    lines.length === 0 ? '{\n "files": {}\n}\n' : `{\n "files": {\n${lines.join(',\n')}\n }\n}\n`;
  writeFileSync(join(building, manifestName), manifest);
  swapFiles(places, gone);
  results.addVersions();
  if (options.program !== undefined) {
    for (const [path, output] of outputs) output.stat ??= statOf(join(out, path));
    saveState(
      places.cache,
      results.state({ setting: name, frame: frameHash, time, places: guides, unlisted, outputs }),
    );
  } else rmSync(places.cache, { recursive: true, force: true });
  return {
    kind: 'built',
    report: {
      guides: guides.length,
      unlisted,
      pages: paths.filter((path) => path.endsWith('.html')).length,
      files: paths.length + 1,
      made,
      removed: gone.length,
      isEarlier: results.isEarlier,
      versions: results.newVersions,
      kept: [...results.newKept].sort(),
    },
  };
}

/** Paths of the manifest that stands in a site; none where there is none. */
function pathsOf(out: string): string[] {
  const path = join(out, manifestName);
  if (!existsSync(path)) return [];
  return Object.keys(manifestFiles(readFileSync(path, 'utf8')));
}
