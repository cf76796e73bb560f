import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStudio, type Client, type TestStudio } from '../testStudio.ts';

// Every address of the server, as it says itself: who is let in, what browsers are told, what a path can reach.

let folder: string;
let studio: TestStudio;
let drafter: Client;
let administrator: Client;
let port: number;
let draft: string;
let tip: string;
/** Stands in files that no address may lead to. */
const canary = 'canary-7d1f';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-security-'));
  await writeFile(join(folder, 'outside.yaml'), canary);
  await writeFile(join(folder, 'outside.pdf'), canary);
  const studioDir = join(folder, 'studio');
  await mkdir(studioDir);
  await writeFile(join(studioDir, 'index.html'), '<!doctype html><title>规程</title>');
  studio = await openTestStudio({ parentDir: folder, studioDir });
  await writeFile(join(studio.dataDir, 'outside.yaml'), canary);
  [drafter, administrator] = await Promise.all([studio.signIn('drafter'), studio.signIn('administrator')]);
  expect((await administrator.ask('POST', '/api/publish')).status).toBe(200);
  ({ id: draft, tip } = await studio.draft(drafter, '511502/food-business-licence.yaml'));
  await studio.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = studio.app.server.address() as AddressInfo);
});
afterAll(async () => {
  await studio.close();
  await rm(folder, { recursive: true });
});

/** What anybody may ask, with the reason. */
const open: Record<string, string> = {
  'POST /api/session': 'to sign in',
  'GET /api/sign-in': 'how to sign in',
  'GET /healthz': 'for who watches the server',
  'GET /readyz': 'for who watches the server',
  'GET /metrics': 'for who watches the server, on this machine alone',
  'GET /feedback': 'what a reader of a guide says is wrong in it',
  'POST /feedback': 'what a reader of a guide says is wrong in it',
  'GET /site': 'the public site',
  'GET /site/*': 'the public site',
  'GET /*': 'the files of the studio, which hold nothing of anybody',
};
const closed = [
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/sessions',
  'POST /api/sessions/end',
  'DELETE /api/sessions/:id',
  'GET /api/access',
  'GET /api/catalogue',
  'GET /api/lookups',
  'GET /api/profiles',
  'GET /api/diagnostics',
  'GET /api/report',
  'GET /api/drafters',
  'GET /api/drafts',
  'POST /api/drafts',
  'GET /api/drafts/:id',
  'POST /api/drafts/:id/acts',
  'POST /api/drafts/:id/changes/preview',
  'POST /api/drafts/:id/changes',
  'PUT /api/drafts/:id/files/*',
  'DELETE /api/drafts/:id/files/*',
  'GET /api/drafts/:id/files/*',
  'GET /api/drafts/:id/review',
  'GET /api/drafts/:id/review/pages',
  'GET /api/drafts/:id/migration',
  'GET /api/drafts/:id/codes',
  'GET /api/drafts/:id/codes/recoded',
  'GET /api/history',
  'GET /api/history/text',
  'GET /api/history/page',
  'POST /api/changes/preview',
  'POST /api/changes',
  'POST /api/rules/try',
  'POST /api/extension/try',
  'GET /api/reader-reports',
  'POST /api/reader-reports/:id/settle',
  'GET /api/publish',
  'GET /api/publish/progress',
  'POST /api/publish',
  'POST /api/publish/back',
  'PUT /api/publish/schedule',
  'DELETE /api/publish/schedule',
];
const routes = [...Object.keys(open), ...closed];
/** What each that needs more than an address is asked with, so that it is not refused for that alone. */
const bodies: Record<string, object> = {
  'POST /api/sessions/end': { subject: 'local:drafter' },
  'POST /api/drafts': { file: '511502/food-business-licence.yaml' },
  'POST /api/drafts/:id/acts': { kind: 'submit' },
  'POST /api/drafts/:id/changes/preview': { kind: 'follow', reason: 'x' },
  'POST /api/drafts/:id/changes': { kind: 'follow', reason: 'x' },
  'POST /api/changes/preview': { kind: 'remove', file: 'rules/a.yaml', reason: 'x' },
  'POST /api/changes': {
    change: { kind: 'remove', file: 'rules/a.yaml', reason: 'x' },
    title: 'x',
    oid: '0'.repeat(40),
  },
  'POST /api/rules/try': { text: 'id: a' },
  'POST /api/extension/try': { text: 'fields: []' },
  'POST /api/reader-reports/:id/settle': { answer: 'x' },
  'POST /api/publish/back': { to: '0'.repeat(40), reason: 'x' },
  'PUT /api/publish/schedule': { at: '2099-01-01T00:00:00.000Z' },
};

