import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../../api/index.ts';
import { clientId, startFakeIssuer, type FakeIssuer, type Forge } from '../../../../tests/fakeIssuer.ts';
import { openTestStudio, refusal, type TestStudio } from '../../../../tests/testStudio.ts';
import { openOidc, type OidcSettings } from '../people/oidc.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let issuer: FakeIssuer;
let studio: TestStudio;
const publicUrl = new URL('http://127.0.0.1:8080');
const redirectUri = 'http://127.0.0.1:8080/api/oidc/callback';
const settingsOf = (): OidcSettings => ({
  issuer: issuer.url,
  clientId,
  label: { zh: '统一身份认证', en: 'Provider' },
  scope: 'openid profile',
  claims: ['groups'],
  redirectUri,
});
const peopleOf = (url: string) => `people:
  - id: lisi
    name: 李四
    subjects: ["local:drafter", "oidc:${url}#lisi"]
    grants: [{id: a, roles: [drafter], everywhere: true}]
  - id: office
    name: 法制科
    claim: {name: groups, value: legal-office}
    grants: [{id: a, roles: [legal], everywhere: true}]
`;

beforeAll(async () => {
  issuer = await startFakeIssuer();
  studio = await openTestStudio({
    oidc: { publicUrl, settings: settingsOf() },
    changes: new Map([['governance/people.yaml', peopleOf(issuer.url)]]),
  });
});
afterAll(async () => {
  await studio.close();
  await issuer.close();
});
beforeEach(() => {
  issuer.said = { sub: 'lisi', name: '认证里的名字' };
  issuer.forge = (sound) => sound;
});

const cookieOf = (headers: Record<string, unknown>, name: string) =>
  [headers['set-cookie']]
    .flat()
    .map((one) => new RegExp(`^${name}=([^;]+);`).exec(String(one))?.[1])
    .find((value) => value !== undefined);

/** Begins a sign-in: the browser's cookie, and the parameters that it takes to the provider. */
async function start(to = '/drafts', query = `to=${encodeURIComponent(to)}`) {
  const answer = await studio.app.inject({ url: `/api/oidc/start?${query}` });
  const asked = new URL(String(answer.headers.location)).searchParams;
  issuer.nonce = asked.get('nonce') ?? '';
  issuer.challenge = asked.get('code_challenge') ?? '';
  return { answer, asked, flow: cookieOf(answer.headers, 'guicheng-oidc') ?? '', state: asked.get('state')! };
}
/** Comes back from the provider. */
async function comeBack(
  { flow, state }: { flow: string; state: string },
  { query = {}, cookie = '' }: { query?: Record<string, string>; cookie?: string } = {},
) {
  const params = new URLSearchParams({ code: 'c', state, iss: issuer.url, ...query });
  const cookies = [flow === '' ? '' : `guicheng-oidc=${flow}`, cookie].filter((one) => one !== '').join('; ');
  const answer = await studio.app.inject({
    url: `/api/oidc/callback?${params}`,
    headers: cookies === '' ? {} : { cookie: cookies },
  });
  return { to: answer.headers.location, token: cookieOf(answer.headers, 'guicheng'), answer };
}
const sessionOf = async (token: string) => {
  const answer = await studio.app.inject({ url: '/api/session', headers: { cookie: `guicheng=${token}` } });
  return { status: answer.statusCode, body: answer.json<Session>() };
};

