import { Command, Option } from 'commander';
import { dueDate, type DayUnit } from '../../../procedure/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';

interface Options {
  dir?: string;
  unit: DayUnit;
}

/** `guicheng days DATE N`: the day by which something accepted on DATE is due. */
export function days(): Command {
  return new Command('days')
    .description('从某日起 N 个工作日到哪一天\nthe day on which N working days from a date end')
    .argument('<DATE>', '起算日，不计入，如 2026-01-05 first day, not counted')
    .argument('<N>', '天数 number of days')
    .addOption(
      new Option('--unit <unit>', '单位 unit')
        .choices(['working-days', 'calendar-days'])
        .default('working-days'),
    )
    .option('--dir <DIR>', '目录所在的文件夹，取其工作日历 catalogue whose calendar is used')
    .action(async (date: string, count: string, { dir, unit }: Options) => {
      if (!/^\d+$/.test(count))
        throw new UsageError(
          `天数“${count}”不对，应是 0 至 3650 的整数。`,
          `"${count}" is no number of days. Use a whole number from 0 to 3650.`,
        );
      const calendar = (await openCatalogue(catalogueDir(dir))).lookups.calendar();
      const due = dueDate({
        from: date,
        days: Number(count),
        unit,
        calendar,
      });
      if (due.kind === 'refused') throw new UsageError(due.words.zh, due.words.en);
      process.stdout.write(`${due.date}\n`);
      // The date alone goes to standard output, so that a script can use it; how it was reckoned goes beside it.
      const notes = [
        '首日不计入；末日逢假日顺延。The first day is not counted; a last day on a holiday moves on.',
      ];
      if (due.holidays.length > 0) notes.push(`放假 holidays: ${due.holidays.join(' ')}`);
      if (due.makeUpDays.length > 0) notes.push(`调休上班 make-up workdays: ${due.makeUpDays.join(' ')}`);
      if (due.assumedYears.length > 0)
        notes.push(
          `${due.assumedYears.join('、')} 年放假安排尚未公布，按周末推算。Holidays of ${due.assumedYears.join(', ')} are not published; reckoned by weekends.`,
        );
      process.stderr.write(`${notes.join('\n')}\n`);
    });
}
