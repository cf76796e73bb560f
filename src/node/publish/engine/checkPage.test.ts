import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../catalogue/index.ts';
import { handbookOf } from '../../../exchange/handbook/handbookOf.ts';
import { openItem } from '../../../exchange/open/openItem.ts';
import { handbookPage } from '../../../guide/index.ts';
import { readFolder } from '../../files/index.ts';
import { buildCatalogue } from './buildCatalogue.ts';
import { checkPage } from './checkPage.ts';
import { siteCatalogue } from '../../../../tests/siteCatalogue.ts';

/** Another program's idea of what a page may be: the HTML standard, and what readers of a screen need. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Answers about a case act at once and are sent nowhere: there is nothing to submit. The form is there so that
    // its button takes all answers back without a script.
    'wcag/h32': 'off',
    // A board in a hall turns its pages by itself, also without scripts; nobody reads it with hands or by voice.
    'meta-refresh': 'off',
  },
});

function foundBy(page: string): string[] {
  const { results } = validator.validateStringSync(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
  );
}

let work: string;
/** Pages of a site, at most two of each template. */
let pages: Map<string, string>;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-markup-'));
  const dir = join(work, 'catalogue');
  const files = await siteCatalogue();
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), bytes);
  }
  const out = join(work, 'site');
  const { kind } = await buildCatalogue({ dir, out, date: '2026-11-26', baseUrl: 'https://example.cn' });
  expect(kind).toBe('built');
  const counts = new Map<string, number>();
  pages = new Map();
  for (const [path, bytes] of await readFolder(out)) {
    const template = templateOf(path);
    const count = counts.get(template) ?? 0;
    if (!path.endsWith('.html') || count >= 2) continue;
    counts.set(template, count + 1);
    pages.set(path, Buffer.from(bytes).toString());
  }
  const { guides, lookups } = readCatalogue(files);
  for (const guide of guides.slice(0, 2))
    pages.set(`handbook/${guide.id}.html`, handbookPage(handbookOf(openItem(guide, lookups, 'staff'))));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** The kind of page that stands at a path: division, item, law, letter and day left out. */
function templateOf(path: string): string {
  return path
    .replace(/\d{6}/, 'D')
    .replace(/\/v\/.*/, '/v')
    .replace(
      /^(D\/bundle|D|laws|agencies|centres|themes|served|a-z|touch\/D\/\w)\/(?!index|bundle)[^/]+/,
      '$1/x',
    )
    .replace(/^board\/.*/, 'board');
}

test('of no template of the site there is anything to say', () => {
  expect(pages.size).toBeGreaterThan(30);
  const said = [...pages].flatMap(([path, page]) => [
    ...foundBy(page).map((one) => `${path}: ${one}`),
    ...checkPage(path, page).faults.map(({ en }) => `${path}: ${en}`),
  ]);
  expect(said).toEqual([]);
});

