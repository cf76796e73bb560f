import vue from '@vitejs/plugin-vue';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { build } from 'vite';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { policies, policyText } from '../../src/node/server/security.ts';
import { sampleCatalogue } from '../sampleCatalogue.ts';
import { axeViolations, desk, launchBrowser, phone } from './browser.ts';
import type { Harness, SetUp } from './harness/source/main.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};
const file = '000000/water-abstraction-licence.yaml';
const modifier = 'Control';

let dist: string;
let server: Server;
let browser: Browser;
let setUp: SetUp;
let page: Page;
let faults: string[];
/** Files that the page of the next test does not get. */
let block: string | undefined;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'guicheng-source-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('harness/source', import.meta.url)),
    plugins: [vue()],
    logLevel: 'error',
    build: { outDir: dist, emptyOutDir: true, chunkSizeWarningLimit: 5000 },
  });
  // The studio's own policy, so that the editor is proven to live under it.
  const policy = policyText(policies.studio);
  server = createServer((request, response) => void serve(request.url!, policy, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await launchBrowser();
  const catalogue = await sampleCatalogue();
  const text = catalogue.sources.get(file)!.text;
  setUp = { text, file, lookups: catalogue.lookupData };
});

async function serve(url: string, policy: string, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(url, 'http://localhost');
  const name = pathname === '/' ? '/index.html' : pathname;
  const type = types[extname(name)];
  if (type === undefined) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
  response.end(await readFile(join(dist, name)));
}

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(dist, { recursive: true, force: true });
});

afterEach(async () => {
  await page.context().close();
  expect(faults).toEqual([]);
});

async function open(
  text: string,
  { ready = '.monaco-editor .view-line', context = desk } = {},
): Promise<void> {
  page = await (await browser.newContext(context)).newPage();
  page.setDefaultTimeout(10_000);
  faults = [];
  if (block !== undefined) await page.route(block, (route) => route.abort());
  block = undefined;
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.addInitScript((value) => Object.assign(window, { setUp: value }), { ...setUp, text });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForSelector(ready);
}

/** Runs in the page with its harness. */
function within<A, R>(work: (harness: Harness, argument: A) => R, argument: A): Promise<R> {
  return page.evaluate(`(${String(work)})(window.harness, ${JSON.stringify(argument)})`);
}

const text = () => within((harness) => harness.document.text, 0);

/** Puts the cursor at `offset` and the keys into the lens. */
async function putCursor(offset: number): Promise<void> {
  const before = (await text()).slice(0, offset).split(/\r\n|\n/);
  const place = { offset, line: before.length, column: before.at(-1)!.length + 1 };
  await within((harness, range) => harness.reveal(range), { start: place, end: place });
}

