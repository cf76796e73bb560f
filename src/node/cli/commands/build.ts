import { Command, InvalidArgumentError } from 'commander';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { formatText } from '../../../check/index.ts';
import {
  buildCatalogue,
  partNames,
  programHash,
  ShardProblem,
  today,
  workerPath,
  type EngineOptions,
  type EngineReport,
  type PageFault,
} from '../../publish/index.ts';
import { baseUrlOf } from '../baseUrl.ts';
import { catalogueDir } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';
import { isDate } from '../isDate.ts';
import { showProgress } from '../showProgress.ts';
import { textIn } from '../textIn.ts';

interface Options {
  out: string;
  date?: string;
  baseUrl?: string;
  check: boolean;
  cache: boolean;
  without: string[];
  threads: number;
  shard?: { index: number; of: number };
  join?: string[];
}

/** `guicheng build [DIR] --out OUT`: the public site of a catalogue without errors. */
export function build(): Command {
  return new Command('build')
    .description('生成公开的办事指南网站\nbuild the public guides')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .requiredOption('--out <OUT>', '输出文件夹 folder to write')
    .option('--date <YYYY-MM-DD>', '在哪一天有效，默认今天 as in force on this day, today by default')
    .option(
      '--base-url <URL>',
      '网站的网址，写入规范链接 address of the site, for canonical links',
      baseUrlOf,
    )
    .option('--no-check', '不检查目录和网页就生成 build without checking catalogue and pages')
    .option(
      '--no-cache',
      '不接着上次的结果做，也不留下结果 neither go on from the last build nor leave anything for the next',
    )
    .option(
      '--without <部分 parts>',
      `不生成的部分，用逗号分开 parts to leave out, by commas: ${partNames.join(', ')}`,
      (text: string) => text.split(','),
      [],
    )
    .option('--threads <N>', '用几个线程 threads to work with', threadsOf, availableParallelism())
    .option('--shard <i/n>', '只生成 n 片中的第 i 片 build shard i of n only', shardOf)
    .option('--join <文件夹 folders...>', '把各分片合成网站 make one site of all shards')
    .action(async (dir: string | undefined, options: Options) => {
      const { out, date = today(), baseUrl, join: shards } = options;
      if (!isDate(date))
        throw new UsageError(
          `“${date}”不是日期。请写成 2026-01-31 的样子。`,
          `"${date}" is no date. Write it like 2026-01-31.`,
        );
      // Pages among the files of something else would be hard to tell from them, and to take away again.
      if (existsSync(out) && !isSite(out) && readdirSync(out).length > 0)
        throw new UsageError(
          `“${out}”里已有别的文件。请指明空的或新的文件夹，或以前生成的网站。`,
          `"${out}" holds other files. Name an empty or new folder, or a site that was built before.`,
        );
      const unknown = options.without.filter((name) => !partNames.includes(name));
      if (unknown.length > 0)
        throw new UsageError(
          `没有叫“${unknown.join('、')}”的部分。可以是：${partNames.join('、')}。`,
          `There is no part "${unknown.join(', ')}". Parts are: ${partNames.join(', ')}.`,
        );
      const catalogue = catalogueDir(dir);
      const program =
        options.cache || options.shard !== undefined || shards !== undefined ? programHash() : undefined;
      const worker = workerPath();
      const progress = showProgress();
      const result = await buildOrExplain({
        dir: catalogue,
        out,
        date,
        check: options.check,
        without: options.without,
        threads: options.threads - 1,
        progress: progress.show,
        ...(baseUrl !== undefined && { baseUrl }),
        ...(program !== undefined && { program }),
        ...(worker !== undefined && { worker }),
        ...(options.shard !== undefined && { shard: options.shard }),
        ...(shards !== undefined && { join: shards }),
      }).finally(progress.end);
      if (result.kind === 'built') process.stdout.write(builtWords(result.report, out));
      else {
        process.stderr.write(
          result.kind === 'errors'
            ? formatText(result.errors, (file) => textIn(catalogue, file))
            : result.faults.map(faultWords).join(''),
        );
        process.stderr.write(
          '有错误，没有生成网站。请先改正。\nThere are errors, so nothing was built. Mend them first.\n',
        );
        process.exitCode = 1;
      }
    });
}

function isSite(out: string): boolean {
  return existsSync(join(out, 'manifest.json')) || existsSync(join(out, 'shards'));
}

async function buildOrExplain(options: EngineOptions) {
  try {
    return await buildCatalogue(options);
  } catch (error) {
    if (error instanceof ShardProblem) throw new UsageError(error.zh, error.en);
    throw error;
  }
}

function builtWords(
  { guides, pages, unlisted, made, removed, isEarlier }: EngineReport,
  out: string,
): string {
  const left =
    unlisted.length === 0 ? '' : `不在清单上，没有公布 not on the list, left out: ${unlisted.join('、')}\n`;
  const zh = isEarlier ? `其中新做 ${made} 个文件，撤下 ${removed} 个，其余不变。\n` : '';
  const en = isEarlier ? `${made} files made, ${removed} taken away, the others stand as they were.\n` : '';
  return `已生成 ${guides} 份指南、${pages} 个页面：${out}\n${zh}${left}Built ${guides} guides, ${pages} pages: ${out}\n${en}`;
}

function faultWords({ page, words: { zh, en } }: PageFault): string {
  return `${page}  错误 error\n  ${zh}。\n  ${en}.\n`;
}

function threadsOf(text: string): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1) throw new InvalidArgumentError('1, 2, …');
  return threads;
}

function shardOf(text: string): { index: number; of: number } {
  const [, index = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > of) throw new InvalidArgumentError('1/8, 2/8, … 8/8');
  return { index, of };
}
