import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Role } from '../../../review/index.ts';
import { exitCodes, UsageError } from '../exit.ts';

const roles: readonly Role[] = ['drafter', 'reviewer', 'legal', 'administrator'];

/** `guicheng account …`: the local accounts of a data folder; a running studio knows of each change at once. */
export function account(): Command {
  const command = new Command('account').description('本机账号\nlocal accounts');
  for (const one of [add(), list(), change('disable'), change('enable'), reset()])
    command.addCommand(one.addHelpText('after', `\n${exitCodes}`).exitOverride());
  return command;
}

interface Add extends Data {
  name?: string;
  role: Role[];
  division?: string[];
  below?: true;
  department?: string[];
  everywhere?: true;
}

/** `guicheng account add USER --role ROLE… --division CODE…`: makes an account and prints its password once. */
function add(): Command {
  return withData(new Command('add'))
    .description('新建账号，密码只印一次\nmake an account; its password is printed once')
    .argument('<USER>', '账号名 name of the account')
    .option('--name <NAME>', '姓名，默认账号名 name of the person')
    .addOption(new Option('--role <ROLE...>', '角色 roles').choices(roles as string[]).makeOptionMandatory())
    .option('--division <CODE...>', '管哪些行政区划 divisions')
    .option('--below', '连同下级 and those below')
    .option('--department <ID...>', '只管哪些职能部门 departments only')
    .option('--everywhere', '全部范围 everywhere')
    .action(async (user: string, options: Add) => {
      const { name = user, role, division = [], below = false, department, everywhere = false } = options;
      if (everywhere === division.length > 0)
        throw new UsageError(
          '请写 --division，或者 --everywhere，两者选一。',
          'Say --division or --everywhere, one of the two.',
        );
      const wrong = division.find((code) => !/^\d{6}$/.test(code));
      if (wrong !== undefined)
        throw new UsageError(
          `“${wrong}”不是六位行政区划代码。`,
          `"${wrong}" is no division code of six digits.`,
        );
      const where = everywhere
        ? ('everywhere' as const)
        : division.map((code) => ({
            division: code,
            below,
            ...(department !== undefined && { departments: department }),
          }));
      const { addAccount } = await manage();
      const password = await saying(addAccount(fileIn(options), { user, name, roles: role, where }));
      printPassword(user, password);
    });
}

/** `guicheng account list`: the accounts, with what is theirs. */
function list(): Command {
  return withData(new Command('list'))
    .description('列出账号\nlist the accounts')
    .addOption(new Option('--format <format>', '输出格式 output').choices(['text', 'json']).default('text'))
    .action(async (options: Data & { format: 'text' | 'json' }) => {
      const { listAccounts } = await manage();
      const accounts = await saying(listAccounts(fileIn(options)));
      if (options.format === 'json') {
        process.stdout.write(`${JSON.stringify({ version: 1, accounts }, null, 2)}\n`);
        return;
      }
      for (const { user, name, roles: held, where, disabled } of accounts) {
        const places =
          where === 'everywhere'
            ? '全部范围 everywhere'
            : where
                .map(
                  ({ division, below, departments }) =>
                    `${division}${below ? '+' : ''}${departments === undefined ? '' : ` ${departments.join('、')}`}`,
                )
                .join('; ');
        const state = disabled ? '  已停用 disabled' : '';
        process.stdout.write(`${user.padEnd(16)} ${name}  ${held.join(', ')}  ${places}${state}\n`);
      }
    });
}

/** `guicheng account disable|enable USER`. */
function change(kind: 'disable' | 'enable'): Command {
  const words = {
    disable: { about: '停用账号，登录立即结束\nclose an account; its sessions end', done: '已停用 disabled' },
    enable: { about: '恢复账号\nopen an account again', done: '已恢复 enabled' },
  }[kind];
  return withData(new Command(kind))
    .description(words.about)
    .argument('<USER>', '账号名 name of the account')
    .action(async (user: string, options: Data) => {
      const { setDisabled } = await manage();
      await saying(setDisabled(fileIn(options), { user, disabled: kind === 'disable' }));
      process.stdout.write(`${user}  ${words.done}\n`);
    });
}

/** `guicheng account reset USER`: a new password, printed once. */
function reset(): Command {
  return withData(new Command('reset'))
    .description('换新密码，登录立即结束\na new password; its sessions end')
    .argument('<USER>', '账号名 name of the account')
    .action(async (user: string, options: Data) => {
      const { resetAccount } = await manage();
      printPassword(user, await saying(resetAccount(fileIn(options), user)));
    });
}

interface Data {
  data: string;
}

function withData(command: Command): Command {
  return command.option('--data <DIR>', '数据文件夹 folder of the data', 'data');
}

function fileIn({ data }: Data): string {
  if (!existsSync(data))
    throw new UsageError(
      `没有数据文件夹“${data}”。请用 --data 指明。`,
      `There is no data folder "${data}". Name it with --data.`,
    );
  return join(resolve(data), 'accounts.json');
}

function printPassword(user: string, password: string): void {
  process.stdout.write(`${user}  ${password}\n密码只显示这一次 shown this once\n`);
}

/** The server is half of what the binary loads, and most commands do not need it. */
function manage() {
  return import('../../server/index.ts');
}

/** What stands in the way, in the words of the command line. */
async function saying<T>(doing: Promise<T>): Promise<T> {
  const { StartProblem } = await manage();
  return doing.catch((error: unknown) => {
    throw error instanceof StartProblem ? new UsageError(error.zh, error.en) : error;
  });
}
