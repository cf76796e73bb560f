import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStudio, type TestStudio } from '../testStudio.ts';
import { desk, launchBrowser } from './browser.ts';

// What the content security policies mean to a browser, tried by a page that wants everything.

const makesCode = `try { postMessage(new Function('return "made code"')()) } catch (error) { postMessage(error.name) }`;
const main = `
const answerOf = (worker) => new Promise((resolve) => {
  worker.onmessage = ({data}) => resolve(data);
  worker.onerror = () => resolve('no worker');
});
const frame = (html) => new Promise((resolve) => {
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-same-origin';
  frame.srcdoc = html;
  frame.onload = () => resolve(frame.contentDocument.body);
  document.body.append(frame);
});
window.tried = (async () => {
  const tried = {};
  try { tried.page = new Function('return "made code"')() } catch (error) { tried.page = error.name }
  tried.checkWorker = await answerOf(new Worker('/assets/checkWorker-1.js'));
  const blob = new Blob(['postMessage("ran")'], {type: 'text/javascript'});
  tried.blobWorker = await answerOf(new Worker(URL.createObjectURL(blob)));
  const style = document.createElement('style');
  style.textContent = 'b { color: rgb(1, 2, 3) }';
  document.head.append(style);
  tried.style = getComputedStyle(document.querySelector('b')).color;
  const body = await frame('<style>p { color: rgb(4, 5, 6) }</style><p>x</p><script>document.body.id = "ran"</script>');
  tried.frame = getComputedStyle(body.querySelector('p')).color;
  tried.frameScript = body.id;
  tried.elsewhere = await fetch('http://127.0.0.1:9/').then(() => 'asked', () => 'refused');
  return tried;
})();`;

let studioDir: string;
let studio: TestStudio;
let browser: Browser;
let page: Page;
let url: string;
beforeAll(async () => {
  studioDir = await mkdtemp(join(tmpdir(), 'guicheng-policies-'));
  await mkdir(join(studioDir, 'assets'));
  for (const [name, text] of [
    ['index.html', '<!doctype html><title>x</title><body><b>x</b><script src="/assets/main-1.js"></script>'],
    ['assets/main-1.js', main],
    ['assets/checkWorker-1.js', makesCode],
  ] as const)
    await writeFile(join(studioDir, name), text);
  [studio, browser] = await Promise.all([openTestStudio({ studioDir }), launchBrowser()]);
  await (await studio.signIn('administrator')).ask('POST', '/api/publish');
  url = await studio.app.listen({ port: 0, host: '127.0.0.1' });
  page = await browser.newPage(desk);
});
afterAll(async () => {
  await browser?.close();
  await studio?.close();
  await rm(studioDir, { recursive: true, force: true });
});

it('nothing makes code from text; styles of editor and preview hold; scripts of the preview do not run', async () => {
  await page.goto(url);
  expect(await page.evaluate('window.tried')).toEqual({
    page: 'EvalError',
    checkWorker: 'EvalError',
    blobWorker: 'ran',
    style: 'rgb(1, 2, 3)',
    frame: 'rgb(4, 5, 6)',
    frameScript: '',
    elsewhere: 'refused',
  });
});

it('the public site has its style and its search, and asks the studio nothing', async () => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto(`${url}/site/search.html?q=食品`);
  await expect.poll(() => page.locator('#results li:visible').count()).toBeGreaterThan(0);
  const size = () => page.evaluate('getComputedStyle(document.body).margin');
  expect(await size()).toBe('0px');
  await page.locator('#results a').first().click();
  await page.waitForURL(/\/site\/\d{6}\/food/);
  expect(await size()).toBe('0px');
  expect(refused).toEqual([]);
  expect(await page.evaluate(`fetch('/api/session').then(() => 'asked', () => 'refused')`)).toBe('refused');
});

it('an address that is none of the site says so and leads home', async () => {
  const answer = await page.goto(`${url}/site/nothing.html`);
  expect(answer!.status()).toBe(404);
  await page.getByRole('link', { name: '首页' }).click();
  await page.waitForURL(`${url}/site/`);
});