/** A page without a fault but those of `inner`. */
function body(inner: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><main><h1>页</h1>${inner}</main></body></html>`;
}

describe('what html-validate finds among faults that are planted, we find, too', () => {
  test('a page without a fault has none', () => {
    const page = body(
      '<p id="a">字 &amp; <a href="#a">字</a></p><ul><li>字</li></ul><dl><div><dt>字</dt><dd>字</dd></div></dl>' +
        '<table><caption>字</caption><thead><tr><th scope="col">字</th></tr></thead><tbody><tr><td>字</td></tr></tbody></table>' +
        '<details><summary>字</summary><p>字</p></details><figure><p>字</p><figcaption>字</figcaption></figure>' +
        '<form><fieldset><legend>字</legend><label><input type="radio" name="b" checked> 字</label></fieldset></form>' +
        '<label for="c">字</label><input id="c" type="text"><svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"/></svg>',
    );
    expect([foundBy(page), checkPage('a.html', page).faults]).toEqual([[], []]);
  });

  test.each<[string, string]>([
    ['an element that is not ended', '<div><p>字</p>'],
    ['an end without a beginning', '<p>字</p></div>'],
    ['ends that cross', '<p><b><i>字</b></i></p>'],
    ['an end with attributes', '<p>字</p class="a">'],
    ['a void element that is ended', '<p>字<br></br></p>'],
    ['a comment that is not ended', '<p>字</p><!-- 字'],
    ['a tag that is not ended', '<p>字</p><p'],
    ['a sign that begins a tag, in a text', '<p>1 < 2</p>'],
    ['attributes that stick together', '<p class="a"id="b">字</p>'],
    ['a value without quotation marks, with one in it', "<p class=a'b>字</p>"],
    ['a character reference that is unknown', '<p>&fnord;</p>'],
    ['an id twice', '<p id="a">字</p><p id="a">字</p>'],
    ['an empty id', '<p id="">字</p>'],
    ['a space in an id', '<p id="a b">字</p>'],
    ['an attribute twice', '<p class="a" class="b">字</p>'],
    ['a label for what is no control', '<label for="x">字</label><p id="x">字</p>'],
    ['a label for what is in it', '<label for="x">字<input type="text" id="x"></label>'],
    ['two controls in a label', '<label>字<input type="text"><input type="text"></label>'],
    ['a control that is named twice', '<label for="x">字</label><input type="text" id="x" aria-label="字">'],
    ['a picture without words', '<img src="a.png">'],
    ['a picture without a source', '<img alt="字">'],
    ['a picture for show that has a title', '<img src="a.png" alt="" title="字">'],
    ['a block in a paragraph', '<p><div>字</div></p>'],
    ['a list in a paragraph', '<p><ul><li>字</li></ul></p>'],
    ['a block in a word', '<span><div>字</div></span>'],
    ['a block in a link in a word', '<span><a href="b.html"><div>字</div></a></span>'],
    ['a link in a link', '<a href="b.html">字<a href="c.html">字</a></a>'],
    ['a link in a link, far in', '<a href="b.html"><span>字<a href="c.html">字</a></span></a>'],
    ['a button in a link', '<a href="b.html"><button type="button">字</button></a>'],
    ['a form in a form', '<form><div><form><p>字</p></form></div></form>'],
    ['a label in a label', '<label>字<span><label>字</label></span></label>'],
    ['a header in a header', '<header><div><header>字</header></div></header>'],
    ['a heading in a term', '<dl><dt><h2>字</h2></dt><dd>字</dd></dl>'],
    [
      'a section in a heading of a table',
      '<table><tr><th scope="col"><section>字</section></th></tr></table>',
    ],
    ['a table in a caption', '<table><caption>字<table><tr><td>字</td></tr></table></caption></table>'],
    ['a paragraph in a list', '<ul><p>字</p></ul>'],
    ['an item outside of a list', '<div><li>字</li></div>'],
    ['a cell outside of a row', '<table><tbody><td>字</td></tbody></table>'],
    ['a row outside of a table', '<div><tr><td>字</td></tr></div>'],
    ['a term outside of a list', '<div><dt>字</dt></div>'],
    ['a block in a list of terms', '<dl><p>字</p></dl>'],
    ['an option outside of a choice', '<div><option>字</option></div>'],
    ['a paragraph in a choice', '<select><p>字</p></select>'],
    ['a legend outside of a fieldset', '<div><legend>字</legend></div>'],
    ['a legend that comes late', '<fieldset><p>字</p><legend>字</legend></fieldset>'],
    ['a fieldset without a legend', '<fieldset><p>字</p></fieldset>'],
    ['two legends', '<fieldset><legend>字</legend><legend>字</legend></fieldset>'],
    ['a summary outside of details', '<div><summary>字</summary></div>'],
    ['a summary that comes late', '<details><p>字</p><summary>字</summary></details>'],
    ['details without a summary', '<details><p>字</p></details>'],
    ['a caption that comes late', '<table><tr><td>字</td></tr><caption>字</caption></table>'],
    [
      'a head of a table that comes late',
      '<table><tbody><tr><td>字</td></tr></tbody><thead><tr><td>字</td></tr></thead></table>',
    ],
    ['a caption in the middle of a figure', '<figure><p>字</p><figcaption>字</figcaption><p>字</p></figure>'],
    ['two captions of a figure', '<figure><figcaption>字</figcaption><figcaption>字</figcaption></figure>'],
    ['a title in the body', '<title>字</title>'],
    ['a base in the body', '<base href="x">'],
    ['a second main', '</main><main><p>字</p>'],
    ['a main in an article', '</main><article><main><p>字</p></main></article><main>'],
    ['an element with a name that cannot be', '<fnord>字</fnord>'],
    ['an element of former times', '<center>字</center>'],
    ['an attribute of former times', '<table><tr><td bgcolor="red">字</td></tr></table>'],
    ['a type of input that is unknown', '<label>字<input type="fnord"></label>'],
    ['a button of an unknown type', '<button type="fnord">字</button>'],
    ['a button without a type', '<button>字</button>'],
    ['a method that is unknown', '<form method="put"><p>字</p></form>'],
    ['a direction that is unknown', '<p dir="down">字</p>'],
    ['a place in the order of focus that is no number', '<p tabindex="x">字</p>'],
    ['a flag that has a value', '<label>字<input type="checkbox" checked="fnord"></label>'],
    [
      'a kind of text to fill in that is unknown',
      '<label>字<input type="text" autocomplete="fnord"></label>',
    ],
    [
      'a heading of a table without its direction',
      '<table><tr><th>字</th><td>字</td></tr><tr><td>字</td><td>字</td></tr></table>',
    ],
    ['a direction of a heading that is unknown', '<table><tr><th scope="up">字</th></tr></table>'],
    ['a heading without words', '<h2></h2>'],
    ['a heading with nothing but space and a tag', '<h2> <b></b></h2>'],
    ['a link without words', '<a href="b.html"></a>'],
    ['a link of a picture without words', '<a href="b.html"><img src="a.png" alt=""></a>'],
    ['a button without words', '<button type="button"></button>'],
    ['a role that is none by itself', '<div role="widget">字</div>'],
    ['a role that has an element of its own', '<div role="button" tabindex="0">字</div>'],
    ['a role that the element has anyway', '<nav role="navigation" aria-label="字">字</nav>'],
    ['a name that does nothing', '<p aria-label="字">字</p>'],
    ['a hidden element that takes the focus', '<button type="button" aria-hidden="true">字</button>'],
    ['what takes the focus in a hidden element', '<div aria-hidden="true"><a href="b.html">字</a></div>'],
    ['two ways of the same name', '<nav aria-label="字">字</nav><nav aria-label="字">字</nav>'],
    ['two ways without a name', '<nav>字</nav><nav>字</nav>'],
    [
      'two sections of the same name',
      '<section aria-label="字">字</section><section aria-label="字">字</section>',
    ],
  ])('%s', (_, planted) => {
    const page = body(planted);
    expect(foundBy(page)).not.toEqual([]);
    expect(checkPage('a.html', page).faults).not.toEqual([]);
  });

  test.each<[string, (page: string) => string]>([
    ['no language', (page) => page.replace(' lang="zh-CN"', '')],
    ['no title', (page) => page.replace('<title>页</title>', '')],
    ['an empty title', (page) => page.replace('<title>页</title>', '<title></title>')],
    ['two titles', (page) => page.replace('</head>', '<title>页</title></head>')],
    ['no head', (page) => page.replace(/<head>.*<\/head>/, '')],
    ['a head behind the body', (page) => page.replace(/(<head>.*<\/head>)(.*<\/body>)/, '$2$1')],
    ['a paragraph in its head', (page) => page.replace('</head>', '<p>字</p></head>')],
    [
      'the doctype of former times',
      (page) => page.replace('html>', 'html PUBLIC "-//W3C//DTD HTML 4.01//EN">'),
    ],
    ['a body that is hidden', (page) => page.replace('<body>', '<body aria-hidden="true">')],
  ])('a page with %s', (_, plant) => {
    const page = plant(body('<p>字</p>'));
    expect(foundBy(page)).not.toEqual([]);
    expect(checkPage('a.html', page).faults).not.toEqual([]);
  });
});

describe('we find what html-validate does not', () => {
  test.each<[string, string]>([
    ['a bare ampersand', '<p>A & B</p>'],
    ['what takes the focus in a button', '<button type="button"><span tabindex="0">字</span></button>'],
    ['a style in the body', '<style>p {}</style>'],
    ['an attribute that the type of input does not have', '<label>字<input type="text" checked></label>'],
    ['a heading whose words are hidden', '<h2><span aria-hidden="true">字</span></h2>'],
    ['a dialog in the order of focus', '<dialog tabindex="0">字</dialog>'],
    ['an attribute that there is not', '<p clas="a">字</p>'],
  ])('%s', (_, planted) => {
    expect(checkPage('a.html', body(planted)).faults).not.toEqual([]);
  });
});
