import { Command, Option } from 'commander';
import { checkCatalogue, checkStructure, formatJson, formatSarif, formatText } from '../../../check/index.ts';
import { today } from '../../publish/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';
import { isDate } from '../isDate.ts';

interface Options {
  format: 'text' | 'json' | 'sarif';
  date?: string;
  only?: 'schema';
}

/** `guicheng check [DIR]`: everything that is wrong in a catalogue; exit 1 where there is an error. */
export function check(): Command {
  return new Command('check')
    .description('检查目录：结构、引用和法律规则\ncheck a catalogue: schema, references, rules of law')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .addOption(
      new Option('--format <format>', '输出格式 output').choices(['text', 'json', 'sarif']).default('text'),
    )
    .option('--date <YYYY-MM-DD>', '按哪一天检查，默认今天 as on this day, today by default')
    .addOption(
      new Option(
        '--only <part>',
        '只查读取、引用和结构，不按规则检查 reading, references and schema, no rules',
      ).choices(['schema']),
    )
    .action(async (dir: string | undefined, { format, date = today(), only }: Options) => {
      if (!isDate(date))
        throw new UsageError(
          `“${date}”不是日期。请写成 2026-01-31 的样子。`,
          `"${date}" is no date. Write it like 2026-01-31.`,
        );
      const catalogue = await openCatalogue(catalogueDir(dir));
      const diagnostics = only === 'schema' ? checkStructure(catalogue) : checkCatalogue(catalogue, date);
      const output = {
        text: () =>
          formatText(
            diagnostics,
            (file) => catalogue.sources.get(file)?.text ?? textOf(catalogue.files.get(file)),
          ),
        json: () => formatJson(diagnostics),
        sarif: () => formatSarif(diagnostics),
      }[format]();
      process.stdout.write(output);
      process.exitCode = diagnostics.some((d) => d.severity === 'error') ? 1 : 0;
    });
}

/** The text of a file that was refused, as far as it can be shown. */
function textOf(content: string | Uint8Array | undefined): string | undefined {
  return content === undefined || typeof content === 'string'
    ? content
    : new TextDecoder('utf-8').decode(content);
}
