import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { raw, type Html } from '../../../guide/html.ts';
import { willRecur } from '../../../model/recurringValues.ts';
import { checkPage } from './checkPage.ts';

/** What sections are made of, right and wrong, alone and together. */
const contents = [
  '<h2 id="a-h">字</h2>',
  '<h2></h2>',
  '<p id="a">字</p>',
  '<p id="b">字<a href="#a">字</a></p>',
  '<p aria-describedby="b" role="note">字</p>',
  '<dt>字</dt><dd>字</dd>',
  '<div><dt>字</dt><dd><a href="#s">字</a></dd></div>',
  '<label for="c">字</label><input id="c" type="text">',
  '<label for="c">字</label>',
  '<label>字<input type="text"></label>',
  '<input id="c" type="text" aria-label="字">',
  '<nav aria-label="字"><a href="../x.html">字</a></nav>',
  '<a href="y.html#z">字</a>',
  '<a href="y.html"><section>字</section></a>',
  '<main>字</main>',
  '<header>字</header>',
  '<script>1 < 2</script>',
  '<section id="d"><p>字</p></section>',
  '<!-- </section> -->',
  'A & B',
  '</p>',
  '</section>',
  '<p>',
];
const arounds = ['', 'div', 'header', 'nav', 'label', 'dt', 'ul', 'button', 'table', 'ins'];
const section = fc
  .tuple(
    fc.constantFrom(
      '<section>',
      '<section id="s">',
      '<section aria-label="字">',
      '<nav aria-label="字">',
      '<header>',
      '<footer>',
      '<dl>',
    ),
    fc.array(fc.constantFrom(...contents), { maxLength: 3 }),
    fc.constantFrom(...arounds),
  )
  .map(([tag, list, around]) => {
    const markup = `${tag}${list.join('')}</${/\w+/.exec(tag)![0]}>`;
    return around === '' ? markup : `<${around}>${markup}</${around}>`;
  });
const page = fc
  .array(section, { minLength: 1, maxLength: 4 })
  .map(
    (list) =>
      `<!doctype html><html lang="zh-CN"><head><title>页</title></head><body>${list.join('')}</body></html>`,
  );

/** A checker that has seen no page yet. */
async function newChecker(): Promise<typeof checkPage> {
  vi.resetModules();
  return (await import('./checkPage.ts')).checkPage;
}

test('what is found in a page is the same whatever pages were checked before it', async () => {
  const kinds = { faulty: 0, faultless: 0 };
  await fc.assert(
    fc.asyncProperty(page, async (markup) => {
      const found = checkPage('a/b.html', markup);
      const fresh = (await newChecker())('a/b.html', markup);
      expect(found).toEqual(fresh);
      expect(checkPage('a/b.html', markup)).toEqual(fresh);
      kinds[fresh.faults.length > 0 ? 'faulty' : 'faultless']++;
    }),
    { numRuns: 300 },
  );
  expect(kinds.faulty).toBeGreaterThan(50);
  expect(kinds.faultless).toBeGreaterThan(10);
});

test('a section that is known brings its regions with it', () => {
  const nav = '<section id="n"><nav aria-label="字"><a href="x.html">字</a></nav></section>';
  const markup = (more: string) =>
    `<!doctype html><html lang="zh-CN"><head><title>页</title></head><body>${nav}${more}</body></html>`;
  const again = markup('<nav aria-label="字"><a href="x.html">字</a></nav>');
  expect(checkPage('a.html', markup('')).faults).toEqual([]);
  expect(checkPage('a.html', again).faults.length).toBe(1);
});

const head = '<!doctype html><html lang="zh-CN"><head><title>页</title>';
/** Pieces that every page may have in common, right and wrong. */
const common = [
  '<style>a > b{c:d}</style>',
  '<section id="s"><h2 id="a-h">字</h2><p aria-describedby="b">字<a href="#a">字</a></p></section>',
  '<section id="t" aria-label="字"><nav aria-label="字"><a href="../x.html">字</a></nav></section>',
  '<section id="t"><p>字 A & B</p></section>',
  '<dl><dt>字</dt><dd><label for="c">字</label></dd></dl>',
  '<section><script>1 < 2</script></section>',
  '<section><main>字</main></section>',
  '<nav aria-label="字"><a href="y.html#z">字</a></nav>',
  '<section><p>字',
  '字</p></section>',
].map((markup) => {
  const piece = raw(markup);
  willRecur(piece);
  return piece;
});
/** What may stand around and between them, some of it cut in two by what comes next. */
const opened = [
  '<p>',
  '<div>',
  '<ul>',
  '<section>',
  '<nav aria-label="字">',
  '<button>',
  '<label>',
  '<a href="#s">',
];
const cut = [
  '<p title="',
  '">字</p>',
  '<!--',
  '-->',
  '&am',
  'p;',
  '<script>',
  '</script>',
  '<style>',
  '</style>',
  '<p',
  '>',
];
const ended = opened.map((tag) => tag.replace(/^<(\w+).*$/, '</$1>'));
const between = [...contents, ...opened, ...ended, ...cut].map(raw);

test('what is found in a page in pieces is what is found in its whole text', async () => {
  const kinds = { faulty: 0, faultless: 0 };
  const oneOf = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...common) }, fc.constantFrom(...between));
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(oneOf, { maxLength: 6 }), async (isInHead, list) => {
      const pieces = [
        raw(head + (isInHead ? '' : '</head><body>')),
        ...(isInHead ? [common[0]!, raw('</head><body>')] : []),
        ...list,
        raw('</body></html>'),
      ];
      const whole = (await newChecker())('a/b.html', pieces.join(''));
      // Once as they are met, once as they are known.
      expect(checkPage('a/b.html', pieces)).toEqual(whole);
      expect(checkPage('a/b.html', pieces)).toEqual(whole);
      kinds[whole.faults.length > 0 ? 'faulty' : 'faultless']++;
    }),
    { numRuns: 500 },
  );
  expect(kinds.faulty).toBeGreaterThan(100);
  expect(kinds.faultless).toBeGreaterThan(20);
});

test('a piece that is known stands for its text alone, where it was looked at', () => {
  const [, withLink, withNav, , , , , nav] = common;
  const pageOf = (list: readonly (string | Html)[]) => [
    raw(`${head}</head><body><p id="a">字</p><p id="b">字</p>`),
    ...list.map((one) => (typeof one === 'string' ? raw(one) : one)),
    raw('</body></html>'),
  ];
  const found = (list: readonly (string | Html)[]) => checkPage('a/b.html', pageOf(list));
  const ofText = (list: readonly (string | Html)[]) => checkPage('a/b.html', pageOf(list).join(''));
  for (const piece of [withLink!, withNav!, nav!]) expect(found([piece]).faults).toEqual([]);
  const lists = [
    ['<p title="', withNav!, '">字</p>'],
    ['<!--', nav!, '-->'],
    ['<p>字 &am', withNav!, 'p;</p>'],
    ['<p>&am', withNav!, 'p;</p>'],
    ['<a href="#a">字', withLink!, '</a>'],
    ['<a href="#a">字', nav!, '</a>'],
    ['<section>', withNav!, '</section>'],
    ['<section>', nav!, '</section>'],
    ['<section>\n</section>'],
  ];
  for (const list of lists) {
    const inPieces = found(list);
    expect([list.join(''), inPieces]).toEqual([list.join(''), ofText(list)]);
  }
  expect(found(['&am', withNav!, 'p;']).faults.length).toBe(1);
  expect(found(['<a href="#a">字', withLink!, '</a>']).faults.length).toBe(1);
  expect(found(['<section>\n</section>']).links).toEqual([]);
});
