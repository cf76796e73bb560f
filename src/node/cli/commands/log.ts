import { Command, Option } from 'commander';
import { placeOf, readCatalogue, type Lookups } from '../../../catalogue/index.ts';
import { diffTexts, type Change } from '../../../diff/index.ts';
import type { ProvenChange, Verified } from '../../../review/index.ts';
import { ObjectReader } from '../../git/index.ts';
import { gitDirIn, snapshot } from '../../review/index.ts';
import { UsageError } from '../exit.ts';
import { signedBy, verifiedHistory } from '../repositoryDir.ts';

interface Options {
  data?: string;
  format: 'text' | 'json';
}

/** What one approved change says of the files that were asked for. */
interface Entry extends Pick<ProvenChange, 'commit' | 'at' | 'draft' | 'title' | 'signatures' | 'override'> {
  files: { path: string; writer: string; changes: Change[] }[];
}

/** `guicheng log [ITEM] [FIELD]`: who changed what of an item, or of one field of it, by which approval. */
export function log(): Command {
  return new Command('log')
    .description('谁在什么时候改了什么、由谁签批\nwho changed what, and who approved it')
    .argument('[ITEM]', '事项标识，不写则全部 id of an item; all without it')
    .argument('[FIELD]', '字段，如 limits.promised 或 承诺时限 field by path or title')
    .option('--data <DIR>', '工作台的数据文件夹、仓库或克隆 data of a studio, repository or clone')
    .addOption(new Option('--format <format>', '输出格式 output').choices(['text', 'json']).default('text'))
    .action(async (item: string | undefined, field: string | undefined, { data, format }: Options) => {
      const verified = await verifiedHistory(data);
      const entries = await entriesOf(verified, { item, field });
      const known = [
        ...verified.files.keys(),
        ...verified.changes.flatMap((one) => one.files.map(({ path }) => path)),
      ];
      if (item !== undefined && !known.some((path) => isOf(path, item)))
        throw new UsageError(`历史中没有事项“${item}”。`, `The history has no item "${item}".`);
      process.stdout.write(format === 'json' ? asJson(entries) : asText(entries));
      const doubtful = verified.faults.filter(({ where }) => where !== 'ref').length;
      if (doubtful > 0)
        process.stderr.write(
          `另有 ${doubtful} 处不能证明，没有列出：guicheng verify。\n${doubtful} faults are not listed here: guicheng verify.\n`,
        );
    });
}

async function entriesOf(
  { dir, main, changes }: Verified & { dir: string },
  { item, field }: { item: string | undefined; field: string | undefined },
): Promise<Entry[]> {
  const gitDir = gitDirIn(dir)!;
  const lookups = main === undefined ? undefined : readCatalogue(await snapshot(gitDir, main)).lookups;
  const objects = new ObjectReader(gitDir);
  const read = async (blob: string | null) => (blob === null ? undefined : objects.readBlob(blob));
  try {
    const entries: Entry[] = [];
    for (const change of changes.toReversed()) {
      const { commit, at, draft, title, signatures, override } = change;
      const files: Entry['files'] = [];
      for (const { path, base, blob, writer } of change.files) {
        if (item !== undefined && !isOf(path, item)) continue;
        const told = await changesOf(path, [await read(base), await read(blob)], lookups, field);
        if (told.length > 0 || field === undefined)
          files.push({ path, writer: writer?.name ?? '', changes: told });
      }
      if (files.length > 0)
        entries.push({ commit, at, draft, title, signatures, ...(override && { override }), files });
    }
    return entries;
  } finally {
    objects.close();
  }
}

async function changesOf(
  path: string,
  [before, after]: [Uint8Array | undefined, Uint8Array | undefined],
  lookups: Lookups | undefined,
  field: string | undefined,
): Promise<Change[]> {
  const all = diffTexts(path, before, after, lookups);
  return field === undefined ? all : all.filter((change) => isAbout(change, field));
}

/** Whether a file says something of the item: its base, or what a level says of it. */
function isOf(path: string, item: string): boolean {
  const place = placeOf(path);
  return (
    place.kind === 'file' && place.id === item && (place.fileKind === 'item' || place.fileKind === 'layer')
  );
}

/** Whether a change touches the field of that path or title: the field, what it holds, or all that it stands in. */
function isAbout({ path, field }: Change, query: string): boolean {
  const steps = path.map(String);
  const own = steps[0] === 'overlay' ? steps.slice(1) : steps;
  const asked = query.split('.');
  const length = Math.min(own.length, asked.length);
  if (own.slice(0, length).every((step, at) => step === asked[at])) return true;
  return field.zh.split(' › ').includes(query) || field.en.split(' › ').includes(query);
}

function asText(entries: readonly Entry[]): string {
  if (entries.length === 0) return '没有改动 no changes\n';
  return entries
    .map(({ at, commit, title, draft, files, signatures, override }) => {
      const writers = [...new Set(files.map(({ writer }) => writer))].filter((name) => name !== '');
      return [
        `${at.slice(0, 16).replace('T', ' ')}  ${title}`,
        `  ${writers.join('、')} 写 wrote；${signedBy(signatures, override)}  草稿 draft ${draft}  ${commit.slice(0, 12)}`,
        ...files.flatMap(({ path, changes }) => [
          `  ${path}`,
          ...(changes.length === 0
            ? ['    内容没有变，只改了写法 the same values in another layout']
            : changes.map(({ words }) => `    ${words.zh}`)),
        ]),
        '',
      ].join('\n');
    })
    .join('\n');
}

function asJson(entries: readonly Entry[]): string {
  return `${JSON.stringify({ version: 1, changes: entries }, null, 2)}\n`;
}
