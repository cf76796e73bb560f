// What people write stays text: in every page of the site, its data for machines, and every view of the studio.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue, readSource, schemaOf } from '../../src/catalogue/index.ts';
import type { Path } from '../../src/model/path.ts';
import type { FileKind } from '../../src/model/schemas.ts';
import { walkFields } from '../../src/model/walk.ts';
import type { Shown } from '../../src/search/wire.ts';
import { builtSite } from '../builtSite.ts';
import { argumentsOf } from '../searchReader.ts';
import { filledWith, isAddress, isFree, type Filling } from '../security/filledWith.ts';
import { everyPayload, inert, payloads } from '../security/payloads.ts';
import { siteCatalogue } from '../siteCatalogue.ts';
import { smallSample } from '../smallSample.ts';
import { desk, launchBrowser } from './browser.ts';
import { importing } from './importing.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { ask, draftOf } from './reviewing.ts';
import { begin } from './studio.ts';

const date = '2026-06-01';
let browser: Browser;
let files: Map<string, Uint8Array>;
/** Fewer, with a file of every kind. */
let ofEveryKind: Map<string, Uint8Array>;
beforeAll(async () => {
  [files, ofEveryKind] = await Promise.all([smallSample(), siteCatalogue()]);
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Some of them in each of a few texts, since a file may not be long; and none has a character that no file may hold. */
const evilTexts = [0, 1, 2].map((part) =>
  payloads
    .filter((_, nth) => nth % 3 === part)
    .join(' ')
    .replaceAll('\u2028', ''),
);

/** Kinds of file whose every text is on some page; what others say is read from the sample as it is. */
const filled = new Set<FileKind>([
  'item',
  'law',
  'agency',
  'centre',
  'bundle',
  'catalogue',
  'objection',
  'staff',
  'list',
]);

function put(value: unknown, path: Path, text: string): void {
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
  (holder as Record<string, unknown>)[path.at(-1)!] = text;
}

/**
 * The sample with what it leaves empty filled in, `text` behind every text that people write, and `address` in the place of
 * every address.
 */
function sampleWith(filling: Filling): { files: Map<string, Uint8Array | string>; fields: Set<string> } {
  const { text, address } = filling;
  const fields = new Set<string>();
  const files = new Map<string, Uint8Array | string>(ofEveryKind);
  for (const { path, kind, value: was } of readCatalogue(ofEveryKind).sources.values()) {
    const value = filled.has(kind) ? filledWith(schemaOf(kind), was, filling) : structuredClone(was);
    const found: [Path, string][] = [];
    walkFields(schemaOf(kind), value, (at, schema, was) => {
      // Names of legal instruments are found in texts by their words, and go on being found.
      if (typeof was !== 'string' || at.length === 0) return;
      if (isAddress(schema)) found.push([at, address]);
      else if (isFree(schema)) found.push([at, was === text ? text : `${was} ${text}`]);
      else return;
      fields.add(`${kind}/${at.map((key) => (typeof key === 'number' ? '*' : key)).join('/')}`);
    });
    for (const [at, next] of found) put(value, at, next);
    const lines = Object.entries(value as object).map(([key, held]) => `${key}: ${JSON.stringify(held)}\n`);
    files.set(path, lines.join(''));
    expect(readSource(path, Buffer.from(lines.join(''))).kind, path).toBe('source');
  }
  return { files, fields };
}

/** What a page is made of as a browser reads it, its words left out; and what it tells machines. */
function readPages(
  page: Page,
  pages: Record<string, string>,
): Promise<Record<string, { shape: string; data: string[] }>> {
  return page.evaluate((texts) => {
    const schemes = new Set(['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href', 'style']);
    const shapeOf = (element: Element): string => {
      const attributes = [...element.attributes].map(({ name, value }) =>
        schemes.has(name) ? `${name}=${/^\s*([a-z]+):/i.exec(value)?.[1] ?? ''}` : name,
      );
      const own = `<${element.localName} ${attributes.sort().join(' ')}>`;
      const runs = element.localName === 'script' && element.getAttribute('type') !== 'application/ld+json';
      const script = runs || element.localName === 'style' ? element.textContent : '';
      return own + script + [...element.children].map(shapeOf).join('') + '/';
    };
    return Object.fromEntries(
      Object.entries(texts).map(([path, text]) => {
        const document = new DOMParser().parseFromString(text, 'text/html');
        const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
          (one) => one.textContent ?? '',
        );
        return [path, { shape: shapeOf(document.documentElement), data }];
      }),
    );
  }, pages);
}

async function pagesOf(of: ReadonlyMap<string, Uint8Array | string>): Promise<{
  pages: Record<string, string>;
  all: Map<string, Uint8Array>;
}> {
  // No check would let such addresses through.
  const { files: all } = await builtSite(of, { date, baseUrl: 'https://guide.example/', check: false });
  // The name of a version is of what it says; its page is the same as the current one but for that.
  const pages = [...all]
    .filter(([path]) => path.endsWith('.html') && !path.includes('/v/'))
    .map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
  return { pages: Object.fromEntries(pages) as Record<string, string>, all };
}

describe('the site', () => {
  test.each(evilTexts)(
    'has the same elements, attributes and kinds of addresses, whatever the texts say: %s',
    async (evilText) => {
      const evil = sampleWith({ text: evilText, address: 'javascript:window.__xss=1' });
      const tame = sampleWith({ text: inert(evilText), address: 'unknown:x' });
      expect(payloads.length).toBeGreaterThanOrEqual(30);
      expect(evil.fields.size).toBeGreaterThan(250);
      const [evilSite, tameSite] = [await pagesOf(evil.files), await pagesOf(tame.files)];
      expect(Object.keys(evilSite.pages)).toEqual(Object.keys(tameSite.pages));
      const page = await (await browser.newContext(desk)).newPage();
      const [evilRead, tameRead] = [
        await readPages(page, evilSite.pages),
        await readPages(page, tameSite.pages),
      ];
      for (const [path, { shape, data }] of Object.entries(evilRead)) {
        // Not by `toBe`, whose report of two pages would be a book.
        expect(shape === tameRead[path]!.shape, path).toBe(true);
        expect(shape, path).not.toMatch(/=javascript|=vbscript|=data>| on[a-z]+[ >]/);
        for (const one of data)
          expect(JSON.stringify(JSON.parse(one)), path).toContain(JSON.stringify(evilText).slice(1, -1));
      }
      expect(Object.values(evilRead).flatMap(({ data }) => data).length).toBeGreaterThan(5);
      // The index hands over what the names say, as text.
      const shown = [...evilSite.all].flatMap(([path, text]) =>
        /^search\/d\d+\.js$/.test(path) ? (argumentsOf(Buffer.from(text).toString())[1] as Shown[]) : [],
      );
      expect(shown.length).toBeGreaterThan(5);
      // A bundle’s name goes on with 一件事.
      expect(shown.every(([name]) => name.includes(evilText))).toBe(true);

      // And run, without the policy that would stop a script: on the screen, on paper, searched.
      const asked: string[] = [];
      await page.route('**', (route) => {
        const url = new URL(route.request().url());
        if (url.host !== 'guide.example') {
          asked.push(url.href);
          return route.abort();
        }
        const path = url.pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
        const body = evilSite.all.get(path);
        const contentType = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
        return body === undefined
          ? route.fulfill({ status: 404, body: '' })
          : route.fulfill({ contentType, body: Buffer.from(body) });
      });
      page.on('dialog', (dialog) => asked.push(dialog.message()));
      const pages = [
        'index.html',
        'laws/index.html',
        'search.html?q=x',
        '511500/index.html',
        '511500/food-business-licence.html',
        '511500/labour-dispatch-licence.html',
      ];
      const law = Object.keys(evilSite.pages).find((path) => /^laws\/(?!index)/.test(path))!;
      const agency = Object.keys(evilSite.pages).find((path) => path.startsWith('agencies/'))!;
      const bundle = Object.keys(evilSite.pages).find((path) => path.includes('/bundle/'))!;
      for (const path of [...pages, law, agency, bundle]) {
        await page.goto(`https://guide.example/${path}`);
        await page.emulateMedia({ media: 'print' });
        await page.emulateMedia({ media: 'screen' });
        expect(await page.evaluate('window.__xss'), path).toBeUndefined();
      }
      expect(asked).toEqual([]);
    },
  );
});

describe('the studio', () => {
  let folder: string;
  let studio: OpenStudio;
  const file = '511502/food-business-licence.yaml';
  const some = [payloads[2], payloads[5], payloads[1], payloads[8], payloads[27]].join(' ');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guicheng-xss-'));
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      // Behind every name that stands in quotation marks, or in none, at the end of its line.
      const text = Buffer.from(content)
        .toString()
        .replaceAll(
          /^( *(?:- )?(?:name|everydayName|summary|title): )([^"'|>&{[\n]+)$/gm,
          (_, key: string, was: string) => `${key}${JSON.stringify(`${was} ${some}`)}`,
        );
      await writeFile(join(folder, path), path.endsWith('.yaml') ? text : content);
    }
    studio = await openStudio(folder);
  });
  afterAll(async () => {
    await studio.close();
    await rm(folder, { recursive: true });
  });

  test('shows them as text: catalogue, form, source, preview, review, history, report, opinion, import', async () => {
    const page = await studio.person('drafter');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const isCalm = async (where: string) => {
      await page.waitForTimeout(300);
      for (const frame of page.frames()) expect(await frame.evaluate('window.__xss'), where).toBeUndefined();
      expect(
        await page.locator('img[src="x"], [onerror], [onload], [onfocus], a[href^="javascript:"]').count(),
        where,
      ).toBe(0);
      expect(dialogs, where).toEqual([]);
    };
    await page.locator('[role=row][data-index]').first().waitFor();
    expect(await page.locator('body').innerText()).toContain('onerror=window.__xss=1');
    await isCalm('catalogue');
    const id = await begin(page, file);
    await isCalm('editor');
    const { tip } = await ask<{ tip: string }>(page, 'GET', `/api/drafts/${id}`);
    const comment = { kind: 'comment', text: everyPayload, file, path: ['name'] };
    await ask(page, 'POST', `/api/drafts/${id}/acts`, { body: comment, tip });
    // Another goes the whole way, with an opinion that is printed and filed.
    const text = await readFile(join(folder, file), 'utf8');
    const signed = await draftOf(
      page,
      new Map([[file, text.replace(/advice: (\d+)-\d+/, 'advice: $1-0012345')]]),
      `${payloads[2]} ${payloads[1]}`,
    );
    const act = async (who: Page, body: object) => {
      const seen = await ask<{ tip: string }>(who, 'GET', `/api/drafts/${signed}`);
      await ask(who, 'POST', `/api/drafts/${signed}/acts`, { body, tip: seen.tip });
    };
    await act(page, { kind: 'submit' });
    const reviewer = await studio.person('reviewer');
    await act(reviewer, { kind: 'approve', role: 'reviewer', text: everyPayload });
    for (const address of [
      `/drafts/${id}`,
      `/drafts/${id}/review`,
      `/drafts/${signed}/review`,
      `/drafts/${signed}/opinions`,
      '/drafts',
      `/history?file=${file}`,
      '/report',
      '/publish',
    ]) {
      await page.goto(studio.server.url + address);
      await page.locator('main').first().waitFor();
      await isCalm(address);
    }
    await page.goto(`${studio.server.url}/drafts/${signed}/opinions`);
    await page.locator('.sheet').first().waitFor();
    expect(await page.locator('.sheet').first().innerText()).toContain(
      '</script><script>window.__xss=1</script>',
    );

    // The cells, the columns and the name of a table that a department sent.
    await page.goto(`${studio.server.url}/import`);
    const { choose, next, column, open, dialog } = importing(page);
    const cells = [
      ['编码', '事项名称', payloads[2]],
      ['1', everyPayload, everyPayload],
    ];
    const quoted = cells.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','));
    await choose({
      name: `${payloads[2]}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(quoted.join('\n')),
    });
    await isCalm('import: files');
    await next();
    await column('事项名称').waitFor();
    await isCalm('import: columns');
    await open('事项名称');
    expect(await dialog.innerText()).toContain('onerror=window.__xss=1');
    await isCalm('import: one column');
    expect(studio.faults).toEqual([]);
  });
});