describe('the code editor', () => {
  test('asks for another name of an id, and opens the article of a field', async () => {
    await open('id: a # 甲\nprocedure:\n  steps: [{id: accept}, {id: decide, after: [accept]}]\n');
    await putCursor((await text()).indexOf('accept]') + 2);
    await page.keyboard.press('F2');
    await page.locator('.rename-input').fill('take-in');
    await page.locator('.rename-input').press('Enter');
    const wish = { path: ['procedure', 'steps', 1, 'after', 0], at: 'value', to: 'take-in' };
    await expect.poll(() => within((harness) => harness.wishes, 0), { timeout: 10_000 }).toEqual([wish]);
    await putCursor(7);
    await page.keyboard.press('F2');
    await page.getByText('这里没有可以改的标识').first().waitFor();
    await page
      .locator('.view-line span', { hasText: /^procedure$/ })
      .first()
      .hover();
    await page.locator('.monaco-hover a', { hasText: '行政许可法' }).first().click();
    const cite = { law: 'administrative-licensing-law', article: 30 };
    await expect.poll(() => within((harness) => harness.articles, 0), { timeout: 10_000 }).toEqual([cite]);
  });

  test('lays the text out when asked, as one step', async () => {
    const untidy = 'a:\n    b: 1  # 注\n';
    await open(untidy);
    await putCursor(4);
    await page.keyboard.press('Shift+Alt+F');
    expect(await text()).toBe('a:\n  b: 1  # 注\n');
    expect(await page.getByRole('status').first().textContent()).toContain('已整理版式');
    await page.keyboard.press(`${modifier}+z`);
    expect(await text()).toBe(untidy);
    expect(await page.getByText('已整理版式').count()).toBe(0);

    await page.getByRole('button', { name: '整理版式' }).click();
    expect(await text()).toBe('a:\n  b: 1  # 注\n');
    await putCursor(2);
    await page.keyboard.type('[');
    const broken = await text();
    await page.getByRole('button', { name: '整理版式' }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('没有整理');
    expect(await text()).toBe(broken);
  });

  test('types, pastes over and undoes in the one history', async () => {
    await open('a: 1\nb: 2\n');
    await putCursor(4);
    await page.keyboard.type('23');
    expect(await text()).toBe('a: 123\nb: 2\n');
    expect(await within((harness) => harness.made, 0)).toEqual([
      [{ from: 4, to: 4, insert: '2' }],
      [{ from: 5, to: 5, insert: '3' }],
    ]);
    await within((harness) => harness.document.apply([{ from: 10, to: 11, insert: '9' }], {}), 0);
    expect(await text()).toBe('a: 123\nb: 9\n');
    await page.keyboard.press(`${modifier}+z`);
    expect(await text()).toBe('a: 123\nb: 2\n');
    await page.keyboard.press(`${modifier}+z`);
    expect(await text()).toBe('a: 1\nb: 2\n');
    await page.keyboard.press(`${modifier}+Shift+z`);
    await page.keyboard.press(`${modifier}+y`);
    expect(await text()).toBe('a: 123\nb: 9\n');
    // What stands in the editor is the same: a key goes where the cursor is shown.
    await page.keyboard.press(`${modifier}+End`);
    await page.keyboard.type('c: 3');
    expect(await text()).toBe('a: 123\nb: 9\nc: 3');
  });

  test('keeps the cursor at its words when others change the text before it', async () => {
    await open('a: 1\nb: 2\n');
    await putCursor(9);
    await within((harness) => harness.document.apply([{ from: 0, to: 0, insert: '# 注\n' }], {}), 0);
    await page.keyboard.type('0');
    expect(await text()).toBe('# 注\na: 1\nb: 20\n');
  });

  test('keeps CRLF and shows a text that mixes breaks as plain text', async () => {
    await open('a: 1\r\nb: 2\r\n');
    await putCursor(4);
    await page.keyboard.press('Enter');
    await page.keyboard.type('c: 3');
    expect(await text()).toBe('a: 1\r\nc: 3\r\nb: 2\r\n');
    await within((harness) => harness.document.replace('a: 1\nb: 2\n'), 0);
    await putCursor(4);
    await page.keyboard.press('Enter');
    expect(await text()).toBe('a: 1\n\nb: 2\n');
    await within((harness) => harness.document.replace('a: 1\r\nb: 2\n'), 0);
    await page.waitForSelector('textarea.plain-source');
    await putCursor(4);
    await page.keyboard.press('Enter');
    await page.keyboard.type('c: 3');
    expect(await text()).toBe('a: 1\r\nc: 3\r\nb: 2\n');
  });

  test('leaves the text alone while an input method makes a word', async () => {
    await open('name: \nb: 2\n');
    await putCursor(6);
    const ime: CDPSession = await page.context().newCDPSession(page);
    for (const spelled of ['x', 'xu', 'xuk', 'xuke'])
      await ime.send('Input.imeSetComposition', {
        text: spelled,
        selectionStart: spelled.length,
        selectionEnd: spelled.length,
      });
    expect(await text()).toBe('name: \nb: 2\n');
    await within((harness) => harness.document.apply([{ from: 0, to: 0, insert: '# 注\n' }], {}), 0);
    await ime.send('Input.insertText', { text: '许可' });
    await expect.poll(text).toBe('# 注\nname: 许可\nb: 2\n');
    await page.keyboard.type('！');
    expect(await text()).toBe('# 注\nname: 许可！\nb: 2\n');
    await page.keyboard.press(`${modifier}+z`);
    expect(await text()).not.toContain('xu');
  });

  test('offers keys and codes by name, and writes them in the layout of the file', async () => {
    await open('id: a\nbasics:\n  name: 甲\n');
    await putCursor('id: a\nbasics:\n  name: 甲\n'.length);
    await page.keyboard.type('  办件');
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row.focused');
    await page.keyboard.press('Enter');
    await expect.poll(text).toContain('\n  handling: ');
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row >> text=instant');
    await page.keyboard.type('ins');
    await page.keyboard.press('Enter');
    await expect.poll(text).toBe('id: a\nbasics:\n  name: 甲\n  handling: instant');
  });

  test('marks findings, tells them on hover and offers their fixes', async () => {
    await open(setUp.text);
    const at = setUp.text.indexOf('basicCode:');
    const line = setUp.text.slice(0, at).split('\n').length;
    const finding: Diagnostic = {
      code: 'schema/pattern',
      severity: 'error',
      message: '基本编码不对。',
      messageEn: 'The basic code is wrong.',
      file,
      path: ['basics', 'basicCode'],
      range: {
        start: { offset: at, line, column: 3 },
        end: { offset: at + 9, line, column: 12 },
      },
      cites: [],
      fix: { title: '改为 1', titleEn: 'Make it 1', edits: [] },
    };
    await within((harness, found) => harness.show([found]), finding);
    await page.waitForSelector('.squiggly-error');
    await putCursor(at + 2);
    await page.keyboard.press(`${modifier}+.`);
    await page.waitForSelector('.action-widget >> text=改为 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => within((harness) => harness.fixes, 0)).toEqual([finding.fix]);
    await expect.poll(() => within((harness) => harness.cursors.at(-1), 0)).toEqual(['basics', 'basicCode']);
    await page.hover('.squiggly-error', { force: true });
    await page.waitForSelector('.monaco-hover >> text=基本编码不对。');
    await page.waitForSelector('.monaco-hover >> text=12 位');
  });

  test('has no violations, and nothing is left when it goes', async () => {
    await open(setUp.text);
    expect(await axeViolations(page)).toEqual([]);
    await within((harness) => harness.unmount(), 0);
    await within((harness) => harness.document.apply([{ from: 0, to: 0, insert: '#' }], {}), 0);
    expect(await page.locator('.monaco-editor').count()).toBe(0);
  });
});

describe('the plain text', () => {
  test('stands in where the code editor does not load', async () => {
    block = '**/monaco-*.js';
    await open('a: 1\n', { ready: 'textarea.plain-source' });
    expect(await page.textContent('.reason')).toContain('没有载入');
    await putCursor(4);
    await page.keyboard.type('2');
    expect(await text()).toBe('a: 12\n');
    // The browser and the lens each tell that they missed a file; nothing else is wrong.
    expect(faults.filter((fault) => !/Failed to (load resource|fetch)/.test(fault))).toEqual([]);
    faults = [];
  });

  test('keeps a word of an input method beside what others change meanwhile', async () => {
    await open('name: \r\nb: 2\r\n', {
      ready: 'textarea.plain-source',
      context: { ...phone, hasTouch: true, isMobile: true },
    });
    await putCursor(6);
    const ime = await page.context().newCDPSession(page);
    await ime.send('Input.imeSetComposition', { text: 'xuke', selectionStart: 4, selectionEnd: 4 });
    await within((harness) => harness.document.apply([{ from: 0, to: 0, insert: '# 注\r\n' }], {}), 0);
    expect(await text()).toBe('# 注\r\nname: \r\nb: 2\r\n');
    await ime.send('Input.insertText', { text: '许可' });
    await page.keyboard.type('证');
    expect(await text()).toBe('# 注\r\nname: 许可证\r\nb: 2\r\n');
    expect(await page.inputValue('textarea')).toBe('# 注\nname: 许可证\nb: 2\n');
  });

  test('is what a phone gets; Tab leaves it and undo is the document’s', async () => {
    await open('a: 1\r\nb: 2\r\n', {
      ready: 'textarea.plain-source',
      context: { ...phone, hasTouch: true, isMobile: true },
    });
    await putCursor(10);
    await page.keyboard.type('5');
    expect(await text()).toBe('a: 1\r\nb: 25\r\n');
    await within((harness) => harness.document.apply([{ from: 0, to: 0, insert: '# 注\r\n' }], {}), 0);
    await page.keyboard.type('6');
    expect(await text()).toBe('# 注\r\na: 1\r\nb: 256\r\n');
    for (let i = 0; i < 3; i++) await page.keyboard.press(`${modifier}+z`);
    expect(await text()).toBe('a: 1\r\nb: 2\r\n');
    expect(await page.inputValue('textarea')).toBe('a: 1\nb: 2\n');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('TEXTAREA');
    expect(await axeViolations(page)).toEqual([]);
  });
});
