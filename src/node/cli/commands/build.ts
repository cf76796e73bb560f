import { Command } from 'commander';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogue, formatText } from '../../../check/index.ts';
import { buildSite, today } from '../../publish/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';
import { isDate } from '../isDate.ts';

interface Options {
  out: string;
  date?: string;
  baseUrl?: string;
}

/** `guicheng build [DIR] --out OUT`: the public site of a catalogue without errors. */
export function build(): Command {
  return new Command('build')
    .description('生成公开的办事指南网站\nbuild the public guides')
    .argument('[DIR]', '目录所在的文件夹 folder of the catalogue')
    .requiredOption('--out <OUT>', '输出文件夹 folder to write')
    .option('--date <YYYY-MM-DD>', '在哪一天有效，默认今天 as in force on this day, today by default')
    .option('--base-url <URL>', '网站的网址，写入规范链接 address of the site, for canonical links')
    .action(async (dir: string | undefined, { out, date = today(), baseUrl }: Options) => {
      if (!isDate(date))
        throw new UsageError(
          `“${date}”不是日期。请写成 2026-01-31 的样子。`,
          `"${date}" is no date. Write it like 2026-01-31.`,
        );
      if (baseUrl !== undefined && !/^https?:\/\//.test(baseUrl))
        throw new UsageError(
          '--base-url 要以 https:// 或 http:// 开头。',
          '--base-url begins with https:// or http://.',
        );
      // Pages among the files of something else would be hard to tell from them, and to take away again.
      if (existsSync(out) && !existsSync(join(out, 'manifest.json')) && readdirSync(out).length > 0)
        throw new UsageError(
          `“${out}”里已有别的文件。请指明空的或新的文件夹，或以前生成的网站。`,
          `"${out}" holds other files. Name an empty or new folder, or a site that was built before.`,
        );
      const catalogue = await openCatalogue(catalogueDir(dir));
      const errors = checkCatalogue(catalogue, date).filter((d) => d.severity === 'error');
      if (errors.length > 0) {
        process.stderr.write(formatText(errors, (file) => catalogue.sources.get(file)?.text));
        process.stderr.write(
          '有错误，没有生成网站。请先改正。\nThere are errors, so nothing was built. Mend them first.\n',
        );
        process.exitCode = 1;
        return;
      }
      const report = await buildSite({
        catalogue,
        out,
        date,
        ...(baseUrl !== undefined && { baseUrl }),
      });
      process.stdout.write(`已生成 ${report.guides} 份指南、${report.pages} 个页面：${out}\n`);
      if (report.unlisted.length > 0) {
        const names = report.unlisted.join('、');
        process.stdout.write(`不在清单上，没有公布 not on the list, left out: ${names}\n`);
      }
      process.stdout.write(`Built ${report.guides} guides, ${report.pages} pages: ${out}\n`);
    });
}
