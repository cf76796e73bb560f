import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookupsOf, type LookupData } from '../catalogue/index.ts';
import type { CatalogueFile } from '../model/generated/schemas.ts';
import type { Theme } from '../model/theme/themeTokens.ts';
import { html } from './html.ts';
import { layout } from './pages/layout.ts';
import { themeStyle } from './themeStyle.ts';

const data = (theme: unknown): LookupData => ({
  config: {
    title: '目录',
    notice: '声明',
    calendar: '',
    divisions: [],
    codeLists: {} as never,
    theme,
  } as CatalogueFile,
  laws: [],
  agencies: [],
  centres: [],
  calendars: [],
  items: [],
  suppressions: [],
  rules: [],
  translations: [],
  bundles: [],
});
const page = (theme: unknown, more = {}) =>
  layout(
    { lookups: lookupsOf(data(theme)), root: '../', ...more },
    { title: '页', path: 'a/b.html', body: html`<p>x</p>` },
  );

describe('the style of a theme', () => {
  it('is nothing where there is none, and the same text for the same theme', () => {
    const theme: Theme = { light: { link: '#003366' }, textSize: 20, corners: 'square', density: 'roomy' };
    expect(themeStyle(undefined)).toBe('');
    expect(themeStyle({})).toBe('');
    expect(themeStyle({ ...theme })).toBe(themeStyle(theme));
    expect(themeStyle(theme)).toBe(
      '@media screen{:root{font-size:20px;--r:0px;--d:1.3}}' +
        '@media screen and (prefers-color-scheme:light){:root{--link:#036}}',
    );
  });

  it('says each scheme by name, so that neither takes the place of the other', () => {
    expect(themeStyle({ light: { ink: '#000000' }, dark: { ink: '#ffffff' } })).toBe(
      '@media screen and (prefers-color-scheme:light){:root{--ink:#000;--line:#ccc}}' +
        '@media screen and (prefers-color-scheme:dark){:root{--ink:#fff;--line:#41474c}}',
    );
    expect(themeStyle({ light: { brand: '#003366' } })).toBe('@media screen{:root{--seal:#036}}');
  });

  it('lets nothing in but what it knows, whatever a draft says', () => {
    // Whatever is written, the style is made of these alone.
    const known =
      /^(?:@media screen(?: and \(prefers-color-scheme:(?:light|dark)\))?|:root|font-size:(?:18|19|20|21|22)px|--[a-z]+:(?:#(?:[0-9a-f]{3}){1,2}|[0-9.]+(?:px)?)|[{};])*$/;
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '#123456;}body{display:none}',
        '</style><script>',
        'url(//x)',
        '#12345',
        '#ABCDEF',
        '20',
        '{}',
      ),
      fc.integer(),
      fc.double(),
      fc.constant(null),
    );
    const palette = fc.dictionary(
      fc.constantFrom('brand', 'link', 'ink', 'soft', 'paper', 'tint', 'x'),
      nasty,
    );
    const theme = fc.record({
      light: palette,
      dark: palette,
      corners: nasty,
      textSize: nasty,
      density: nasty,
    });
    fc.assert(
      fc.property(theme, (said) => {
        expect(themeStyle(said as unknown as Theme)).toMatch(known);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a page with a theme', () => {
  const theme = {
    name: '宜宾<b>办事',
    nameEn: 'Yibin "guides"',
    logo: 'forms/logo.png',
    links: [
      { id: 'a', zh: '政府&网', url: 'https://example.org/?a=1&b=2' },
      { id: 'b', zh: '坏', url: 'javascript:alert(1)' },
    ],
    footLines: [{ id: 'c', zh: '地址</p><script>' }],
    footLinks: [{ id: 'd', zh: '帮助', en: 'Help', url: 'https://example.org/help' }],
    record: { number: '样例备 0 号', url: 'https://example.org/r' },
  };

  it('has its name, logo, links and lines, each escaped', () => {
    const made = page(theme);
    expect(made).toContain('宜宾&lt;b&gt;办事 <span lang="en">Yibin &quot;guides&quot;</span>');
    expect(made).toContain('<img class="logo" src="../forms/logo.png" alt=""');
    expect(made).toContain('href="https://example.org/?a=1&amp;b=2"');
    expect(made).toContain('地址&lt;/p&gt;&lt;script&gt;');
    expect(made).toContain('样例备 0 号');
    expect(made).not.toContain('javascript:');
    expect(made).toContain('<title>页 - 宜宾&lt;b&gt;办事</title>');
  });

  it('stands alone in a preview: its links lead nowhere, its logo comes from the draft or is the seal', () => {
    expect(page(theme, { inert: true })).not.toContain('https://example.org');
    expect(page(theme, { inert: true })).toContain('class="seal"');
    expect(page(theme, { inert: true, filesRoot: '/api/drafts/1/files/' })).toContain(
      'src="/api/drafts/1/files/forms/logo.png"',
    );
  });

  it('bears what a draft has not filled in yet', () => {
    const half = {
      links: [{}],
      footLines: [{}],
      footLinks: [{ zh: 'x' }],
      record: {},
      light: { link: 'blau' },
    };
    expect(page(half)).toContain('<p>x</p>');
  });
});
