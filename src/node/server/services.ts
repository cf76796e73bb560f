import type { Store } from '../review/index.ts';
import type { AccessLog } from './people/accessLog.ts';
import type { Accounts } from './people/accounts.ts';
import type { Oidc } from './people/oidc.ts';
import type { Sessions } from './people/sessions.ts';
import type { Metrics } from './metrics.ts';
import type { PagesHost } from './publishing/pagesHost.ts';
import type { SignIn } from './people/signIn.ts';
import type { Site } from './publishing/site.ts';

/** What the routes work with. */
export interface Services {
  accounts: Accounts;
  signIn: SignIn;
  sessions: Sessions;
  /** When what was ended has reached the disk. */
  saveSessions(): Promise<void>;
  accessLog: AccessLog;
  /** Signing in by an identity provider, where one is set up. */
  oidc?: Oidc;
  /** Whether browsers come by HTTPS alone. */
  isSecure: boolean;
  store: Store;
  site: Site;
  /** Where the pages also go. */
  pages?: PagesHost;
  metrics: Metrics;
  /** Folder of all that the server keeps. */
  dataDir: string;
  /** Folder of the built studio. */
  studioDir: string;
}
