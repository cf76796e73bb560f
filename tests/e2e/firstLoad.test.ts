import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Bytes of script, gzipped, that a page other than the editor may ask for before it can be used. */
const most = 200 * 1024;
const built = new URL('../../dist/studio/', import.meta.url);

/** A file of the built studio with what it cannot begin without, by name. */
function withImports(file: string, found = new Map<string, number>()): Map<string, number> {
  if (found.has(file)) return found;
  const text = readFileSync(new URL(`assets/${file}`, built), 'utf8');
  found.set(file, gzipSync(text).length);
  // A built file begins with its imports, and holds `from"./x.js"` in no other place.
  for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    withImports(name!, found);
  return found;
}

function entryOf(page: string): string {
  const name = /<script type="module"[^>]*src="\/assets\/([^"]+)"/.exec(
    readFileSync(new URL(page, built), 'utf8'),
  );
  expect(name, page).not.toBeNull();
  return name![1]!;
}

const pages = readdirSync(new URL('assets/', built)).filter((name) => /^[A-Z]\w+Page-.*\.js$/.test(name));

test('every page is a file of its own', () => {
  expect(pages.map((name) => name.split('-')[0]).sort()).toEqual(
    readdirSync(new URL('../../studio/pages/', import.meta.url))
      .map((name) => name.replace('.vue', ''))
      .filter((name) => name !== 'EditorPage')
      .sort(),
  );
});

test.each(pages)('%s is there after 200 KB of script', (page) => {
  const files = withImports(page, withImports(entryOf('index.html')));
  const bytes = [...files.values()].reduce((sum, one) => sum + one, 0);
  expect(bytes, [...files].map(([name, size]) => `${name} ${size}`).join('\n')).toBeLessThanOrEqual(most);
});

test('the address of a draft names all that the editor cannot begin without', () => {
  const html = readFileSync(new URL('editor.html', built), 'utf8');
  const named = new Set([...html.matchAll(/assets\/([^"]+\.js)/g)].map(([, name]) => name!));
  const editor = [...named].find((name) => name.startsWith('editor-'));
  expect(editor).toBeDefined();
  expect([...withImports(editor!).keys()].filter((name) => !named.has(name))).toEqual([]);
  // Monaco is a code editor for wide windows, and no small thing to fetch for nothing.
  expect(html).toMatch(/href="\/assets\/monaco-[^"]+" media="\(min-width: 64rem\)"/);
});

test('the editor is made of few files, with one style sheet', () => {
  const html = readFileSync(new URL('editor.html', built), 'utf8');
  const scripts = [...new Set([...html.matchAll(/assets\/([^"]+\.js)/g)].map(([, name]) => name!))];
  // Each costs as much to ask for as a large one to read: what the form begins without comes when it is asked for.
  const own = scripts.filter((name) => !name.startsWith('monaco-'));
  expect(own.map((name) => name.split('-')[0]).sort()).toEqual(['base', 'core', 'editor', 'rolldown']);
  const bytes = own.map((name) => gzipSync(readFileSync(new URL(`assets/${name}`, built))).length);
  expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(240 * 1024);
  const sheets = [...html.matchAll(/<link rel="stylesheet"([^>]*)>/g)].map(([, rest]) => rest!);
  expect(sheets.filter((rest) => !rest.includes('media="not all" disabled'))).toHaveLength(1);
});
