// The search index beside Pagefind, on the same pages: how it is made, what a first answer carries, what is found.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { quantile } from '../../tests/faults/quantile.ts';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { SearchReader } from '../../tests/searchReader.ts';
import { runsOf } from '../../src/search/runsOf.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { answerTimes } from './answerTimes.ts';
import { askPagefind, serveCounting } from './askPagefind.ts';
import { corpusItems, haveData, type CorpusItem } from './corpus.ts';
import { corpusPage } from './corpusPage.ts';
import { measuredRun } from './measuredRun.ts';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pagefind = pathOf('../peers/node_modules/@pagefind/linux-x64/bin/pagefind_extended');

interface Question {
  question: string;
  kind: string;
  answers: string[];
}

const questionsIn = (file: string) =>
  readFileSync(pathOf(file), 'utf8')
    .trim()
    .split('\n')
    // Lines of this folder's own files.
    .map((line) => JSON.parse(line) as Question);

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  if (!haveData)
    console.log(
      'No public data beside this checkout: names are joined of the sample’s, questions are left out.',
    );
  const havePeer = existsSync(pagefind);
  if (!havePeer) console.log('Pagefind is not installed (npm ci in bench/peers): measured without it.');
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-search-'));
  const browser = await launchBrowser();
  try {
    const items = await corpusItems(quick ? 1000 : 10_000);
    const [oursDir, peerDir] = [join(work, 'ours'), join(work, 'peer')];
    await writeItems(items, oursDir, peerDir);
    const script = await searchScript();

    const runs: { seconds: number; peakMiB: number }[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round++)
      runs.push(
        await measuredRun(process.execPath, [
          '--import',
          'tsx',
          pathOf('buildIndex.ts'),
          join(oursDir, 'entries.jsonl'),
          oursDir,
        ]),
      );
    const ours = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)]!;
    const peer = havePeer ? await measuredRun(pagefind, ['--site', peerDir]) : undefined;

    const read = (path: string) => readFileSync(join(oursDir, path), 'utf8');
    const packed = new Map<string, number>();
    const sizeOf = (path: string) => {
      let size = packed.get(path);
      if (size === undefined) packed.set(path, (size = gzipSync(read(path)).length));
      return size;
    };
    const recall = await recallOf(items, new SearchReader(read), quick);
    const names = new Set(items.map(({ entry }) => entry.name));
    const here = (file: string) =>
      questionsIn(file).filter(({ answers }) => haveData && answers.some((name) => names.has(name)));
    const questions = here('questions.jsonl');
    const fresh = here('fresh.jsonl');
    const firstBytes: number[] = [];
    const answered = async (list: readonly Question[]) => {
      let right = 0;
      for (const { question, kind, answers } of list) {
        const reader = new SearchReader(read);
        const names = await reader.names(question);
        firstBytes.push(
          gzipSync(script).length + [...reader.fetched].reduce((sum, path) => sum + sizeOf(path), 0),
        );
        if (names.slice(0, 3).some((name) => answers.includes(name))) right++;
        else console.log(`not in the first three: ${kind} ${question} → ${names.slice(0, 3).join(' | ')}`);
      }
      return list.length === 0 ? Number.NaN : right / list.length;
    };
    const answeredInFirstThree = await answered(questions);
    const freshInFirstThree = await answered(fresh);
    const peerAnswers = peer && (await peerFigures(browser, peerDir, items, questions));
    const times = await answerTimes(browser, oursDir, script, items.length);
    const indexBytes = await bytesIn(oursDir);

    const bytes = quantile(firstBytes, 0.5) ?? Number.NaN;
    return {
      versions: havePeer ? { pagefind: '1.6.0' } : {},
      rows: [
        {
          index: 'Guicheng',
          'build s': round(ours.seconds),
          'peak MiB': Math.round(ours.peakMiB),
          'first answer bytes': bytes,
          largest: Math.max(...firstBytes),
          'in the first three': answeredInFirstThree,
          'pieces found': recall.share,
        },
        ...(peer === undefined || peerAnswers === undefined
          ? []
          : [
              {
                index: 'Pagefind',
                'build s': round(peer.seconds),
                'peak MiB': Math.round(peer.peakMiB),
                'first answer bytes': peerAnswers.bytes,
                largest: peerAnswers.largestBytes,
                'in the first three': peerAnswers.inFirstThree,
                'pieces found': peerAnswers.pieces,
              },
            ]),
      ],
      result: {
        pages: items.length,
        questions: questions.length,
        freshQuestions: fresh.length,
        realWords: haveData,
        seconds: round(ours.seconds),
        peakMiB: Math.round(ours.peakMiB),
        indexKbPer1000: Math.round(indexBytes / items.length),
        firstAnswerBytes: bytes,
        largestFirstAnswerBytes: Math.max(...firstBytes),
        recall: recall.share,
        piecesAsked: recall.pieces,
        answeredInFirstThree,
        freshInFirstThree,
        answer: times,
        ...(peer !== undefined &&
          peerAnswers !== undefined && {
            ratioTimeToPagefind: round(ours.seconds / peer.seconds),
            ratioMemoryToPagefind: round(ours.peakMiB / peer.peakMiB),
            ratioBytesToPagefind: round(bytes / peerAnswers.bytes),
            pagefind: { ...peer, ...peerAnswers },
          }),
      },
    };
  } finally {
    await browser.close();
    await rm(work, { recursive: true, force: true });
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

async function writeItems(items: readonly CorpusItem[], oursDir: string, peerDir: string): Promise<void> {
  await mkdir(oursDir, { recursive: true });
  await writeFile(
    join(oursDir, 'entries.jsonl'),
    items.map(({ entry }) => `${JSON.stringify(entry)}\n`).join(''),
  );
  for (const item of items) {
    const path = join(peerDir, item.entry.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, corpusPage(item));
  }
}

/** The script of the search page as the build makes it. */
async function searchScript(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: pathOf('../../src/search/client/search.ts'),
        formats: ['iife'],
        name: 'guicheng',
        fileName: 'script',
      },
    },
  });
  const chunk = [made]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .find((one) => one.type === 'chunk');
  if (chunk === undefined) throw new Error('No script came of the search page');
  return chunk.code;
}

