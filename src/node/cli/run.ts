import { Command, CommanderError } from 'commander';
import { account } from './commands/account.ts';
import { build } from './commands/build.ts';
import { bundle } from './commands/bundle.ts';
import { caseOf } from './commands/case.ts';
import { check } from './commands/check.ts';
import { days } from './commands/days.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { impact } from './commands/impact.ts';
import { law } from './commands/law.ts';
import { list } from './commands/list.ts';
import { log } from './commands/log.ts';
import { newItem } from './commands/new.ts';
import { pull } from './commands/pull.ts';
import { push } from './commands/push.ts';
import { report } from './commands/report.ts';
import { objections } from './commands/objections.ts';
import { sheet } from './commands/sheet.ts';
import { studio } from './commands/studio.ts';
import { verify } from './commands/verify.ts';
import { exitCodes, UsageError } from './exit.ts';

const program = new Command('guicheng')
  .description('规程：行政许可事项操作规程工作台\nGuicheng: operating procedures of administrative permits')
  .version('0.1.0')
  .showHelpAfterError('（用 --help 查看用法 see --help）')
  .addHelpText('after', `\n${exitCodes}`)
  .configureHelp({ sortSubcommands: false });

for (const command of [
  check,
  build,
  studio,
  account,
  days,
  bundle,
  caseOf,
  newItem,
  importCommand,
  exportCommand,
  law,
  impact,
  explain,
  objections,
  report,
  list,
  sheet,
  log,
  diff,
  verify,
  pull,
  push,
])
  program.addCommand(command().addHelpText('after', `\n${exitCodes}`));

for (const command of [program, ...program.commands]) command.exitOverride();

// Whoever reads us through a pipe may have read enough (`| head`): that is no fault, and nothing is left to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(
      `出错了 fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 3;
  }
}
