import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem, Session } from '../../api/index.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../tests/testStudio.ts';

let studio: TestStudio;
let studioDir: string;
let drafter: Client;

beforeAll(async () => {
  studioDir = await mkdtemp(join(tmpdir(), 'guicheng-built-'));
  await mkdir(join(studioDir, 'assets'));
  await writeFile(join(studioDir, 'index.html'), '<!doctype html><title>规程</title>');
  await writeFile(join(studioDir, 'editor.html'), '<!doctype html><title>规程</title><link>');
  await writeFile(join(studioDir, 'assets', 'checkWorker-abc123.js'), '0;');
  await writeFile(join(studioDir, 'assets', 'index-abc123.js'), '0;');
  studio = await openTestStudio({ studioDir });
  drafter = await studio.signIn('drafter');
});
afterAll(async () => {
  await studio.close();
  await rm(studioDir, { recursive: true });
});

const id = '0'.repeat(26);
const draft = `/api/drafts/${id}`;
const routes = [
  ['GET', '/api/session'],
  ['DELETE', '/api/session'],
  ['GET', '/api/sessions'],
  ['DELETE', '/api/sessions/AAAAAAAAAAAA'],
  ['POST', '/api/sessions/end'],
  ['GET', '/api/access'],
  ['GET', '/api/catalogue'],
  ['GET', '/api/lookups'],
  ['GET', '/api/diagnostics'],
  ['GET', '/api/drafts'],
  ['POST', '/api/drafts'],
  ['GET', draft],
  ['PUT', `${draft}/files/000000/a.yaml`],
  ['POST', `${draft}/acts`],
  ['GET', `${draft}/review`],
  ['GET', '/api/publish'],
  ['POST', '/api/publish'],
] as const;
const payloadOf = (url: string) =>
  url === '/api/sessions/end' ? { subject: 'local:drafter' } : draftPayload(url);
const draftPayload = (url: string) =>
  url.endsWith('/acts') ? { kind: 'submit' } : url === '/api/drafts' ? { file: '000000/a.yaml' } : undefined;

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  headers: Record<string, string> = {},
) {
  const payload = method === 'GET' ? undefined : payloadOf(url);
  const answer = await studio.app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Problem>() };
}