/** Of every piece of two characters of names and synonyms: the share of the items that hold it and are found by it. */
async function recallOf(items: readonly CorpusItem[], reader: SearchReader, quick: boolean) {
  const holding = piecesOf(items);
  const search = await reader.search;
  let [wanted, found, asked] = [0, 0, 0];
  for (const [nth, [piece, names]] of [...holding].entries()) {
    if (quick && nth % 20 > 0) continue;
    asked++;
    const { documents } = await search.find(piece);
    const had = new Set((await search.shown(documents)).map(([name]) => name));
    for (const name of names) {
      wanted++;
      if (had.has(name)) found++;
    }
  }
  return { share: found / wanted, pieces: asked };
}

/** Every piece of two characters of names and synonyms, with the names of the items that hold it. */
function piecesOf(items: readonly CorpusItem[]): Map<string, Set<string>> {
  const holding = new Map<string, Set<string>>();
  for (const { entry } of items)
    for (const run of [entry.name, entry.everydayName ?? '', ...entry.synonyms].flatMap(runsOf))
      for (let i = 1; i < run.length; i++) {
        const piece = run.slice(i - 1, i + 1);
        const names = holding.get(piece);
        if (names === undefined) holding.set(piece, new Set([entry.name]));
        else names.add(entry.name);
      }
  return holding;
}

/** So many questions and pieces are enough to tell what Pagefind does with them. */
const peerPieces = 200;

async function peerFigures(
  browser: Browser,
  folder: string,
  items: readonly CorpusItem[],
  questions: readonly Question[],
) {
  await writeFile(join(folder, 'empty.html'), '<!doctype html><title>x</title>');
  const served = await serveCounting(folder);
  try {
    const bytes: number[] = [];
    let right = 0;
    for (const { question, answers } of questions) {
      // Each asks as the first question of a reader who has nothing yet.
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${served.base}/empty.html`);
      served.bytes();
      const { names } = await askPagefind(page, question);
      bytes.push(served.bytes());
      if (names.slice(0, 3).some((name) => answers.includes(name))) right++;
      await context.close();
    }
    const page = await browser.newPage();
    await page.goto(`${served.base}/empty.html`);
    const pieces = [...piecesOf(items)];
    let [wanted, found] = [0, 0];
    for (let nth = 0; nth < peerPieces; nth++) {
      const [piece, names] = pieces[Math.floor((nth * pieces.length) / peerPieces)]!;
      const { count } = await askPagefind(page, piece);
      wanted += names.size;
      // It may find other texts as well; none beyond those that hold the piece is counted for it.
      found += Math.min(count, names.size);
    }
    return {
      bytes: quantile(bytes, 0.5) ?? Number.NaN,
      largestBytes: Math.max(...bytes),
      inFirstThree: questions.length === 0 ? Number.NaN : right / questions.length,
      pieces: found / wanted,
    };
  } finally {
    served.close();
  }
}

async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  for (const name of await readdir(join(folder, 'search')))
    sum += gzipSync(await readFile(join(folder, 'search', name))).length;
  return sum;
}