describe('signing in by an identity provider', () => {
  test('asks for a code with PKCE, state, nonce and the exact place to come back to', async () => {
    const { answer, asked } = await start();
    expect(answer.statusCode).toBe(303);
    expect(String(answer.headers.location)).toMatch(new RegExp(`^${issuer.url}/auth\\?`));
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: 'openid profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^guicheng-oidc=[\w-]{43}; Max-Age=600; Path=\/api\/oidc; HttpOnly; SameSite=Lax$/,
    );
    const again = await start();
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(again.asked.get(name)).not.toBe(asked.get(name));
  });

  test('leads in, as the person that the catalogue knows, to where they were going', async () => {
    const { fitting } = issuer.asked;
    const { to, token } = await comeBack(await start('/drafts?x=1'));
    expect(to).toBe('/drafts?x=1');
    expect(issuer.asked.fitting).toBe(fitting + 1);
    const { body } = await sessionOf(token!);
    // The same subject as their local account has.
    expect(body.person).toMatchObject({ subject: 'local:drafter', name: '李四', roles: ['drafter'] });
  });

  test('grants by a claim', async () => {
    issuer.said = { sub: 'wangwu', name: '王五', groups: ['staff', 'legal-office'] };
    const { token } = await comeBack(await start());
    expect((await sessionOf(token!)).body.person).toMatchObject({
      subject: `oidc:${issuer.url}#wangwu`,
      name: '王五',
      roles: ['legal'],
    });
  });

  test('refuses who is known there and nobody here', async () => {
    issuer.said = { sub: 'stranger', groups: ['staff'] };
    expect(await comeBack(await start())).toMatchObject({ to: '/signin?refused=unlisted', token: undefined });
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/a\nb', ''])(
    'leads to no place elsewhere: %j',
    async (to) => {
      expect((await comeBack(await start(to))).to).toBe('/');
    },
  );

  test('takes one place to lead to, and no list of them', async () => {
    expect((await comeBack(await start('', 'to=/drafts&to=/review'))).to).toBe('/');
  });

  test('is offered to anybody who asks how to sign in', async () => {
    const answer = await studio.app.inject({ url: '/api/sign-in' });
    expect(answer.json()).toEqual({ oidc: { zh: '统一身份认证', en: 'Provider' }, local: true });
  });
});

const past = Math.floor(Date.now() / 1000) - 3600;
const claims =
  (more: object): Forge =>
  (sound) => ({ ...sound, claims: { ...sound.claims, ...more } });

describe('what comes back is refused', () => {
  const expired = { to: '/signin?refused=expired', token: undefined };
  const failed = { to: '/signin?refused=failed', token: undefined };

  test('in a browser that began nothing, or began another (login CSRF)', async () => {
    const [mine, theirs] = [await start(), await start()];
    expect(await comeBack({ ...mine, flow: '' })).toMatchObject(expired);
    expect(await comeBack({ ...mine, flow: 'A'.repeat(43) })).toMatchObject(expired);
    expect(await comeBack({ flow: theirs.flow, state: mine.state })).toMatchObject(failed);
  });

  test('a second time', async () => {
    const begun = await start();
    expect((await comeBack(begun)).token).toBeDefined();
    expect(await comeBack(begun)).toMatchObject(expired);
  });

  test('with a forged or missing state, and then for good', async () => {
    const begun = await start();
    expect(await comeBack({ ...begun, state: 'forged' })).toMatchObject(failed);
    expect(await comeBack(begun)).toMatchObject(expired);
    expect(await comeBack(await start(), { query: { state: '' } })).toMatchObject(failed);
  });

  test('from another issuer, or where the person said no', async () => {
    expect(await comeBack(await start(), { query: { iss: 'https://evil.example' } })).toMatchObject(failed);
    expect(await comeBack(await start(), { query: { error: 'access_denied' } })).toMatchObject(failed);
  });

  test.each<[string, Forge]>([
    ['signed by another key', (sound) => ({ ...sound, key: issuer.strangeKey })],
    ['signed by nobody', (sound) => ({ ...sound, header: { alg: 'none' }, key: null })],
    ['without its signature', (sound) => ({ ...sound, key: null })],
    ['expired', claims({ iat: past, exp: past + 300 })],
    ['of another sign-in (replayed)', claims({ nonce: 'another' })],
    ['without a nonce', claims({ nonce: undefined })],
    ['for another client', claims({ aud: 'another' })],
    ['for several clients, none of them named', claims({ aud: [clientId, 'another'], azp: 'another' })],
    ['of another issuer', claims({ iss: 'https://evil.example' })],
    ['of nobody', claims({ sub: undefined })],
    ['that is missing', (sound) => ({ ...sound, noIdToken: true })],
  ])('with a token %s', async (_name, forge) => {
    issuer.forge = forge;
    expect(await comeBack(await start())).toMatchObject(failed);
    issuer.forge = (sound) => sound;
    expect((await comeBack(await start())).token).toBeDefined();
  });

  test('after ten minutes', async () => {
    let now = 0;
    const oidc = openOidc(settingsOf(), () => now);
    const { secret } = await oidc.start('/');
    now = 10 * 60_000 + 1;
    await expect(oidc.finish(secret, new URLSearchParams())).rejects.toMatchObject({ failure: 'expired' });
  });

  test('and where the provider cannot be reached, says so and asks again next time', async () => {
    const oidc = openOidc({ ...settingsOf(), issuer: 'http://127.0.0.1:9' });
    for (const _ of [1, 2]) await expect(oidc.start('/')).rejects.toMatchObject({ failure: 'unreachable' });
  });
});

