import type { Store } from '../review/index.ts';
import type { Accounts } from './accounts.ts';
import type { SignIn } from './signIn.ts';
import type { Site } from './site.ts';

/** What the routes work with. */
export interface Services {
  accounts: Accounts;
  signIn: SignIn;
  store: Store;
  site: Site;
  /** Folder of the built studio. */
  studioDir: string;
}
