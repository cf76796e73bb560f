import { join } from 'node:path';
import type { Remote } from '../git/index.ts';
import { Store } from '../review/index.ts';
import { governed } from './catalogue/governed.ts';
import type { Accounts } from './people/accounts.ts';
import { rolesNow } from './people/rolesNow.ts';

/** Where the store of a studio stands in its data folder. */
export function repositoryIn(dataDir: string): string {
  return join(dataDir, 'repository.git');
}

/**
 * Opens the store of the studio whose data stand in `dataDir`, under what the catalogue's `governance/` says of
 * people and signatures. `accounts` gives the local accounts once they are opened.
 * @throws RemoteAway where the remote does not answer and there is no copy of it yet.
 */
export function openStore(
  dataDir: string,
  { accounts, remote }: { accounts: () => Accounts | undefined; remote?: Remote | undefined },
): Promise<Store> {
  return Store.open({
    dir: repositoryIn(dataDir),
    ...(remote && { remote }),
    ...governed,
    rolesNow: rolesNow(accounts),
  });
}
