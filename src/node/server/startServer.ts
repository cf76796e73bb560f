import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectDefaultMetrics } from 'prom-client';
import type { Person, Problem } from '../../api/index.ts';
import { RemoteAway, type Remote } from '../git/index.ts';
import type { PagesTarget } from '../publish/index.ts';
import type { Store } from '../review/index.ts';
import { openAccessLog } from './people/accessLog.ts';
import { openAccounts, type Accounts, type NewAccount } from './people/accounts.ts';
import { createApp } from './app.ts';
import { peopleOnMain } from './people/peopleOf.ts';
import { keepSessions } from './people/keepSessions.ts';
import { createMetrics } from './metrics.ts';
import { openPagesHost } from './publishing/pagesHost.ts';
import { lockData } from './lockData.ts';
import { openStore } from './openStore.ts';
import { openOidc } from './people/oidc.ts';
import { readOidcSettings } from './people/readOidcSettings.ts';
import { readSeed } from './catalogue/readSeed.ts';
import { Refusal, refusals } from './refusal.ts';
import { openSessions } from './people/sessions.ts';
import { signIn } from './people/signIn.ts';
import { StartProblem } from './startProblem.ts';
import { openSite, type Site } from './publishing/site.ts';

export interface ServerOptions {
  /** Folder of the catalogue that seeds an empty repository. */
  catalogueDir: string;
  /** Folder of the store: `repository.git`, `site/`, `accounts.json`; made where there is none. */
  dataDir: string;
  /** 0 takes any that is free. */
  port: number;
  /** Repository that several servers share; without it the one in `dataDir` is the only one. */
  remote?: Remote;
  /** A branch that the pages are also sent to, for a host that shows them. */
  pages?: PagesTarget;
  /** Where the public site stands, without a slash at the end: for codes, canonical links and the site map. */
  baseUrl?: string;
  /** Where to listen: on loopback, unless people sign in by an identity provider. */
  host?: string;
  /** File of the settings of an identity provider; without it only local accounts sign in. */
  oidcFile?: string;
  /** Whether requests are logged to standard error, a JSON object a line. */
  log?: boolean;
  /** Folder of the built studio; by default the one of this installation. */
  studioDir?: string;
}

export interface RunningServer {
  /** Where the studio is, without a slash at the end. */
  url: string;
  /** Accounts made by this start, with passwords that are told nowhere else. */
  newAccounts: NewAccount[];
  /** Why the public site does not show what it should; the studio works all the same. */
  siteProblem?: Problem;
  /** Ends requests under way and stops. */
  close(): Promise<void>;
}

/** How often it is looked whether a publish that was set is due. */
const tickMs = 10_000;

const importer: Person = { subject: 'system:import', name: '导入', roles: [] };

/**
 * Starts the studio and the public site on one port of this machine; a catalogue imported by this start is
 * published by it. Throws when the port is taken, and a `StartProblem` when `host` is no loopback address though only
 * local accounts sign in, when another server holds the data folder, or the catalogue cannot be imported.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, host = '127.0.0.1', oidcFile } = options;
  const oidc = oidcFile === undefined ? undefined : await readOidcSettings(oidcFile);
  if (oidc === undefined && !['127.0.0.1', '::1', 'localhost'].includes(host))
    throw new StartProblem(
      `只有本机账号时，只能在本机提供服务，不能用 ${host}。要对外提供，请先用 --oidc 设置统一身份认证。`,
      `With local accounts alone the studio is served on this machine only, not on ${host}. Set up an identity provider with --oidc first.`,
    );
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const letGo = await lockData(dataDir);
  try {
    return await serve({ ...options, host }, letGo, oidc);
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** Starts on a data folder that is this process's own; `letGo` gives it back when the server has stopped. */
async function serve(
  {
    catalogueDir,
    dataDir,
    remote,
    pages: target,
    baseUrl,
    port,
    host,
    log = false,
    studioDir = builtStudio(),
  }: ServerOptions,
  letGo: () => Promise<void>,
  oidc: Awaited<ReturnType<typeof readOidcSettings>> | undefined,
): Promise<RunningServer> {
  let opened: Accounts | undefined;
  const store = await openStore(dataDir, { accounts: () => opened, remote }).catch((error: unknown) => {
    if (!(error instanceof RemoteAway)) throw error;
    throw new StartProblem(
      `远程仓库没有应答，本机也还没有它的副本，不能启动：${error.message}`,
      `The remote does not answer, and this machine has no copy of it yet: ${error.message}`,
    );
  });
  if (await store.isEmpty()) await store.seed(await readSeed(catalogueDir), importer);
  const accountsPath = join(dataDir, 'accounts.json');
  const { accounts, newAccounts } = await openAccounts(accountsPath);
  opened = accounts;
  const siteDir = join(dataDir, 'site');
  const site = openSite({ store, dir: siteDir, ...(baseUrl !== undefined && { baseUrl }) });
  const pages =
    target &&
    openPagesHost({
      target,
      siteDir,
      gitDir: join(dataDir, 'pages.git'),
      onFault: (error) => app.log.error({ err: error }, 'the host of the pages'),
    });
  // Nobody waits for them: a fault of theirs is for who looks after the server.
  const onFault = (error: unknown) => app.log.error({ err: error }, 'sessions or access log');
  const keeper = await keepSessions(join(dataDir, 'sessions.json'), onFault);
  const sessions = openSessions({ kept: keeper.kept, keep: keeper.keep });
  const accessLog = await openAccessLog(join(dataDir, 'access'), { onFault });
  const isSecure = oidc?.publicUrl.protocol === 'https:';
  const metrics = createMetrics({ store, dataDir });
  collectDefaultMetrics({ register: metrics.registry });
  const app = await createApp(
    {
      accounts,
      sessions,
      saveSessions: keeper.saved,
      accessLog,
      signIn: signIn({ accounts, sessions, people: () => peopleOnMain(store), isSecure }),
      ...(oidc && { oidc: openOidc(oidc.settings) }),
      isSecure,
      store,
      site,
      ...(pages && { pages }),
      metrics,
      dataDir,
      studioDir,
    },
    { log, ...(oidc && { publicUrl: oidc.publicUrl }) },
  );
  const ticking = setInterval(() => {
    site.tick().catch((error: unknown) => app.log.error({ err: error }, 'a publish that was set'));
    void pages?.follow();
  }, tickMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(ticking);
    await Promise.all([keeper.saved(), accessLog.saved()]);
    store.close();
    await letGo();
  });
  const siteProblem = await showSite(store, site).catch((error: unknown) => {
    app.log.error({ err: error }, 'the public site');
    return error instanceof Refusal ? error.problem : refusals.fault().problem;
  });
  void pages?.follow();
  const url = await app
    .listen({ port, ...(host !== undefined && { host }) })
    .catch(async (error: unknown) => {
      await app.close();
      // Nobody was told their passwords: the next start makes them again.
      if (newAccounts.length > 0) await rm(accountsPath, { force: true });
      throw error;
    });
  return { url, newAccounts, ...(siteProblem && { siteProblem }), close: () => app.close() };
}

/** Finishes what a stop has cut off, and shows a catalogue that was just imported without waiting for anybody. */
async function showSite(store: Store, site: Site): Promise<void> {
  await site.resume();
  if ((await store.live()) === undefined && (await store.isAsImported()))
    await site.publish({ person: importer });
}

/** `dist/studio` of the installation that this file, bundled or not, belongs to. */
function builtStudio(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'dist', 'studio');
}
