import { resolve } from 'node:path';
import { Command } from 'commander';
import { remoteProblem } from '../../git/index.ts';
import { push as pushFrom, type Pushed } from '../../workFolder/index.ts';
import { UsageError } from '../exit.ts';

interface Options {
  as: string;
  title: string;
  data: string;
  remote?: string;
  remoteHttp?: boolean;
}

/** `guicheng push FOLDER --as USER --title TITLE`: what was changed in a folder becomes a draft. */
export function push(): Command {
  return new Command('push')
    .description(
      '把文件夹里改过的做成一份草稿，照常送审\nmake a draft of what was changed in a folder; it goes through review',
    )
    .argument('<FOLDER>', '取过目录的文件夹 a folder that was pulled into')
    .requiredOption('--as <USER>', '由哪个本机账号起草 the local account that answers for it')
    .requiredOption('--title <TITLE>', '草稿的标题 title of the draft')
    .option('--data <DIR>', '工作台的数据文件夹 data of the studio', 'data')
    .option('--remote <URL>', '多台服务器共用的远程仓库 repository that servers share')
    .option('--remote-http', '远程仓库在本机时允许 http take plain http to a remote on this machine')
    .action(
      async (folder: string, { as, title, data, remote: url, remoteHttp: allowHttp = false }: Options) => {
        const remote = url === undefined ? undefined : { url, allowHttp };
        const problem = remote && remoteProblem(remote);
        if (problem !== undefined) throw new UsageError(problem.zh, problem.en);
        // The server is half of what the binary loads.
        const { openData, StartProblem } = await import('../../server/index.ts');
        const asUsage = (error: unknown): never => {
          throw error instanceof StartProblem ? new UsageError(error.zh, error.en) : error;
        };
        const { store, member } = await openData(resolve(data), remote).catch(asUsage);
        try {
          const person = await member(as).catch(asUsage);
          tell(await pushFrom({ folder: resolve(folder), store, person, title }));
        } finally {
          store.close();
        }
      },
    );
}

function tell(pushed: Pushed): void {
  switch (pushed.kind) {
    case 'pushed':
      process.stdout.write(
        `草稿 draft ${pushed.draft}：${pushed.paths.length} 个文件 files\n${pushed.paths.map((path) => `  ${path}\n`).join('')}在工作台里打开它，写明理由，送审。\nOpen it in the studio and submit it.\n`,
      );
      return;
    case 'unchanged':
      process.stdout.write('没有改过 nothing was changed\n');
      return;
    case 'neverPulled':
      throw new UsageError(
        '这个文件夹没有取过目录，说不出改了什么。请先 guicheng pull。',
        'This folder was never pulled into, so nobody can say what was changed. Run guicheng pull first.',
      );
    case 'behind':
      process.stderr.write(
        `您取过之后，正式目录又改了这些文件。请先 guicheng pull，再送。\nThese have been changed since you pulled. Run guicheng pull first.\n${pushed.paths.map((path) => `  ${path}\n`).join('')}`,
      );
      break;
    case 'refused':
      process.stderr.write(
        `没有做成草稿。No draft was made.\n  ${pushed.path}：${pushed.reason}${pushed.reasonEn}\n${pushed.diagnostics.map(({ message, range }) => `    ${range === undefined ? '' : `${range.start.line}:${range.start.column} `}${message}\n`).join('')}`,
      );
      break;
  }
  process.exitCode = 1;
}