describe('every route of the interface', () => {
  test.each(routes)('%s %s refuses who is not signed in', async (method, url) => {
    expect(refusal(await ask(method, url))).toEqual([401, 'unauthenticated']);
  });

  test.each(routes)('%s %s refuses a forged cookie', async (method, url) => {
    const headers = { cookie: `guicheng=${'A'.repeat(43)}`, 'x-csrf-token': drafter.session.csrf };
    expect(refusal(await ask(method, url, headers))).toEqual([401, 'unauthenticated']);
  });

  test.each(routes.filter(([method]) => method !== 'GET'))(
    '%s %s refuses a write without the token of its session',
    async (method, url) => {
      const { cookie } = drafter;
      const strange = { 'x-csrf-token': (await studio.signIn('drafter')).session.csrf };
      expect(refusal(await ask(method, url, { cookie }))).toEqual([403, 'forbidden']);
      expect(refusal(await ask(method, url, { cookie, ...strange }))).toEqual([403, 'forbidden']);
    },
  );

  test.each(routes.filter(([method]) => method !== 'GET'))(
    '%s %s refuses a page elsewhere',
    async (method, url) => {
      const mine = { cookie: drafter.cookie, 'x-csrf-token': drafter.session.csrf };
      for (const [name, value] of [
        ['origin', 'http://evil.example'],
        ['sec-fetch-site', 'cross-site'],
        ['origin', 'null'],
        ['sec-fetch-site', 'same-site'],
      ] as const)
        expect(refusal(await ask(method, url, { ...mine, [name]: value }))).toEqual([403, 'forbidden']);
    },
  );

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8080', '192.168.1.2'])(
    'is not served under the name %s',
    async (host) => {
      expect(refusal(await ask('GET', '/api/session', { host, cookie: drafter.cookie }))).toEqual([
        421,
        'forbidden',
      ]);
    },
  );

  test.each(['127.0.0.1:8080', 'localhost:8080', '[::1]:8080'])('is served under %s', async (host) => {
    expect((await ask('GET', '/api/session', { host, cookie: drafter.cookie })).status).toBe(200);
  });

  test('answers in Chinese and English, and never from a cache', async () => {
    const { body, headers } = await ask('GET', '/api/catalogue');
    expect(body.message).toMatch(/登录/);
    expect(body.messageEn).toMatch(/sign in/);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('signing in', () => {
  const post = (payload: unknown, headers = {}) =>
    studio.app.inject({ method: 'POST', url: '/api/session', headers, payload: payload as object });

  test('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await post({ user: 'legal', password: studio.passwords.legal });
    expect(answer.json<Session>().person).toEqual({
      subject: 'local:legal',
      name: '法制审核员',
      roles: ['legal'],
      grants: [{ roles: ['legal'], where: 'everywhere' }],
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^guicheng=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.body).not.toContain(cookie.slice(9, 30));
  });

  test.each([
    ['a wrong password', { user: 'drafter', password: 'x' }, 401],
    ['nobody', { user: 'nobody', password: 'x' }, 401],
    ['no password', { user: 'drafter' }, 400],
    ['a number', { user: 'drafter', password: 1, extra: true }, 400],
    ['a password of a megabyte', { user: 'drafter', password: 'x'.repeat(1_100_000) }, 413],
  ])('refuses %s', async (_name, payload, status) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  test('tells nothing apart between a wrong user and a wrong password', async () => {
    const answers = await Promise.all([
      post({ user: 'nobody', password: 'x' }),
      post({ user: 'legal', password: 'x' }),
    ]);
    expect(answers[0].body).toBe(answers[1].body);
  });

  test('is refused after many attempts on one user, of others not', async () => {
    const tries = await Promise.all(
      Array.from({ length: 25 }, () => post({ user: 'victim', password: 'x' })),
    );
    expect(tries.filter(({ statusCode }) => statusCode === 401)).toHaveLength(20);
    const last = tries.find(({ statusCode }) => statusCode === 429)!;
    expect(last.json<Problem>()).toMatchObject({ kind: 'too-many', message: expect.stringContaining('秒') });
    expect((await post({ user: 'legal', password: studio.passwords.legal })).statusCode).toBe(200);
  }, 30_000);

  test('out ends the session on the server, of this browser only', async () => {
    const [one, two] = await Promise.all([studio.signIn('reviewer'), studio.signIn('reviewer')]);
    expect((await one.ask('DELETE', '/api/session')).status).toBe(204);
    expect((await one.ask('GET', '/api/session')).status).toBe(401);
    expect((await two.ask('GET', '/api/session')).status).toBe(200);
  });
});

describe('what browsers may run', () => {
  const policy = async (url: string) => {
    const { headers, statusCode } = await studio.app.inject({ url });
    return { statusCode, csp: String(headers['content-security-policy']), headers };
  };

  test('the studio runs its own files, frames nobody and is framed by nobody', async () => {
    const { csp, headers } = await policy('/');
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("script-src 'self';");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });

  test('nothing makes code from text', async () => {
    const urls = ['/', '/assets/checkWorker-abc123.js', '/assets/index-abc123.js', '/api/session', '/site/'];
    for (const url of urls) expect((await policy(url)).csp).not.toContain('unsafe-eval');
  });

  test('the public site runs no inline script', async () => {
    expect((await policy('/site/')).csp).toMatch(/script-src 'self';/);
  });
});

describe('the studio’s files', () => {
  test('any page of its router is its index, fresh at every visit', async () => {
    for (const [url, isEditor] of [
      ['/', false],
      ['/drafts', false],
      ['/drafts/x', true],
      ['/drafts/x?file=a.yaml', true],
      ['/drafts/x/review', false],
      ['/review/y?z=1', false],
    ] as const) {
      const answer = await studio.app.inject({ url });
      expect(answer.body).toContain('规程');
      expect(answer.body.includes('<link>'), url).toBe(isEditor);
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  test('files named by their content are kept', async () => {
    const answer = await studio.app.inject({ url: '/assets/index-abc123.js' });
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers['content-type']).toMatch(/javascript/);
  });

  test.each([
    '/assets/gone.js',
    '/..%2f..%2faccounts.json',
    '/%2e%2e/accounts.json',
    '/assets/..%2f..%2f..%2fetc/passwd',
  ])('%s leads nowhere', async (url) => {
    const answer = await studio.app.inject({ url });
    expect(answer.body).not.toMatch(/scrypt|root:/);
    expect([400, 403, 404, 200]).toContain(answer.statusCode);
    if (answer.statusCode === 200) expect(answer.body).toContain('规程');
  });
});

test('a fault is told as one and shows nothing of its inside', async () => {
  const broken = studio.store.listDrafts;
  studio.store.listDrafts = () => Promise.reject(new Error('secret path'));
  try {
    const answer = await drafter.ask('GET', '/api/drafts');
    expect(refusal(answer)).toEqual([500, 'fault']);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  } finally {
    studio.store.listDrafts = broken;
  }
});

test('the health of the server can be asked by anybody here', async () => {
  expect((await studio.app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
});

test('an operation id is no way around the token', async () => {
  const headers = { cookie: drafter.cookie, 'x-operation-id': ulid(), 'if-match': `"${'0'.repeat(40)}"` };
  expect(refusal(await ask('POST', `${draft}/acts`, headers))).toEqual([403, 'forbidden']);
});
