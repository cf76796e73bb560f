import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, EffectiveItem } from '../../../catalogue/index.ts';
import { csvText, exportNational, exportTables, type ExportFile } from '../../../exchange/export/index.ts';
import type { Plain } from '../../../model/edit.ts';
import { longestCell, writeXlsx } from '../../exchange/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import { baseUrlOf } from '../baseUrl.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';
import { documentFormats, exportDocuments, type DocumentFormat } from './exportDocuments.ts';

interface Options {
  format: 'xlsx' | 'csv' | 'national' | DocumentFormat;
  baseUrl?: string;
  out: string;
  select: string[];
}

/** `guicheng export [DIR] --format … --out FILE`: the catalogue as tables that can be imported again, or as documents. */
export function exportCommand(): Command {
  return new Command('export')
    .description('把目录导出为表格或文书\nwrite the catalogue as tables or documents')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .addOption(
      new Option(
        '--format <format>',
        'xlsx：一个工作簿；csv：一个文件夹，一张表一个文件；national：报送用的表；open：开放数据；cpsv-ap：公共服务 JSON-LD；bpmn：办理程序；handbook：审查工作细则 a workbook, a folder of tables, tables to report upward, open data, public services, procedures, inner handbooks',
      )
        .choices(['xlsx', 'csv', 'national', ...documentFormats])
        .default('xlsx'),
    )
    .requiredOption('--out <FILE>', '写到哪里，不能已经存在 where to, must not exist')
    .option(
      '--select <WHAT>',
      '只导出一个事项或行政区划，可重复 one item or division only; may be repeated',
      (one, all: string[]) => [...all, one],
      [],
    )
    .option(
      '--base-url <URL>',
      '网站的网址，用于 cpsv-ap 的 IRI address of the site, for the IRIs of cpsv-ap',
      baseUrlOf,
    )
    .action(async (dir: string | undefined, { format, out, select, baseUrl }: Options) => {
      const catalogue = await openCatalogue(catalogueDir(dir));
      if (existsSync(out))
        throw new UsageError(
          `“${out}”已经存在，请换一个名字。`,
          `"${out}" exists already: choose another name.`,
        );
      if (format === 'national') return writeNational(catalogue, select, out);
      if (isDocument(format)) {
        const said = await exportDocuments(catalogue, guidesOf(catalogue, select), { format, out, baseUrl });
        process.stdout.write(`${said.join('\n')}\n`);
        return;
      }
      const files = chosen(catalogue, select);
      const tables = exportTables(files, catalogue.lookups);
      if (format === 'csv')
        for (const table of tables) await writeFileAtomic(join(out, `${table.name}.csv`), csvText(table));
      else {
        for (const { columns, rows } of tables)
          for (const row of rows)
            for (const [at, cell] of row.entries())
              if (typeof cell === 'string' && cell.length > longestCell)
                throw new UsageError(
                  `“${String(row[0])}”的“${columns[at]!.to}”有 ${cell.length} 个字，Excel 一格放不下。请用 --format csv。`,
                  `"${columns[at]!.to}" of "${String(row[0])}" is too long for Excel: use --format csv.`,
                );
        await writeFileAtomic(out, await writeXlsx(tables));
      }
      const left = [...catalogue.files.keys()].filter((path) => !catalogue.sources.has(path));
      process.stdout.write(
        [
          `导出 ${files.length} 个文件，${tables.length} 张表：${out}`,
          `Wrote ${files.length} files as ${tables.length} tables to ${out}`,
          ...(select.length === 0 && left.length > 0
            ? [`没有导出（附件，或者读不了）not exported: ${left.join(' ')}`]
            : []),
          '可以用 guicheng import --profile exported 导回。These can be imported again.',
          '',
        ].join('\n'),
      );
    });
}

function chosen(catalogue: Catalogue, select: readonly string[]): ExportFile[] {
  const files = [...catalogue.sources.values()].map(
    // A file that was read holds what YAML can say, which is Plain.
    ({ path, kind, written }): ExportFile => ({ path, kind, value: written as Plain }),
  );
  if (select.length === 0) return files;
  for (const one of select)
    if (!files.some((file) => isChosen(file, one)))
      throw new UsageError(
        `目录里没有事项或行政区划“${one}”。`,
        `The catalogue has no item or division "${one}".`,
      );
  return files.filter((file) => select.some((one) => isChosen(file, one)));
}

/** Whether a file is of an item by its id, or stands under a division by its code. */
function isChosen({ path, kind }: ExportFile, one: string): boolean {
  const [division, name] = path.split('/');
  return (
    (kind === 'item' || kind === 'layer' || kind === 'adoption') &&
    (division === one || name === `${one}.yaml`)
  );
}

/** Effective guides as the tables by which they are reported, and a report of what had no place in them. */
async function writeNational(catalogue: Catalogue, select: readonly string[], out: string): Promise<void> {
  const guides = guidesOf(catalogue, select);
  const { tables, noPlace } = exportNational(guides, catalogue.lookups);
  for (const table of tables) await writeFileAtomic(join(out, `${table.name}.csv`), csvText(table));
  await writeFileAtomic(join(out, 'export-report.json'), `${JSON.stringify({ noPlace }, undefined, 1)}\n`);
  process.stdout.write(
    [
      `导出 ${guides.length} 份指南，${tables.length} 张表：${out}`,
      `Wrote ${guides.length} guides as ${tables.length} tables to ${out}`,
      `有 ${noPlace.length} 个字段在这些表里没有位置，见 export-report.json。${noPlace.length} fields have no place in them.`,
      '字段名参照各级平台的叫法，报送前请与接收方核对。Names are after those of the platforms: verify before reporting.',
      '',
    ].join('\n'),
  );
}

function isDocument(format: Options['format']): format is DocumentFormat {
  return documentFormats.some((one) => one === format);
}

/** Effective guides of the items and divisions that were selected. */
function guidesOf(catalogue: Catalogue, select: readonly string[]): EffectiveItem[] {
  const guides = catalogue.guides.filter(
    ({ id, division }) => select.length === 0 || select.includes(id) || select.includes(division),
  );
  if (guides.length === 0) throw new UsageError('所选的没有一份指南。', 'No guide is of what was selected.');
  return guides;
}
