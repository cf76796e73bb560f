import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOidcSettings } from './readOidcSettings.ts';
import { startServer } from '../startServer.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guicheng-oidc-'));
  path = join(folder, 'oidc.json');
});
afterEach(() => rm(folder, { recursive: true }));

const least = {
  publicUrl: 'https://guicheng.example',
  issuer: 'https://id.example/realm',
  clientId: 'guicheng',
};
const write = (value: unknown, mode = 0o600) =>
  writeFile(path, typeof value === 'string' ? value : JSON.stringify(value), { mode });

test('what is not said has its usual value; where to come back to follows from the address', async () => {
  await write(least);
  const { publicUrl, settings } = await readOidcSettings(path);
  expect(publicUrl.href).toBe('https://guicheng.example/');
  expect(settings).toEqual({
    issuer: 'https://id.example/realm',
    clientId: 'guicheng',
    label: { zh: '用统一身份认证登录', en: 'Sign in by the identity provider' },
    scope: 'openid profile',
    claims: ['groups'],
    redirectUri: 'https://guicheng.example/api/oidc/callback',
  });
  await write({ ...least, scope: 'profile groups' });
  expect((await readOidcSettings(path)).settings.scope).toBe('openid profile groups');
});

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{', /must say publicUrl, issuer and clientId/],
  ['nothing', 'null', /must say/],
  ['no client', { ...least, clientId: undefined }, /must say/],
  ['claims that are no list', { ...least, claims: 'groups' }, /claims is a list/],
  ['a label in one language', { ...least, label: { zh: '登录' } }, /label has/],
  ['an issuer anybody could listen to', { ...least, issuer: 'http://id.example' }, /issuer .* https/],
  ['an address anybody could listen to', { ...least, publicUrl: 'http://10.0.0.7' }, /publicUrl .* https/],
  ['no address', { ...least, publicUrl: 'guicheng.example' }, /publicUrl .* https/],
  ['an address with a path', { ...least, publicUrl: 'https://x.example/guicheng' }, /after host and port/],
])('%s is said to be wrong', async (_name, value, words) => {
  await write(value);
  await expect(readOidcSettings(path)).rejects.toThrow(words);
});

test('plain HTTP is for this machine', async () => {
  await write({ ...least, publicUrl: 'http://127.0.0.1:8080', issuer: 'http://localhost:9000' });
  expect((await readOidcSettings(path)).settings.redirectUri).toBe('http://127.0.0.1:8080/api/oidc/callback');
});

test('a secret that others may read is not used', async () => {
  await write({ ...least, clientSecret: 's' });
  expect((await readOidcSettings(path)).settings.clientSecret).toBe('s');
  await chmod(path, 0o640);
  await expect(readOidcSettings(path)).rejects.toThrow(/chmod 600/);
});

test('a file that is not there is said so', async () => {
  await expect(readOidcSettings(path)).rejects.toThrow(/cannot be read \(ENOENT\)/);
});

test('with local accounts alone nothing is served beyond this machine', async () => {
  const dataDir = join(folder, 'data');
  const start = startServer({ catalogueDir: folder, dataDir, port: 0, host: '0.0.0.0' });
  await expect(start).rejects.toThrow(/identity provider with --oidc first/);
});
