import { Command, Option } from 'commander';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { placeOf, readCatalogue } from '../../../catalogue/index.ts';
import type { Change } from '../../../diff/index.ts';
import { readFolder } from '../../files/index.ts';
import { shownChanges } from '../../server/drafts/fileChanges.ts';
import { UsageError } from '../exit.ts';
import { openHistory, type OpenHistory } from '../repositoryDir.ts';

interface Options {
  item?: string;
  data?: string;
  format: 'text' | 'json';
}

/** `guicheng diff A B [--item ID]`: what changed between two versions, field by field, in words. */
export function diff(): Command {
  return new Command('diff')
    .description('两个版本之间改了什么，逐个字段说明\nwhat changed between two versions, field by field')
    .argument(
      '<A>',
      '较早的版本：日期、提交、草稿、main、live，或目录文件夹 a day, commit, draft, main, live, or a folder',
    ) // prettier-ignore
    .argument('<B>', '较晚的版本 the later one')
    .option('--item <ID>', '只看一个事项 one item only')
    .option('--data <DIR>', '工作台的数据文件夹、仓库或克隆，默认 data data of a studio, repository or clone')
    .addOption(new Option('--format <format>', '输出格式 output').choices(['text', 'json']).default('text'))
    .action(async (a: string, b: string, { item, data, format }: Options) => {
      let history: Promise<OpenHistory> | undefined;
      const inHistory = () => (history ??= openHistory(data));
      const [before, after] = [await filesOf(a, inHistory), await filesOf(b, inHistory)];
      const files = changedFiles(before, after, item);
      if (format === 'json')
        process.stdout.write(`${JSON.stringify({ version: 1, from: a, to: b, files }, null, 2)}\n`);
      else process.stdout.write(asText(files));
    });
}

type Files = ReadonlyMap<string, Uint8Array>;

/** The files of a version: of a folder where there is one of that name, else of the repository. */
async function filesOf(version: string, history: () => Promise<OpenHistory>): Promise<Files> {
  const isFolder = existsSync(version) && statSync(version).isDirectory();
  return isFolder ? readFolder(resolve(version)) : (await history()).filesAt(version);
}

interface ChangedFile {
  path: string;
  changes: Change[];
}

/** @throws UsageError where neither version has the item. */
function changedFiles(before: Files, after: Files, item: string | undefined): ChangedFile[] {
  const isAsked = (path: string) => {
    const place = placeOf(path);
    return item === undefined || (place.kind === 'file' && place.id === item);
  };
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(isAsked).sort();
  if (item !== undefined && paths.length === 0)
    throw new UsageError(`两个版本都没有事项“${item}”。`, `Neither version has an item "${item}".`);
  const [old, now] = [before, after].map((files) => ({ catalogue: readCatalogue(files), diagnostics: [] }));
  return paths.flatMap((path) => {
    const [a, b] = [before.get(path), after.get(path)];
    if (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0) return [];
    return [{ path, changes: shownChanges(path, old!, now!) }];
  });
}

function asText(files: readonly ChangedFile[]): string {
  const lines = files.flatMap(({ path, changes }) => [
    path,
    ...(changes.length === 0
      ? ['  内容没有变，只改了写法 the same values in another layout']
      : changes.map(({ words, risk }) => `  ${risk === 'legal' ? '*' : ' '} ${words.zh}`)),
  ]);
  const legal = files.flatMap(({ changes }) => changes).filter(({ risk }) => risk === 'legal').length;
  const all = files.reduce((sum, { changes }) => sum + changes.length, 0);
  return `${[...lines, `${files.length} 个文件，${all} 处改动，其中受法律约束的（*）${legal} 处  ${files.length} files, ${all} changes, ${legal} of them bound by law (*)`].join('\n')}\n`;
}
