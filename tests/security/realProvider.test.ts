import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOidc, type Oidc } from '../../src/node/server/people/oidc.ts';
import type { Forge } from '../fakeIssuer.ts';
import { startRealProvider, type RealProvider } from '../realProvider.ts';

// Signing in through a real identity provider, with what somebody changes, repeats or holds back on the way.

const redirectUri = 'http://127.0.0.1:8080/api/oidc/callback';
let provider: RealProvider;
let oidc: Oidc;
beforeAll(async () => {
  provider = await startRealProvider(redirectUri, { lisi: { name: '李四', groups: ['county-food'] } });
  const { issuer, clientId, clientSecret } = provider;
  oidc = openOidc({
    issuer,
    clientId,
    clientSecret,
    redirectUri,
    label: { zh: '统一身份认证', en: 'Provider' },
    scope: 'openid profile groups',
    claims: ['groups'],
  });
});
afterAll(() => provider.close());
beforeEach(() => {
  provider.forge = undefined;
  provider.codeSeconds = 60;
});

/** Somebody at the pages of the provider, who comes back with the query that their browser would bring. */
async function throughProvider(begun: string): Promise<URLSearchParams> {
  const jar = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form && new URLSearchParams(form);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body }),
    });
    for (const one of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      jar.set(name!, value!);
    }
    return answer;
  };
  let answer = await ask(begun);
  for (let step = 0; step < 12; step++) {
    const to = answer.headers.get('location');
    if (to === null) {
      // A page of the provider: it asks who it is, and then whether the studio may know.
      const page = await answer.text();
      const [, action] = /action="([^"]+)"/.exec(page)!;
      const [, prompt] = /name="prompt" value="([^"]+)"/.exec(page)!;
      answer = await ask(action!, { prompt: prompt!, login: 'lisi', password: 'any' });
    } else if (to.startsWith(redirectUri)) return new URL(to).searchParams;
    else answer = await ask(new URL(to, provider.issuer).href);
  }
  throw new Error('The provider leads round in circles');
}

async function begin(): Promise<{ secret: string; query: URLSearchParams }> {
  const { url, secret } = await oidc.start('/drafts');
  return { secret, query: await throughProvider(url) };
}
const refusedAs = (failure: string) => ({ name: 'OidcProblem', failure });

test('who comes back as they were sent is let in', async () => {
  const { secret, query } = await begin();
  const { identity, to } = await oidc.finish(secret, query);
  expect(to).toBe('/drafts');
  expect(identity).toEqual({
    subject: `oidc:${provider.issuer}#lisi`,
    name: '李四',
    claims: { groups: ['county-food'] },
  });
});

test('the same way back a second time is refused, and so is its code on another way', async () => {
  const first = await begin();
  await oidc.finish(first.secret, first.query);
  await expect(oidc.finish(first.secret, first.query)).rejects.toMatchObject(refusedAs('expired'));
  const second = await begin();
  const replayed = new URLSearchParams(second.query);
  replayed.set('code', first.query.get('code')!);
  await expect(oidc.finish(second.secret, replayed)).rejects.toMatchObject(refusedAs('failed'));
});

test('a code that nobody used yet is refused on another way, and with another state', async () => {
  const [theirs, mine, other] = [await begin(), await begin(), await begin()];
  const injected = new URLSearchParams(mine.query);
  injected.set('code', theirs.query.get('code')!);
  await expect(oidc.finish(mine.secret, injected)).rejects.toMatchObject(refusedAs('failed'));
  await expect(oidc.finish(other.secret, theirs.query)).rejects.toMatchObject(refusedAs('failed'));
});

test('a code that lay too long is refused', async () => {
  provider.codeSeconds = 1;
  const { secret, query } = await begin();
  await sleep(2100);
  await expect(oidc.finish(secret, query)).rejects.toMatchObject(refusedAs('failed'));
});

const strange = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const past = Math.floor(Date.now() / 1000) - 3600;
const claims =
  (more: object): Forge =>
  (sound) => ({ ...sound, claims: { ...sound.claims, ...more } });

test('a token that is only signed anew by the provider passes, so that what follows is refused for what it says', async () => {
  provider.forge = claims({});
  const { secret, query } = await begin();
  expect((await oidc.finish(secret, query)).identity.name).toBe('李四');
});

test.each<[string, Forge]>([
  ['signed by another key', (sound) => ({ ...sound, key: strange })],
  ['signed by nobody', (sound) => ({ ...sound, header: { alg: 'none' }, key: null })],
  ['without its signature', (sound) => ({ ...sound, key: null })],
  ['of another sign-in', claims({ nonce: 'another' })],
  ['of another issuer', claims({ iss: 'https://evil.example' })],
  ['for another client', claims({ aud: 'another' })],
  ['that has expired', claims({ iat: past, exp: past + 300 })],
  ['of somebody else than the rest of the answer', claims({ sub: 'wangwu' })],
])('a token %s is refused', async (_name, forge) => {
  provider.forge = forge;
  const { secret, query } = await begin();
  await expect(oidc.finish(secret, query)).rejects.toMatchObject(refusedAs('failed'));
});
