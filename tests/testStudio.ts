// For tests: a studio in a temporary folder, asked without a socket.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { ulid } from 'ulid';
import type { DraftView, Problem, Session } from '../src/api/index.ts';
import type { Remote } from '../src/node/git/index.ts';
import type { Store } from '../src/node/review/index.ts';
import { openAccessLog } from '../src/node/server/people/accessLog.ts';
import { openAccounts } from '../src/node/server/people/accounts.ts';
import { createApp } from '../src/node/server/app.ts';
import { openStore } from '../src/node/server/openStore.ts';
import { keepSessions } from '../src/node/server/people/keepSessions.ts';
import { openOidc, type OidcSettings } from '../src/node/server/people/oidc.ts';
import { peopleOnMain } from '../src/node/server/people/peopleOf.ts';
import { createMetrics } from '../src/node/server/metrics.ts';
import { openSessions } from '../src/node/server/people/sessions.ts';
import { signIn } from '../src/node/server/people/signIn.ts';
import { openSite } from '../src/node/server/publishing/site.ts';
import { smallSample } from './smallSample.ts';

export type User = 'drafter' | 'reviewer' | 'legal' | 'administrator';

/** An answer with its body read as JSON. */
export interface Answer<T> {
  status: number;
  headers: Record<string, unknown>;
  body: T;
}

/** Somebody at a browser: sends their cookie and, with writes, their token. */
export interface Client {
  session: Session;
  cookie: string;
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, options?: InjectOptions): Promise<Answer<T>>;
  /** A write to a draft with its precondition. */
  write<T>(method: 'POST' | 'PUT', url: string, tip: string, payload: string | object): Promise<Answer<T>>;
}

export interface TestStudio {
  app: FastifyInstance;
  store: Store;
  dataDir: string;
  passwords: Record<User, string>;
  signIn(user: User): Promise<Client>;
  /** A new draft of `file` by the drafter. */
  draft(client: Client, file: string): Promise<DraftView>;
  /** When sessions and access log have reached the disk. */
  saved(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a studio on the small sample, or what `keep` keeps of it, `changes` made to it first; its data below `parentDir`. */
export async function openTestStudio({
  changes = new Map<string, string>(),
  keep = () => true,
  parentDir = tmpdir(),
  studioDir = '',
  oidc,
  remote,
}: {
  changes?: ReadonlyMap<string, string>;
  keep?: (path: string) => boolean;
  parentDir?: string;
  studioDir?: string;
  /** An identity provider, and where browsers find the studio. */
  oidc?: { publicUrl: URL; settings: OidcSettings };
  /** A repository that it shares with others, seeded by the first. */
  remote?: Remote;
} = {}): Promise<TestStudio> {
  const dataDir = await mkdtemp(join(parentDir, 'guicheng-server-'));
  const { accounts, newAccounts } = await openAccounts(join(dataDir, 'accounts.json'));
  const store = await openStore(dataDir, { accounts: () => accounts, remote });
  const files = new Map([...(await smallSample())].filter(([path]) => keep(path)));
  for (const [path, text] of changes) files.set(path, Buffer.from(text));
  await store.seed(files, { subject: 'system:import', name: '导入', roles: [] });
  const keeper = await keepSessions(join(dataDir, 'sessions.json'), raise);
  const sessions = openSessions({ kept: keeper.kept, keep: keeper.keep });
  const accessLog = await openAccessLog(join(dataDir, 'access'), { onFault: raise });
  const isSecure = oidc?.publicUrl.protocol === 'https:';
  const services = {
    accounts,
    sessions,
    saveSessions: keeper.saved,
    accessLog,
    signIn: signIn({ accounts, sessions, people: () => peopleOnMain(store), isSecure }),
    ...(oidc && { oidc: openOidc(oidc.settings) }),
    isSecure,
    store,
    site: openSite({ store, dir: join(dataDir, 'site') }),
    metrics: createMetrics({ store, dataDir }),
    dataDir,
    studioDir,
  };
  const app = await createApp(services, { ...(oidc && { publicUrl: oidc.publicUrl }) });
  const saved = async () => void (await Promise.all([keeper.saved(), accessLog.saved()]));
  const passwords = Object.fromEntries(
    newAccounts.map(({ user, password }) => [user, password]),
  ) as TestStudio['passwords'];
  return {
    app,
    store,
    dataDir,
    passwords,
    signIn: (user) => openClient(app, user, passwords[user]),
    async draft(client, file) {
      return (await client.ask<DraftView>('POST', '/api/drafts', { payload: { file } })).body;
    },
    saved,
    async close() {
      await app.close();
      await saved();
      store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

function raise(error: unknown): never {
  throw error;
}

async function openClient(app: FastifyInstance, user: string, password: string): Promise<Client> {
  const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: { user, password } });
  const session = signedIn.json<Session>();
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
  const ask: Client['ask'] = async (method, url, { headers, ...options } = {}) => {
    const token = method === 'GET' ? undefined : { 'x-csrf-token': session.csrf };
    const answer = await app.inject({ method, url, headers: { cookie, ...token, ...headers }, ...options });
    return { status: answer.statusCode, headers: answer.headers, body: jsonOf(answer.body) };
  };
  return {
    session,
    cookie,
    ask,
    write: (method, url, tip, payload) =>
      ask(method, url, {
        payload,
        headers: {
          'if-match': `"${tip}"`,
          'x-operation-id': ulid(),
          'content-type': typeof payload === 'string' ? 'text/plain;charset=utf-8' : 'application/json',
        },
      }),
  };
}

function jsonOf<T>(text: string): T {
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** What a refused answer says, for one comparison. */
export function refusal({ status, body }: Answer<unknown>): [number, Problem['kind']] {
  return [status, (body as Problem).kind];
}
