import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestStudio, type TestStudio } from '../../../../tests/testStudio.ts';

// A publish flushes every file to the disk, which may be slow.
vi.setConfig({ hookTimeout: 60_000 });

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio({ changes: new Map([['forms/blank.pdf', '%PDF-1.4\n%%EOF\n']]) });
  const published = await (await studio.signIn('administrator')).ask('POST', '/api/publish');
  expect(published.status).toBe(200);
  // The check takes no such attachments. Were one there all the same, it must do no harm.
  const forms = join(studio.dataDir, 'site', 'current', 'forms');
  await writeFile(join(forms, 'page.html'), '<script src="evil.js"></script>');
  await writeFile(join(forms, 'evil.js'), 'fetch("/api/session")');
});
afterAll(() => studio.close());
const get = (url: string, headers = {}) => studio.app.inject({ url, headers });

describe('what is published', () => {
  test.each([
    ['/site/', 'text/html; charset=utf-8'],
    ['/site/index.html', 'text/html; charset=utf-8'],
    ['/site/511500/', 'text/html; charset=utf-8'],
    ['/site/search.html?q=水', 'text/html; charset=utf-8'],
    ['/site/search.js', 'text/javascript; charset=utf-8'],
    ['/site/manifest.json', 'application/json; charset=utf-8'],
    ['/site/forms/blank.pdf', 'application/pdf'],
  ])('%s comes as %s, and again only when it has changed', async (url, type) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    const again = await get(url, { 'if-none-match': answer.headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('a permanent version may be kept for ever', async () => {
    const page = await get('/site/511500/food-business-licence.html');
    const [path] = /511500\/food-business-licence\/v\/[^"]+\.html/.exec(page.body)!;
    const version = await get(`/site/${path}`);
    expect(version.statusCode).toBe(200);
    expect(version.headers['cache-control']).toContain('immutable');
  });

  test.each(['/site/forms/page.html', '/site/forms/evil.js'])(
    '%s is saved and neither shown nor run',
    async (url) => {
      const { headers } = await get(url);
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
      });
    },
  );

  test('its own style holds and no script but its files', async () => {
    const page = await get('/site/511500/food-business-licence.html');
    const csp = String(page.headers['content-security-policy']);
    expect(page.body).toContain('<style>');
    expect(csp).toMatch(/style-src 'self' 'unsafe-inline'/);
    expect(csp).toMatch(/script-src 'self';/);
    expect(csp).toMatch(/connect-src 'none'/);
    const scripts = [...page.body.matchAll(/<script(?![^>]*ld\+json)([^>]*)>/g)];
    expect(scripts.every(([, attributes]) => attributes!.includes('src='))).toBe(true);
  });

  test('without its slash the address leads to the home page', async () => {
    const answer = await get('/site');
    expect([answer.statusCode, answer.headers.location]).toEqual([308, '/site/']);
  });
});

test.each(['/site/../accounts.json', '/site/%2e%2e/accounts.json', '/site/511500/../../accounts.json'])(
  '%s is an address outside the site, where nothing is',
  async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('scrypt');
  },
);

test.each([
  '/site/nothing.html',
  '/site/511500/food-business-licence/v/2020-01-01-00000000.html',
  '/site/511500/food-business-licence.html/more',
  '/site/..%2faccounts.json',
  '/site/..%5caccounts.json',
  '/site/%2e%2e%2f%2e%2e%2fetc/passwd',
  '/site//etc/passwd',
  '/site/versions.json',
  '/site/releases/',
  '/site/.hidden',
  '/site/index.html%00.txt',
  `/site/${'a'.repeat(290)}.html`,
])('%s is no page, and says so in both languages', async (url) => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.body).toMatch(/没有这个页面[\s\S]*No such page/);
  expect(answer.body).not.toMatch(/scrypt|root:/);
  expect(answer.body).not.toContain(studio.dataDir);
});
