import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyRepository } from '../review/index.ts';
import type { Verified } from '../../review/index.ts';
import { governed } from '../server/governed.ts';
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
  if (verified === undefined)
    throw new UsageError(
      `${dir} 里没有仓库。请指明工作台的数据文件夹、仓库，或仓库的克隆。`,
      `There is no repository in ${dir}. Name the data folder of a studio, a repository, or a clone of one.`,
    );
  return { ...verified, dir };
}
