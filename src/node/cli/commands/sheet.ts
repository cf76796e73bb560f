import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { lawSheet, reviewSheet, sheetTable, sheetText } from '../../../report/reviewSheet.ts';
import { writeXlsx } from '../../exchange/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';

interface Options {
  format: 'text' | 'xlsx';
  out?: string;
}

/** `guicheng sheet ITEM|LAW [DIR]`: what the law sets and what the procedure says, an element a row. */
export function sheet(): Command {
  return new Command('sheet')
    .description(
      '审查表：逐项对照法律怎么说、规程怎么写\nreview sheet: what the law sets, what the procedure says',
    )
    .argument('<ITEM|LAW>', '事项或者法规的标识 id of an item or a law')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .addOption(new Option('--format <format>', '输出格式 output').choices(['text', 'xlsx']).default('text'))
    .option('--out <FILE>', '写到文件，不能已经存在 write to a file that does not exist yet')
    .action(async (id: string, dir: string | undefined, { format, out }: Options) => {
      if (format === 'xlsx' && out === undefined)
        throw new UsageError(
          '工作簿要写到文件：请加 --out FILE。',
          'A workbook needs a file: add --out FILE.',
        );
      if (out !== undefined && existsSync(out))
        throw new UsageError(
          `“${out}”已经存在，请换一个名字。`,
          `"${out}" exists already: choose another name.`,
        );
      const { bases, lookups } = await openCatalogue(catalogueDir(dir));
      const item = bases.find((base) => base.id === id);
      if (item === undefined && lookups.law(id) === undefined)
        throw new UsageError(
          `目录里没有事项或者法规“${id}”。请写事项或者法规的标识。`,
          `The catalogue has no item or law "${id}". Give the id of one.`,
        );
      const rows = item === undefined ? lawSheet(bases, id, lookups) : reviewSheet(item, lookups);
      const content = format === 'xlsx' ? await writeXlsx([sheetTable(rows)]) : sheetText(rows);
      if (out === undefined) process.stdout.write(content);
      else {
        await writeFileAtomic(out, content);
        process.stdout.write(`${rows.length} 行 rows：${out}\n`);
      }
    });
}
