import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { checkCatalogue } from '../../../check/index.ts';
import { csvText } from '../../../exchange/export/index.ts';
import {
  bundlesInScope,
  figuresOf,
  figureTable,
  findingsInScope,
  formatReport,
  reportTables,
  scopeInWords,
  scopesBy,
  type By,
  type ReportFacts,
  type Scope,
} from '../../../report/index.ts';
import { reportFacts } from '../../../report/reportFacts.ts';
import { writeXlsx } from '../../exchange/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import { today } from '../../publish/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';
import { isDate } from '../isDate.ts';

interface Options extends Scope {
  by?: By;
  date?: string;
  format: 'text' | 'json' | 'csv' | 'xlsx';
  out?: string;
}

/** `guicheng report [DIR]`: the figures of supervision, each with what it is reckoned of. */
export function report(): Command {
  return new Command('report')
    .description(
      '监督数据：进驻、办结、时限、收费、材料、检查发现\nfigures of supervision, denominators named',
    )
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .option('--division <CODE>', '只看一个地区（本级） one division only')
    .option('--agency <ID>', '只看一个决定机关 one deciding agency only')
    .option('--centre <ID>', '只看一个政务服务中心 one service centre only')
    .addOption(
      new Option('--by <what>', '另按地区、部门或中心逐个比较 compare as well').choices([
        'division',
        'agency',
        'centre',
      ]),
    )
    .option('--date <YYYY-MM-DD>', '按哪一天，默认今天 as on this day, today by default')
    .addOption(
      new Option('--format <format>', '输出格式；xlsx 有全部明细表 output; xlsx has all tables')
        .choices(['text', 'json', 'csv', 'xlsx'])
        .default('text'),
    )
    .option('--out <FILE>', '写到文件，不能已经存在 write to a file that does not exist yet')
    .action(async (dir: string | undefined, options: Options) => {
      const { by, date = today(), format, out, division, agency, centre } = options;
      if (!isDate(date))
        throw new UsageError(
          `“${date}”不是日期。请写成 2026-01-31 的样子。`,
          `"${date}" is no date. Write it like 2026-01-31.`,
        );
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
      const catalogue = await openCatalogue(catalogueDir(dir));
      const facts = reportFacts(catalogue, checkCatalogue(catalogue, date), date);
      const scope: Scope = {
        ...(division !== undefined && { division }),
        ...(agency !== undefined && { agency }),
        ...(centre !== undefined && { centre }),
      };
      assertKnown(facts, scope);
      const content = await {
        text: () => formatReport(facts, scope, by),
        json: () => jsonText(facts, scope, by),
        csv: () => csvText(figureTable(facts, scope)),
        xlsx: () => writeXlsx(reportTables(facts, scope)),
      }[format]();
      if (out === undefined) process.stdout.write(content);
      else {
        await writeFileAtomic(out, content);
        process.stdout.write(`${scopeInWords(facts, scope)}，${date}：${out}\n`);
      }
    });
}

/** @throws UsageError where the catalogue has no such division, agency or centre. */
function assertKnown(facts: ReportFacts, { division, agency, centre }: Scope): void {
  const asked = [
    ['行政区划', 'division', division, facts.divisions],
    ['机关', 'agency', agency, facts.agencies],
    ['中心', 'centre', centre, facts.centres],
  ] as const;
  for (const [zh, en, id, known] of asked)
    if (id !== undefined && known.every((one) => one.id !== id))
      throw new UsageError(
        `目录里没有${zh}“${id}”。有：${known.map((one) => `${one.id} ${one.name}`).join('，')}。`,
        `The catalogue has no ${en} "${id}".`,
      );
}

function jsonText(facts: ReportFacts, scope: Scope, by: By | undefined): string {
  const document = {
    version: 1,
    date: facts.date,
    scope: { ...scope, name: scopeInWords(facts, scope) },
    figures: figuresOf(facts, scope),
    bundles: bundlesInScope(facts, scope),
    suppressed: findingsInScope(facts, scope).filter((one) => one.suppressed !== undefined),
    ...(by !== undefined && {
      by: scopesBy(facts, by, scope).map((one) => ({
        id: one.id,
        name: one.name,
        figures: figuresOf(facts, one.scope),
      })),
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
