import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { shapeOfKind } from '../../../catalogue/index.ts';
import { importLaws, type ImportedLaws, type LawNote } from '../../../exchange/laws/importLaws.ts';
import type { Plain } from '../../../model/edit.ts';
import { serialize } from '../../../text/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import { exitCodes, UsageError } from '../exit.ts';

/** `guicheng law …`: the registry of laws. */
export function law(): Command {
  return new Command('law')
    .description('法规登记\nthe registry of laws')
    .addCommand(lawImport().addHelpText('after', `\n${exitCodes}`).exitOverride());
}

/** `guicheng law import FILE…`: entries of the registry from laws in Markdown; exit 1 where no file holds one. */
function lawImport(): Command {
  return new Command('import')
    .description(
      '从 Markdown 法规文本生成登记条目（不抄条文）\nentries of the registry from laws in Markdown',
    )
    .argument('<FILE...>', 'Markdown 文件，或放着它们的文件夹 files, or folders of them')
    .option('--out <DIR>', '写入的文件夹；不写则只报告 folder to write to; without it, only the report')
    .action(async (names: string[], { out }: { out?: string }) => {
      const files = [];
      for (const name of names) files.push(...(await markdownIn(name)));
      const imported = importLaws(files);
      if (out !== undefined) await write(imported, out);
      process.stdout.write(summary(imported, files.length));
      for (const note of imported.unread) process.stderr.write(`${inWords(note)}\n`);
      process.exitCode = imported.laws.length === 0 ? 1 : 0;
    });
}

async function markdownIn(name: string): Promise<{ file: string; text: string }[]> {
  if (!existsSync(name))
    throw new UsageError(
      `找不到“${name}”。请写已有的文件或文件夹。`,
      `There is no "${name}". Name a file or folder.`,
    );
  const paths = (await stat(name)).isDirectory()
    ? (await readdir(name, { recursive: true }))
        .filter((path) => path.endsWith('.md'))
        .map((path) => join(name, path))
    : [name];
  return Promise.all(
    paths
      .sort()
      .map(async (path) => ({ file: path.replaceAll('\\', '/'), text: await readFile(path, 'utf8') })),
  );
}

/** Writes an entry a law, leaving those that exist as they are, and the report beside them. */
async function write(imported: ImportedLaws, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const kept: string[] = [];
  for (const entry of imported.laws) {
    const path = join(dir, `${entry.id}.yaml`);
    if (existsSync(path)) kept.push(entry.id);
    // An entry is made of plain values only; its type does not say so.
    else await writeFileAtomic(path, serialize(entry as unknown as Plain, { shape: shapeOfKind('law') }));
  }
  const report = {
    version: 1,
    laws: imported.laws.map(({ id, title, source }) => ({ id, title, from: source.text })),
    kept,
    unread: imported.unread,
    notes: imported.notes,
  };
  await writeFileAtomic(join(dir, 'import-report.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (kept.length > 0)
    process.stderr.write(
      `已有 ${kept.length} 个条目，没有改写：${kept.slice(0, 5).join('、')}${kept.length > 5 ? '……' : ''}\n` +
        `${kept.length} entries exist and were left as they are.\n`,
    );
}

function summary({ laws, unread, notes }: ImportedLaws, files: number): string {
  const versions = laws.reduce((total, entry) => total + entry.versions.length, 0);
  const effective = laws.reduce(
    (total, entry) => total + entry.versions.filter((version) => version.effective !== undefined).length,
    0,
  );
  return (
    `${files} 个文件：${laws.length} 部法规，${versions} 个版本，其中 ${effective} 个写明施行日期；${unread.length} 个文件没有读懂，${notes.length} 处要核对。\n` +
    `${files} files: ${laws.length} laws, ${versions} versions, ${effective} with a day of effect; ${unread.length} files not read, ${notes.length} places to look at.\n`
  );
}

function inWords({ file, line, zh, en }: LawNote): string {
  return `${file}${line === undefined ? '' : `:${line}`}  ${zh} ${en}`;
}
