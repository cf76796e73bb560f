import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  firstParents,
  type HistoryCommit,
  type Override,
  type Role,
  type Signature,
  type Verified,
} from '../../review/index.ts';
import { gitDirIn, readCommits, readRefs, snapshot, verifyRepository } from '../review/index.ts';
import { governed } from '../server/catalogue/governed.ts';
import { UsageError } from './exit.ts';

/** Where a studio keeps its data by default. */
const usual = 'data';

/**
 * The history in the folder named, or in the data of the studio here, replayed and proven.
 * @throws UsageError where there is no repository.
 */
export async function verifiedHistory(named: string | undefined): Promise<Verified & { dir: string }> {
  const dir = resolve(named ?? usual);
  const verified = existsSync(dir) ? await verifyRepository(dir, governed) : undefined;
  if (verified === undefined) throw noRepository(dir);
  return { ...verified, dir };
}

/** A repository in which versions are looked up. */
export interface OpenHistory {
  /** Commit of main; `undefined` before anything was imported. */
  main: string | undefined;
  /**
   * All files of a version: `main`, `live`, a draft, a commit of main by the beginning of its id, or main as it was
   * at the end of a day. @throws UsageError where there is none.
   */
  filesAt(version: string): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** The repository in the folder named, or in the data of the studio here. @throws UsageError where there is none. */
export async function openHistory(named: string | undefined): Promise<OpenHistory> {
  const dir = resolve(named ?? usual);
  const gitDir = existsSync(dir) ? gitDirIn(dir) : undefined;
  if (gitDir === undefined) throw noRepository(dir);
  const [refs, commits] = [await readRefs(gitDir), await readCommits(gitDir, new Set())];
  const main = refs.get('main');
  const chain = main === undefined ? [] : firstParents(commits, main).chain;
  return {
    main,
    filesAt(version) {
      const oid = commitOf(version, refs, chain);
      if (oid === undefined)
        throw new UsageError(
          `没有版本“${version}”。请写日期（2026-01-31，正式目录当天结束时的样子）、正式目录的提交、草稿编号、main 或 live，或目录文件夹。`,
          `There is no version "${version}". Give a day (main as it was at its end), a commit of main, a draft's id, main or live, or a folder.`,
        );
      return snapshot(gitDir, oid);
    },
  };
}

/** `chain` is main, newest first. */
function commitOf(
  version: string,
  refs: ReadonlyMap<string, string>,
  chain: readonly HistoryCommit[],
): string | undefined {
  const ref = refs.get(version === 'live' ? 'studio/live' : version) ?? refs.get(`draft/${version}`);
  if (ref !== undefined) return ref;
  if (/^\d{4}-\d{2}-\d{2}$/.test(version)) return chain.find(({ at }) => at.slice(0, 10) <= version)?.oid;
  if (!/^[0-9a-f]{4,40}$/.test(version)) return undefined;
  const found = chain.filter(({ oid }) => oid.startsWith(version));
  return found.length === 1 ? found[0]!.oid : undefined;
}

function noRepository(dir: string): UsageError {
  return new UsageError(
    `${dir} 里没有仓库。请指明工作台的数据文件夹、仓库，或仓库的克隆。`,
    `There is no repository in ${dir}. Name the data folder of a studio, a repository, or a clone of one.`,
  );
}

const roleWords: Record<Role, string> = {
  drafter: '起草',
  reviewer: '审核',
  legal: '法制审核',
  administrator: '管理',
};

/** 乙（审核）、丙（法制审核）签 signed; of an emergency who let it through, and why. */
export function signedBy(signatures: readonly Signature[], override?: Override): string {
  const names = signatures.map(({ person, role, of }) => `${person.name}（${of ?? ''}${roleWords[role]}）`);
  const signed = names.length === 0 ? [] : [`${names.join('、')} 签 signed`];
  const over =
    override === undefined ? [] : [`${override.person.name} 紧急通过 overrode：${override.reason}`];
  return [...signed, ...over].join('；');
}
