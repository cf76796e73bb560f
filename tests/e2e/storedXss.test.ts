// What people write stays text: in every page of the site, its data for machines, and every view of the studio.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  readCatalogue,
  readSource,
  schemaOf,
  type Catalogue,
  type ReadResult,
} from '../../src/catalogue/index.ts';
import type { Path } from '../../src/model/path.ts';
import { followed, type Schema } from '../../src/model/schemas.ts';
import { walkFields } from '../../src/model/walk.ts';
import { siteFiles } from '../../src/node/publish/siteFiles.ts';
import { everyPayload, harmlessText, payloads } from '../security/payloads.ts';
import { smallSample } from '../smallSample.ts';
import { desk, launchBrowser } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin } from './studio.ts';

const date = '2026-06-01';
let browser: Browser;
let files: Map<string, Uint8Array>;
beforeAll(async () => {
  [browser, files] = await Promise.all([launchBrowser(), smallSample()]);
});
afterAll(() => browser.close());

/** Whether a field holds words of people: no identifier, code, choice or reference, whose form the schema says. */
function isFree(schema: Schema): boolean {
  const { type, pattern, enum: choices, const: fixed } = followed(schema);
  const ref = followed(schema)['x-ref'];
  return type === 'string' && [pattern, choices, fixed, ref].every((one) => one === undefined);
}
const isAddress = (schema: Schema) => followed(schema).pattern?.startsWith('^https?') ?? false;

function put(value: unknown, path: Path, text: string): void {
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
  (holder as Record<string, unknown>)[path.at(-1)!] = text;
}

/** The sample with `text` behind every text that people write, and `address` in the place of every address. */
function sampleWith(text: string, address: string): { catalogue: Catalogue; fields: Set<string> } {
  const fields = new Set<string>();
  const readFile = (path: string, content: Uint8Array | string): ReadResult => {
    const read = readSource(path, content);
    if (read.kind !== 'source') return read;
    const { kind } = read.source;
    const value = structuredClone(read.source.value);
    const found: [Path, string][] = [];
    walkFields(schemaOf(kind), value, (at, schema, was) => {
      // Names of legal instruments are found in texts by their words, and go on being found.
      if (typeof was !== 'string' || at.length === 0) return;
      if (isAddress(schema)) found.push([at, address]);
      else if (isFree(schema)) found.push([at, `${was} ${text}`]);
      else return;
      fields.add(`${kind}/${at.map((key) => (typeof key === 'number' ? '*' : key)).join('/')}`);
    });
    for (const [at, next] of found) put(value, at, next);
    return { kind: 'source', source: { ...read.source, value, written: value } };
  };
  return { catalogue: readCatalogue(files, readFile), fields };
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

function pagesOf(catalogue: Catalogue): {
  pages: Record<string, string>;
  all: Map<string, string | Uint8Array>;
} {
  const { files: made, newVersions } = siteFiles({ catalogue, date, baseUrl: 'https://guide.example/' });
  const all = new Map<string, string | Uint8Array>([...made, ...newVersions]);
  // The name of a version is of what it says; its page is the same as the current one but for that.
  const pages = [...made].flatMap(([path, text]) =>
    path.endsWith('.html') && typeof text === 'string' ? [[path, text]] : [],
  );
  return { pages: Object.fromEntries(pages) as Record<string, string>, all };
}

describe('the site', () => {
  test('has the same elements, attributes and kinds of addresses, whatever the texts say', async () => {
    const evil = sampleWith(everyPayload, 'javascript:window.__xss=1');
    const tame = sampleWith(harmlessText, 'unknown:x');
    expect(payloads.length).toBeGreaterThanOrEqual(30);
    expect(evil.fields.size).toBeGreaterThan(100);
    const [evilSite, tameSite] = [pagesOf(evil.catalogue), pagesOf(tame.catalogue)];
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
        expect(JSON.stringify(JSON.parse(one)), path).toContain(JSON.stringify(payloads[1]).slice(1, -1));
    }
    expect(Object.values(evilRead).flatMap(({ data }) => data).length).toBeGreaterThan(5);
    const index = await page.evaluate<{ name: string }[], string>(
      (script) => new Function(`${script};return guichengIndex`)() as { name: string }[],
      String(evilSite.all.get('search-index.js')),
    );
    expect(index.length).toBeGreaterThan(5);
    expect(index.every(({ name }) => name.endsWith(everyPayload))).toBe(true);

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
    const shown = [
      'index.html',
      'laws/index.html',
      'search.html?q=x',
      '511502/index.html',
      '511502/food-business-licence.html',
      '360100/urban-road-excavation-permit.html',
    ];
    const law = Object.keys(evilSite.pages).find((path) => /^laws\/(?!index)/.test(path))!;
    const agency = Object.keys(evilSite.pages).find((path) => path.startsWith('agencies/'))!;
    for (const path of [...shown, law, agency]) {
      await page.goto(`https://guide.example/${path}`);
      await page.emulateMedia({ media: 'print' });
      await page.emulateMedia({ media: 'screen' });
      expect(await page.evaluate('window.__xss'), path).toBeUndefined();
    }
    expect(asked).toEqual([]);
  });
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

  test('shows them as text: catalogue, form, source, preview, review, history, report', async () => {
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
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('body').innerText()).toContain('onerror=window.__xss=1');
    await isCalm('catalogue');
    const id = await begin(page, file);
    await isCalm('editor');
    const tip = await page.evaluate(
      async ({ draft, path, text }) => {
        const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string };
        const view = (await (await fetch(`/api/drafts/${draft}`)).json()) as { tip: string };
        const answer = await fetch(`/api/drafts/${draft}/acts`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-csrf-token': csrf,
            'if-match': `"${view.tip}"`,
            'x-operation-id': '01JA0000000000000000000000',
          },
          body: JSON.stringify({ kind: 'comment', text, file: path, path: ['name'] }),
        });
        return ((await answer.json()) as { tip?: string }).tip;
      },
      { draft: id, path: file, text: everyPayload },
    );
    expect(tip).toMatch(/^[0-9a-f]{40}$/);
    for (const address of [
      `/drafts/${id}`,
      `/drafts/${id}/review`,
      '/drafts',
      `/history?file=${file}`,
      '/report',
      '/publish',
    ]) {
      await page.goto(studio.server.url + address);
      await page.locator('main').first().waitFor();
      await isCalm(address);
    }
    expect(studio.faults).toEqual([]);
  });
});
