import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/node/server/index.ts';
import { startRealProvider, type RealProvider } from '../realProvider.ts';
import { sampleDir } from '../sampleCatalogue.ts';
import { axeViolations, desk, launchBrowser } from './browser.ts';
import { edits } from './studio.ts';

// A browser signs in through a real identity provider, and sees why what is not its person's is not.

let work: string;
let provider: RealProvider;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-oidc-'));
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  provider = await startRealProvider(`${publicUrl}/api/oidc/callback`, {
    lisi: { name: '李四', groups: ['county-food'] },
    stranger: { name: '外人', groups: [] },
  });
  const catalogueDir = join(work, 'items');
  await cp(sampleDir, catalogueDir, { recursive: true });
  await writeFile(
    join(catalogueDir, 'governance', 'people.yaml'),
    `people:
  - id: county-food
    name: 翠屏区市场监管
    claim: {name: groups, value: county-food}
    grants: [{id: a, roles: [drafter], divisions: ["511502"], departments: [market-regulation]}]
`,
  );
  const oidcFile = join(work, 'oidc.json');
  const { issuer, clientId, clientSecret } = provider;
  const settings = { publicUrl, issuer, clientId, clientSecret, scope: 'openid profile groups' };
  await writeFile(oidcFile, JSON.stringify(settings), { mode: 0o600 });
  [server, browser] = await Promise.all([
    startServer({ catalogueDir, dataDir: join(work, 'data'), port, oidcFile }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await provider.close();
  await rm(work, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((done) => probe.close(() => done()));
  return port;
}

/** Goes to the studio, and through the provider’s own pages as `login`. */
async function signIn(page: Page, login: string, address = '/'): Promise<void> {
  await page.goto(server.url + address);
  await page.getByRole('link', { name: '用统一身份认证登录' }).click();
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', 'any');
  await page.click('button[type=submit]');
  // What the provider asks once: whether the studio may know them.
  await page.click('button[type=submit]');
}

it('leads in through the provider, to where the person was going, with what is theirs', async () => {
  const context = await browser.newContext(desk);
  const page = await context.newPage();
  await page.goto(`${server.url}/drafts`);
  expect(await axeViolations(page)).toEqual([]);
  await signIn(page, 'lisi', '/drafts');
  await page.waitForURL(`${server.url}/drafts`);
  expect(await page.locator('.person').innerText()).toContain('李四');
  const [cookie] = (await context.cookies(server.url)).filter(({ name }) => name === 'guicheng');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });

  await page.getByRole('link', { name: '目录', exact: true }).click();
  // The page left has a search of its own.
  await page.getByRole('heading', { name: '事项目录' }).waitFor();
  await page.getByRole('searchbox').fill('食品经营许可');
  const row = (division: string) =>
    page.getByRole('row').filter({ hasText: division }).filter({ hasText: '食品经营许可' });
  await row('翠屏区')
    .getByRole('button', { name: /起草修改/ })
    .waitFor();
  await row('国家')
    .getByRole('button', { name: /不归您起草/ })
    .click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.innerText()).toMatch(/国家市场监督管理部门制定，不在您的职责范围内.*提出异议/);
  expect(await axeViolations(page)).toEqual([]);
  // What can be done instead: an objection, begun with all that is known.
  await dialog.getByRole('button', { name: '提出异议' }).click();
  await page.waitForURL(/\/drafts\//);
  await page.locator('.path', { hasText: 'objections/511502/food-business-licence-1.yaml' }).waitFor();
  const editor = edits(page);
  await editor.chooseSection('理由');
  await editor.field('/reason').fill('十个工作日对小店偏长。');
  await editor.saved();

  // Out is out: the browser’s next request is nobody’s.
  await page.locator('.person').click();
  await page.getByRole('button', { name: '退出' }).click();
  await page.waitForURL(/\/signin/);
  const status = await page.evaluate(async () => (await fetch('/api/session')).status);
  expect(status).toBe(401);
  await context.close();
});

it('tells who is known there and nobody here, and lets them in nowhere', async () => {
  const context = await browser.newContext(desk);
  const page = await context.newPage();
  await signIn(page, 'stranger');
  await page.waitForURL(/refused=unlisted/);
  expect(await page.getByRole('alert').innerText()).toContain('没有任何职责');
  expect((await context.cookies(server.url)).map(({ name }) => name)).not.toContain('guicheng');
  await context.close();
});
