import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
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
