import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../model/dayOf.ts';
import type { Member } from '../../review/index.ts';
import type { Remote } from '../git/index.ts';
import type { Store } from '../review/index.ts';
import { openAccounts, type Accounts } from './people/accounts.ts';
import { openStore, repositoryIn } from './openStore.ts';
import { peopleOnMain } from './people/peopleOf.ts';
import { StartProblem } from './startProblem.ts';

/** The data of a studio as a command works on it, beside a server that may be running. */
export interface OpenData {
  store: Store;
  /** The local account `user` with what it may do today. @throws StartProblem where there is none, or it is disabled. */
  member(user: string): Promise<Member>;
}

/** Opens the data in `dataDir`. @throws StartProblem where there are none: only a server makes them. */
export async function openData(dataDir: string, remote?: Remote): Promise<OpenData> {
  const accountsPath = join(dataDir, 'accounts.json');
  const missing = [repositoryIn(dataDir), accountsPath].find((path) => !existsSync(path));
  if (missing !== undefined)
    throw new StartProblem(
      `${dataDir} 不是工作台的数据文件夹：没有 ${missing}。请先用 guicheng studio 启动一次。`,
      `${dataDir} holds no data of a studio: there is no ${missing}. Start guicheng studio once first.`,
    );
  const accounts: Accounts = (await openAccounts(accountsPath)).accounts;
  const store = await openStore(dataDir, { accounts: () => accounts, remote });
  return {
    store,
    async member(user) {
      const account = accounts.identity(`local:${user}`);
      if (account === undefined)
        throw new StartProblem(
          `没有账号“${user}”，或者它已停用。guicheng account list 列出所有账号。`,
          `There is no account "${user}", or it is disabled. guicheng account list tells them all.`,
        );
      return (await peopleOnMain(store)).memberOf(account.identity, dayOf(new Date()));
    },
  };
}
