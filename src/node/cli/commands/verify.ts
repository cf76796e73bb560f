import { Command, Option } from 'commander';
import { faultWords, type Fault, type ProvenChange, type Verified } from '../../../review/index.ts';
import { signedBy, verifiedHistory } from '../repositoryDir.ts';

interface Options {
  format: 'text' | 'json';
  files?: true;
}

/** `guicheng verify [DIR]`: replays the history of a repository, offline, and says of every blob who answers for it. */
export function verify(): Command {
  return new Command('verify')
    .description(
      '核验历史：公布过的每份内容由谁写、由谁签批\nprove of every published content who wrote it and who approved exactly it',
    )
    .argument(
      '[DIR]',
      '工作台的数据文件夹、仓库或克隆，默认 data data of a studio, repository or clone; data by default',
    )
    .option('--files', '列出正式目录每个文件由谁写、由谁签 list each file of main with who answers for it')
    .addOption(new Option('--format <format>', '输出格式 output').choices(['text', 'json']).default('text'))
    .action(async (named: string | undefined, { format, files }: Options) => {
      const { dir: _dir, ...verified } = await verifiedHistory(named);
      process.stdout.write(format === 'json' ? asJson(verified) : asText(verified, files === true));
      if (verified.faults.length > 0) process.exitCode = 1;
    });
}

function asText(verified: Verified, files: boolean): string {
  const { root, changes, publishes, blobs, faults, main } = verified;
  const proven = blobs.published === blobs.proven;
  const lines = [
    ...(files ? [...fileLines(verified), ''] : []),
    `正式目录 main：${main?.slice(0, 12) ?? '没有 none'}`,
    ...(root === undefined
      ? []
      : [`导入 import：${root.at.slice(0, 10)}，${root.files} 个文件 files，${root.person.name}`]),
    `已证明的改动 proven changes：${changes.length}，发布 publishes：${publishes.length}`,
    `公布过的内容 published blobs：${blobs.published}，已证明 proven：${blobs.proven}${proven ? '' : `，未证明 unproven：${blobs.published - blobs.proven}`}`,
    ...(faults.length === 0
      ? ['没有发现问题 no fault found']
      : [
          '',
          `发现 ${faults.length} 处问题 ${faults.length} faults`,
          ...faults.flatMap((fault) => faultLines(fault)),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** So many paths of a fault are told; the JSON has them all. */
const mostPaths = 6;

function faultLines({ kind, at, about }: Fault): string[] {
  const { zh, en } = faultWords[kind];
  const more = about.length > mostPaths ? ` …（共 ${about.length} 个 in all）` : '';
  return [
    `  ${zh}  ${en}`,
    `    ${at}${about.length === 0 ? '' : `：${about.slice(0, mostPaths).join('、')}${more}`}`,
  ];
}

function fileLines({ files, changes, root }: Verified): string[] {
  const byCommit = new Map(changes.map((change) => [change.commit, change]));
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { blob, proof }]) => {
      const change = proof === undefined ? undefined : byCommit.get(proof);
      const by =
        change !== undefined
          ? `${answers(change, path)}，草稿 draft ${change.draft}`
          : proof !== undefined
            ? `导入 import ${root?.at.slice(0, 10)}`
            : '没有证明 unproven';
      return `${path}  ${blob.slice(0, 12)}  ${by}`;
    });
}

/** 甲写，乙（审核）、丙（法制审核）签，2026-06-01. */
function answers({ files, signatures, override, at }: ProvenChange, path: string): string {
  const writer = files.find((file) => file.path === path)?.writer?.name ?? '';
  return `${writer} 写 wrote，${signedBy(signatures, override)}，${at.slice(0, 10)}`;
}

function asJson({ files, faults, ...rest }: Verified): string {
  const document = {
    version: 1,
    ...rest,
    files: [...files].map(([path, file]) => ({ path, ...file })),
    faults: faults.map((fault) => ({
      ...fault,
      message: faultWords[fault.kind].zh,
      messageEn: faultWords[fault.kind].en,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
