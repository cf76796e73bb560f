import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remoteProblem, Repository, type Remote } from '../../src/node/git/index.ts';
import { openPagesHost } from '../../src/node/server/publishing/pagesHost.ts';
import { gitHttp, type GitHttp } from '../faults/gitHttp.ts';
import { openTestStudio, type TestStudio } from '../testStudio.ts';

// A remote that says back what it was sent, as some do in their errors: nothing of it is told on.

const [user, password] = ['studio', 'p@ss word/7d1f'];
const basic = Buffer.from(`${user}:${password}`).toString('base64');
const secrets = [password, encodeURIComponent(password), basic];
const tellsNone = (text: string) => expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);

let folder: string;
let backend: GitHttp;
let server: Server;
let remote: Remote;
let isSound = true;
/** How often it had the password. */
let told = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-secrets-'));
  backend = await gitHttp(folder);
  server = createServer((request, response) => {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    told += Number(authorization === `Basic ${basic}`);
    if (!isSound) {
      response.writeHead(403, { 'content-type': 'text/plain' });
      response.end(
        `${authorization} of ${user}:${password} https://${user}:${secrets[1]!}@git.example is not welcome`,
      );
      return;
    }
    const on = httpRequest(
      new URL(request.url ?? '', backend.url),
      { method: request.method, headers: request.headers },
      (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers)),
    );
    request.pipe(on);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = join(folder, 'credentials');
  await writeFile(credentials, `http://${user}:${secrets[1]!}@${host.replace(':', '%3a')}\n`, {
    mode: 0o600,
  });
  remote = { url: `http://${host}/remote.git`, allowHttp: true, credentials };
});
afterAll(async () => {
  server.closeAllConnections();
  await Promise.all([new Promise((done) => server.close(done)), backend.close()]);
  await rm(folder, { recursive: true });
});

/** What a fault says anywhere: its words, its parts, and all that stands behind it. */
async function saidBy(failing: Promise<unknown>): Promise<string> {
  const error = await failing.then(
    () => undefined,
    (one: unknown) => one,
  );
  expect(error).toBeInstanceOf(Error);
  return inspect(error, { depth: 9, showHidden: true });
}

test('a server that starts, works, and loses its remote tells nobody', async () => {
  isSound = true;
  const studio: TestStudio = await openTestStudio({ remote });
  try {
    expect(told).toBeGreaterThan(0);
    const drafter = await studio.signIn('drafter');
    const { id, tip } = await studio.draft(drafter, '511502/food-business-licence.yaml');
    isSound = false;
    const act = { kind: 'comment', text: 'x' };
    const { status, body } = await drafter.write('POST', `/api/drafts/${id}/acts`, tip, act);
    expect(status).toBe(503);
    tellsNone(JSON.stringify(body));
    const answers = await Promise.all(
      ['/readyz', '/healthz', '/metrics', '/api/publish'].map(
        async (url) => (await studio.app.inject({ url, headers: { cookie: drafter.cookie } })).body,
      ),
    );
    for (const answer of answers) tellsNone(answer);
    tellsNone(
      await saidBy(
        studio.store.repository.updateRef({
          ref: `refs/heads/draft/${id}`,
          from: tip,
          to: await studio.store.main(),
        }),
      ),
    );
  } finally {
    await studio.close();
  }
});

test('nor does one that never had an answer, or that sends pages', async () => {
  isSound = false;
  const said = await saidBy(Repository.open({ dir: join(folder, 'own.git'), remote }));
  // What the remote said is told, but for the secrets.
  expect(said).toMatch(/The remote does not answer[^]*is not welcome/);
  tellsNone(said);
  await mkdir(join(folder, 'site/releases/one'), { recursive: true });
  await writeFile(join(folder, 'site/releases/one', 'manifest.json'), '{"files":{}}');
  await symlink('releases/one', join(folder, 'site/current'));
  const faults: unknown[] = [];
  const pages = openPagesHost({
    target: { ...remote, branch: 'pages' },
    siteDir: join(folder, 'site'),
    gitDir: join(folder, 'pages.git'),
    onFault: (error) => faults.push(error),
  });
  await pages.follow();
  expect(faults).toHaveLength(1);
  tellsNone(JSON.stringify(pages.view()));
  tellsNone(inspect(faults, { depth: 9, showHidden: true }));
});

test('an address that has one in it is refused without saying it', () => {
  for (const url of [
    `https://${user}:secret-7d1f@git.example/a.git`,
    'https://secret-7d1f@git.example/a.git',
    `git://${user}:secret-7d1f@git.example/a.git`,
    'HTTPS://secret-7d1f@git.example/a.git',
    'secret-7d1f@git.example:a.git',
  ]) {
    const problem = remoteProblem({ url });
    expect(problem, url).toBeDefined();
    expect(JSON.stringify(problem)).not.toContain('secret-7d1f');
  }
});