describe('a session begun so', () => {
  test('is a new one, whatever the browser brought along (fixation), and the old one has ended', async () => {
    const old = (await comeBack(await start())).token!;
    for (const cookie of [`guicheng=${old}`, `guicheng=${'B'.repeat(43)}`]) {
      const { token } = await comeBack(await start(), { cookie });
      expect(cookie).not.toContain(token);
      expect((await sessionOf(token!)).status).toBe(200);
    }
    expect((await sessionOf(old)).status).toBe(401);
    expect((await sessionOf('B'.repeat(43))).status).toBe(401);
  });

  test('writes only with its token (CSRF)', async () => {
    const { token } = await comeBack(await start());
    const ask = (headers: Record<string, string>) =>
      studio.app.inject({
        method: 'POST',
        url: '/api/drafts',
        payload: { file: '511502/food-business-licence.yaml' },
        headers: { host: '127.0.0.1:8080', cookie: `guicheng=${token}`, ...headers },
      });
    expect((await ask({})).statusCode).toBe(403);
    const { csrf } = (await sessionOf(token!)).body;
    expect((await ask({ 'x-csrf-token': csrf, origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await ask({ 'x-csrf-token': csrf, origin: 'http://127.0.0.1:8080' })).statusCode).toBe(201);
  });
});

test('no page of signing in can be framed (clickjacking)', async () => {
  for (const url of ['/signin', '/api/sign-in', '/api/oidc/start', '/api/oidc/callback?code=c']) {
    const { headers } = await studio.app.inject({ url });
    expect(headers['x-frame-options'], url).toBe('DENY');
    expect(String(headers['content-security-policy']), url).toContain("frame-ancestors 'none'");
  }
});

describe('served to others by HTTPS', () => {
  let open: TestStudio;
  beforeAll(async () => {
    open = await openTestStudio({
      oidc: { publicUrl: new URL('https://guicheng.example'), settings: settingsOf() },
    });
  });
  afterAll(() => open.close());
  const post = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    open.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { user: 'drafter', password: open.passwords.drafter },
      headers,
      remoteAddress,
    });

  test('local accounts sign in on the server itself alone', async () => {
    expect((await post({ host: '127.0.0.1:8080' })).statusCode).toBe(200);
    for (const answer of [
      await post({ host: 'guicheng.example' }),
      await post({ host: '127.0.0.1:8080' }, '10.0.0.7'),
      await post({ host: '127.0.0.1:8080', 'x-forwarded-for': '10.0.0.7' }),
    ]) {
      expect(refusal({ status: answer.statusCode, headers: {}, body: answer.json() })).toEqual([
        403,
        'forbidden',
      ]);
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
    const ways = await open.app.inject({ url: '/api/sign-in', headers: { host: 'guicheng.example' } });
    expect(ways.json()).toMatchObject({ local: false });
  });

  test('cookies go by HTTPS and to this host only', async () => {
    expect(String((await post({ host: '127.0.0.1:8080' })).headers['set-cookie'])).toMatch(
      /^__Host-guicheng=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const host = 'guicheng.example';
    const begun = await open.app.inject({ url: '/api/oidc/start', headers: { host } });
    expect(String(begun.headers['set-cookie'])).toMatch(
      /^__Host-guicheng-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const { headers } = await open.app.inject({ url: '/', headers: { host } });
    expect(headers['strict-transport-security']).toContain('max-age=');
  });

  test('under its own name and no other', async () => {
    const status = async (host: string) =>
      (await open.app.inject({ url: '/api/sign-in', headers: { host } })).statusCode;
    expect(await status('guicheng.example')).toBe(200);
    expect(await status('evil.example')).toBe(421);
  });
});
