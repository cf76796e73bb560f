import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { readCatalogue, readSource, type Catalogue } from '../../../catalogue/index.ts';
import { checkCatalogue, checkSchema } from '../../../check/index.ts';
import {
  exportedProfile,
  exportedProfileId,
  importFiles,
  outcomeWords,
  profileProblems,
  type Imported,
  type ImportReport,
  type Outcome,
  type SourceFile,
} from '../../../exchange/import/index.ts';
import { readable, readSourceFile } from '../../../exchange/read/index.ts';
import type { ProfileFile } from '../../../model/generated/schemas.ts';
import { writeFileAtomic } from '../../files/index.ts';
import { today } from '../../publish/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';

interface Options {
  profile: string;
  out: string;
  dir?: string;
  division?: string;
}

/** `guicheng import FILE… --profile PROFILE --out DIR`: drafts of items from tables, notices and records. */
export function importCommand(): Command {
  return new Command('import')
    .description('从表格、公告、导出数据导入事项草稿\nmake drafts of items from tables, notices and records')
    .argument('<FILE...>', `来源文件 sources: ${readable.join(' ')}`)
    .requiredOption(
      '--profile <PROFILE>',
      '导入方案的标识或文件；exported 是本软件导出的表格 id or file of the import profile; exported reads our own exports',
    )
    .requiredOption('--out <DIR>', '草稿写到哪个文件夹 folder for the drafts and import-report.json')
    .option('--division <CODE>', '属于哪个行政区划，代替方案所写 division, instead of the profile’s')
    .option('--dir <DIR>', '目录所在的文件夹 folder of the catalogue')
    .action(async (names: string[], { profile: named, out, dir, division }: Options) => {
      const catalogue = await openCatalogue(catalogueDir(dir));
      const sources = [];
      for (const name of names) sources.push(await sourceOf(name));
      const profile =
        named === exportedProfileId
          ? exportedProfile(sources)
          : forDivision(await profileOf(named, catalogue), division);
      const problems = profileProblems(profile, catalogue.lookups);
      if (problems.length > 0)
        throw new UsageError(problems.map((p) => p.zh).join('\n'), problems.map((p) => p.en).join('\n'));
      const imported = importFiles(sources, profile, catalogue.lookups);
      const taken = imported.files.find(({ path }) => existsSync(join(out, path)));
      if (taken !== undefined)
        throw new UsageError(
          `已经有这个文件：${join(out, taken.path)}。导入不覆盖任何文件，请换一个文件夹。`,
          `The file exists already: ${join(out, taken.path)}. Nothing is overwritten: choose another folder.`,
        );
      const findings = findingsOf(imported, catalogue);
      for (const { path, text } of imported.files) await writeFileAtomic(join(out, path), text);
      const report = {
        ...imported.report,
        drafts: imported.report.drafts.map((draft) => ({
          ...draft,
          findings: findings.get(draft.file) ?? 0,
        })),
      };
      await writeFileAtomic(join(out, 'import-report.json'), `${JSON.stringify(report, undefined, 1)}\n`);
      process.stdout.write(summary(imported.report, findings, resolve(out)));
    });
}

/** The profile called so in the catalogue, or the one in the file of that name. */
async function profileOf(named: string, catalogue: Catalogue): Promise<ProfileFile> {
  const held = catalogue.files.get(`profiles/${named}.yaml`);
  if (held === undefined && !existsSync(named)) {
    const ids = [...catalogue.sources.values()]
      .filter(({ kind }) => kind === 'profile')
      .map(({ path }) => basename(path, '.yaml'));
    throw new UsageError(
      `没有导入方案“${named}”。目录里的方案：${ids.join(' ')}`,
      `There is no import profile "${named}". The catalogue has: ${ids.join(' ')}`,
    );
  }
  // The place says what kind of file it is; a file from elsewhere is read as if it stood there.
  const path = 'profiles/named.yaml';
  const read = readSource(path, held ?? (await readFile(named)));
  const source = read.kind === 'source' ? read.source : undefined;
  const diagnostics = [
    ...(read.kind === 'problems' ? read.diagnostics : []),
    ...(source === undefined ? [] : checkSchema('profile', source.written, path)),
  ];
  if (source === undefined || diagnostics.length > 0)
    throw new UsageError(
      `导入方案“${named}”有错误：\n${diagnostics.map((d) => d.message).join('\n')}`,
      `The import profile "${named}" has errors:\n${diagnostics.map((d) => d.messageEn).join('\n')}`,
    );
  return source.written as ProfileFile; // its schema has just judged it
}

function forDivision(profile: ProfileFile, division: string | undefined): ProfileFile {
  if (division === undefined) return profile;
  if (!/^\d{6}$/.test(division))
    throw new UsageError(
      `行政区划“${division}”不对，应是六位数字。`,
      `Division "${division}" must be six digits.`,
    );
  return { ...profile, tables: profile.tables.map((table) => ({ ...table, division: { value: division } })) };
}

async function sourceOf(name: string): Promise<SourceFile> {
  if (!existsSync(name)) throw new UsageError(`没有这个文件：${name}`, `There is no such file: ${name}`);
  const read = await readSourceFile(basename(name), await readFile(name));
  if (read.kind === 'unreadable')
    throw new UsageError(`读不了“${name}”：${read.why.zh}。`, `"${name}" cannot be read: ${read.why.en}.`);
  return read.file;
}

/** How much the check finds in each draft, as if it stood in the catalogue already. */
function findingsOf({ files }: Imported, catalogue: Catalogue): Map<string, number> {
  const drafts = new Map(files.map(({ path, text }) => [path, text]));
  const counts = new Map<string, number>();
  const together = readCatalogue(new Map([...catalogue.files, ...drafts]));
  for (const { file } of checkCatalogue(together, today()))
    if (drafts.has(file)) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

function summary(report: ImportReport, findings: ReadonlyMap<string, number>, out: string): string {
  const lines = Object.entries(report.counts).map(([kind, count]) => {
    const { zh, en } = outcomeWords[kind as Outcome['kind']];
    return `  ${zh} ${en}: ${count}`;
  });
  const total = [...findings.values()].reduce((sum, count) => sum + count, 0);
  return [
    `写出 ${report.drafts.length} 个草稿，来源里有 ${report.values.length} 个值：`,
    `Wrote ${report.drafts.length} drafts from ${report.values.length} values:`,
    ...lines,
    `草稿里还有 ${total} 处要补正（guicheng check）。The check finds ${total} things to mend in them.`,
    `每个值的去处 where each value went: ${join(out, 'import-report.json')}`,
    '',
  ].join('\n');
}