interface Raw {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Asks with the address as it is written here: nothing on this side makes it tidy. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      );
    });
    asked.on('error', reject);
    if (body !== undefined) asked.setHeader('content-length', Buffer.byteLength(body));
    asked.end(body);
  });
}
const mine = (client: Client, more: Record<string, string> = {}) => ({
  cookie: client.cookie,
  'x-csrf-token': client.session.csrf,
  ...more,
});
/** An address of `route` with something sound in the place of each of its parameters. */
const addressOf = (route: string) =>
  route
    .replace(/^\S+ /, '')
    .replace('/api/sessions/:id', '/api/sessions/AAAAAAAAAAAA')
    .replace(':id', draft)
    .replace('*', 'forms/a.pdf')
    .replace(/^\/api\/history(\/\w+)?$/, `$&?${historyQuery}`)
    .replace(/codes\/recoded$/, '$&?list=themes&from=a&to=b')
    .replace(/review\/pages$/, '$&?division=511502&item=food-business-licence');
const historyQuery = new URLSearchParams({
  file: 'catalogue.yaml',
  commit: '0'.repeat(40),
  division: '511502',
  item: 'food-business-licence',
  date: '2026-01-01',
});

describe('every route', () => {
  test('stands here: one that is added has to be', () => {
    for (const route of routes) {
      const [method, url] = route.split(' ') as ['GET', string];
      expect(studio.app.hasRoute({ method, url }), route).toBe(true);
    }
    const drawn = studio.app.printRoutes().match(/\b(GET|POST|PUT|DELETE|PATCH|TRACE)\b/g);
    expect(drawn).toHaveLength(routes.length);
  });

  test.each(closed)('%s refuses who is not signed in', async (route) => {
    const body = bodies[route] && JSON.stringify(bodies[route]);
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    expect((await raw(route.split(' ')[0]!, addressOf(route), headers, body)).status).toBe(401);
  });

  test('answers with what browsers need to be told, and to the signed in with what no cache keeps', async () => {
    for (const route of routes.filter((one) => one.startsWith('GET '))) {
      const { headers, status } = await raw('GET', addressOf(route), mine(administrator));
      expect(status, route).toBeLessThan(500);
      const policy = String(headers['content-security-policy']);
      for (const part of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ])
        expect(policy, route).toContain(part);
      expect(policy, route).not.toMatch(/script-src[^;]*'unsafe-inline'|\*|https?:/);
      expect(headers, route).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers, route).not.toHaveProperty('x-powered-by');
      expect(headers, route).not.toHaveProperty('access-control-allow-origin');
      if (route.includes(' /api/')) expect(headers['cache-control'], route).toBe('no-store');
    }
  });

  test.each(['TRACE', 'PATCH', 'PROPFIND'])('knows no %s', async (method) => {
    for (const path of ['/api/catalogue', '/', '/site/', `/api/drafts/${draft}`]) {
      const answer = await raw(method, path, mine(drafter));
      expect([400, 404, 405], path).toContain(answer.status);
      expect(answer.body).not.toContain(drafter.cookie);
    }
  });

  test('does nothing for a preflight, so that pages elsewhere may send no headers of ours', async () => {
    const { headers } = await raw('OPTIONS', '/api/drafts', {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-csrf-token',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

const ways = [
  '../outside.yaml',
  '../../outside.yaml',
  '..%2foutside.yaml',
  '%2e%2e%2foutside.yaml',
  '%2e%2e/%2e%2e/outside.yaml',
  '%252e%252e%252foutside.yaml',
  '..%255c..%255coutside.yaml',
  '..\\outside.yaml',
  '..%5coutside.yaml',
  '....//outside.yaml',
  '..;/outside.yaml',
  '%c0%ae%c0%ae/outside.yaml',
  '%uff0e%uff0e/outside.yaml',
  '%ef%bc%8e%ef%bc%8e/outside.yaml',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'file:///etc/passwd',
  'forms/../../outside.pdf',
  'forms/..%2f..%2foutside.pdf',
  'forms/%2e%2e/%2e%2e/outside.pdf',
  'forms/a.pdf%00.yaml',
  'outside.yaml%00.pdf',
  'C:%5cWindows%5cwin.ini',
  'C:/Windows/win.ini',
  '%5c%5chost%5cshare%5ca.pdf',
  'forms/con.pdf:stream',
  'forms/a.pdf::$DATA',
  'accounts.json',
  '.git/config',
  '.GIT/config',
  'git~1/config',
  'repository.git/config',
  '-rf',
  '--upload-pack=id',
  'forms/-a.pdf',
  'forms/.hidden.pdf',
  'forms/%E2%80%AEfdp.exe',
  'forms/a%0d%0aSet-Cookie:x=1.pdf',
  'forms/a%22;filename=b.html.pdf',
  'refs/heads/main',
  '~/.ssh/id_rsa',
  '%7e/outside.yaml',
];

describe('a path', () => {
  const everything = async () =>
    (await readdir(folder, { recursive: true })).filter((one) => !/access-|objects/.test(one)).sort();
  const harmless = ({ status, body, headers }: Raw, what: string) => {
    expect(status, what).toBeLessThan(500);
    expect(body, what).not.toMatch(new RegExp(`${canary}|scrypt|root:|\\[core\\]|${studio.dataDir}`));
    expect(headers, what).not.toHaveProperty('set-cookie');
  };

  test.each(ways)('%s leads nowhere, whoever takes it', async (way) => {
    const before = await everything();
    const conditions = { 'if-match': `"${tip}"`, 'x-operation-id': ulid(), 'content-type': 'text/plain' };
    for (const base of [
      '/site/',
      '/assets/',
      '/',
      `/api/drafts/${draft}/files/`,
      '/api/drafts/',
      '/api/sessions/',
    ]) {
      const answer = await raw('GET', base + way, mine(administrator));
      harmless(answer, `GET ${base}`);
      // What is no file of the studio is one of its pages.
      if (base === '/') expect([200, 400, 401, 403, 404]).toContain(answer.status);
      else expect([400, 401, 403, 404, 422], `GET ${base}`).toContain(answer.status);
    }
    for (const method of ['PUT', 'DELETE']) {
      const answer = await raw(
        method,
        `/api/drafts/${draft}/files/${way}`,
        mine(drafter, conditions),
        'id: a\n',
      );
      harmless(answer, method);
      expect([400, 401, 403, 404, 422], method).toContain(answer.status);
    }
    expect(await everything()).toEqual(before);
  });

  test.each(ways.map(decoded))('%j is no file, in a query or a body', async (way) => {
    const { status: begun } = await drafter.ask('POST', '/api/drafts', { payload: { file: way } });
    expect([400, 422]).toContain(begun);
    for (const url of ['/api/history', '/api/history/text', `/api/drafts/${draft}`]) {
      const query = new URLSearchParams({ file: way, commit: await studio.store.main() });
      const { status, body } = await drafter.ask('GET', `${url}?${query}`);
      // A catalogue could have a file of such a name at its root; this one has no version of it.
      if (status === 200) expect(body).toMatchObject({ file: way, versions: [] });
      else expect([400, 404, 422], url).toContain(status);
    }
    for (const act of [
      { kind: 'remove', file: way, reason: 'x' },
      { kind: 'rename', file: '511502/food-business-licence.yaml', to: way, reason: 'x' },
      { kind: 'rename', file: way, to: '511502/b.yaml', reason: 'x' },
      { kind: 'comment', file: way, text: 'x' },
      { kind: 'suggest', file: way, path: ['name'], value: 'x' },
    ]) {
      const { status } = await drafter.write('POST', `/api/drafts/${draft}/acts`, tip, act);
      expect([400, 403, 404, 422], act.kind).toContain(status);
    }
  });

  test('given twice is no path', async () => {
    const file = '511502/food-business-licence.yaml';
    const { status } = await drafter.ask('GET', `/api/history?file=${file}&file=../outside.yaml`);
    expect(status).toBe(400);
  });
});

/** What a way says when it is not part of an address. */
function decoded(way: string): string {
  try {
    return decodeURIComponent(way);
  } catch {
    return way;
  }
}

describe('a form on a page elsewhere', () => {
  const forms = [
    ['application/x-www-form-urlencoded', 'file=511502%2Fx.yaml'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
    ],
    ['text/plain', '{"file":"511502/food-business-licence.yaml"}'],
    ['application/json, text/plain', '{"file":"511502/food-business-licence.yaml"}'],
    ['application/json;charset=utf-7', '{"file":"511502/food-business-licence.yaml"}'],
    ['', '{"file":"511502/food-business-licence.yaml"}'],
  ];
  test.each(forms)('that sends %j with the cookie changes nothing', async (type, body) => {
    const drafts = (await studio.store.listDrafts()).length;
    for (const headers of [
      {},
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${port}.evil.example` },
      { referer: `http://127.0.0.1:${port}/`, 'sec-fetch-site': 'cross-site' },
      { 'x-http-method-override': 'DELETE' },
    ] as Record<string, string>[]) {
      const sent = { cookie: drafter.cookie, ...(type && { 'content-type': type }), ...headers };
      for (const path of ['/api/drafts', '/api/publish', '/api/sessions/end'])
        expect([400, 403, 415], path).toContain((await raw('POST', path, sent, body)).status);
    }
    expect((await studio.store.listDrafts()).length).toBe(drafts);
    expect((await drafter.ask('GET', '/api/session')).status).toBe(200);
  });

  test('signs nobody in (login CSRF)', async () => {
    const body = JSON.stringify({ user: 'drafter', password: studio.passwords.drafter });
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json', origin: 'http://evil.example' },
      { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      const answer = await raw('POST', '/api/session', headers, body);
      expect([400, 403, 415]).toContain(answer.status);
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
  });
});

describe('a session', () => {
  test('that somebody else put into the browser is not the one that signing in begins (fixation)', async () => {
    const planted = 'A'.repeat(43);
    const sign = (cookie: string) =>
      raw(
        'POST',
        '/api/session',
        { 'content-type': 'application/json', cookie },
        JSON.stringify({ user: 'reviewer', password: studio.passwords.reviewer }),
      );
    const first = /guicheng=([\w-]{43});/.exec(
      String((await sign(`guicheng=${planted}`)).headers['set-cookie']),
    )![1]!;
    expect(first).not.toBe(planted);
    const second = /guicheng=([\w-]{43});/.exec(
      String((await sign(`guicheng=${first}`)).headers['set-cookie']),
    )![1]!;
    expect(second).not.toBe(first);
    const status = async (token: string) =>
      (await raw('GET', '/api/session', { cookie: `guicheng=${token}` })).status;
    expect([await status(planted), await status(first), await status(second)]).toEqual([401, 401, 200]);
  });

  test('is kept as a hash alone, and its token stands in no file', async () => {
    await studio.saved();
    const token = administrator.cookie.slice('guicheng='.length);
    const { csrf } = administrator.session;
    for (const file of (await readdir(studio.dataDir, { recursive: true, withFileTypes: true })).filter(
      (one) => one.isFile(),
    )) {
      const text = await readFile(join(file.parentPath, file.name), 'latin1');
      for (const secret of [token, csrf, ...Object.values(studio.passwords)])
        expect(text.includes(secret), file.name).toBe(false);
    }
  });
});

test('figures hold no secret and no name of anybody, and are told on this machine alone', async () => {
  await raw('GET', `/api/drafts/${draft}?file=${canary}`, mine(drafter));
  await raw('GET', `/${canary}/${drafter.cookie}`, mine(drafter));
  const { body, status } = await raw('GET', '/metrics');
  expect(status).toBe(200);
  expect(body).toContain('guicheng_http_answers_total');
  for (const secret of [canary, drafter.cookie, drafter.session.csrf, 'local:drafter', draft, folder])
    expect(body).not.toContain(secret);
  expect((await raw('GET', '/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
});
