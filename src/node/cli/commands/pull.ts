import { resolve } from 'node:path';
import { Command } from 'commander';
import { pull as pullInto, type FolderConflict, type Pulled } from '../../workFolder/index.ts';
import { UsageError } from '../exit.ts';
import { openHistory } from '../repositoryDir.ts';

/** `guicheng pull FOLDER`: what is approved, as files in a folder, beside what was changed in it. */
export function pull(): Command {
  return new Command('pull')
    .description(
      '把正式目录取到文件夹；里面改过的留着，同一文件按字段合并\nbring what is approved into a folder; what was changed in it is kept and merged by field',
    )
    .argument('<FOLDER>', '文件夹，没有就新建 the folder, made where there is none')
    .option('--data <DIR>', '工作台的数据文件夹、仓库或克隆 data of a studio, repository or clone', 'data')
    .action(async (folder: string, { data }: { data: string }) => {
      const history = await openHistory(data);
      const { main } = history;
      if (main === undefined)
        throw new UsageError(`${data} 里还没有目录。`, `There is no catalogue in ${data} yet.`);
      const pulled = await pullInto(resolve(folder), { main, filesOf: (commit) => history.filesAt(commit) });
      if (pulled.kind === 'conflict') {
        process.stderr.write(conflictText(pulled.conflicts));
        process.exitCode = 1;
      } else process.stdout.write(`${pulledText(pulled, main)}\n`);
    });
}

function pulledText(
  { written, removed, merged, changed }: Pulled & { kind: 'pulled' },
  main: string,
): string {
  const lines = [
    `取到 ${main.slice(0, 12)}：写入 ${written.length} 个文件，删去 ${removed.length} 个  at ${main.slice(0, 12)}: ${written.length} written, ${removed.length} removed`,
    ...(merged.length > 0 ? [`按字段合并 merged by field：${merged.join('、')}`] : []),
    ...(changed.length > 0
      ? [`您改过、还没有送回的 changed here and not pushed：${changed.join('、')}`]
      : []),
  ];
  return lines.join('\n');
}

function conflictText(conflicts: FolderConflict[]): string {
  const lines = conflicts.flatMap(({ path, fields }) => [
    `  ${path}`,
    ...(fields.length === 0 ? ['    整个文件两边都改了 the whole file was changed on both sides'] : []),
    ...fields.map(
      ({ field, theirs, mine }) =>
        `    ${field.zh}：正式目录改为“${theirs.zh}”，您改为“${mine.zh}”  ${field.en}: approved is "${theirs.en}", yours "${mine.en}"`,
    ),
  ]);
  return `两边改了同一处，没有写入任何文件。把下面各处改成正式目录的，或改回原样，再取一次。\nBoth sides changed the same; nothing was written. Make these what is approved, or what they were, and pull again.\n${lines.join('\n')}\n`;
}
