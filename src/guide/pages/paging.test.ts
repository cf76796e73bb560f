import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { html } from '../html.ts';
import { linesOnPage, pagesNav, pagesOf } from './paging.ts';

describe('a long list', () => {
  it('stands on pages that hold each line once', () => {
    const lines = Array.from({ length: 2 * linesOnPage + 1 }, (_, i) => i);
    const pages = pagesOf('themes/tea.html', lines);
    expect(pages.map(({ path }) => path)).toEqual([
      'themes/tea.html',
      'themes/tea.2.html',
      'themes/tea.3.html',
    ]);
    expect(pages.flatMap((page) => page.lines)).toEqual(lines);
    expect(pagesOf('x.html', [])).toMatchObject([{ path: 'x.html', lines: [], paging: { count: 1 } }]);
  });

  it('leads to the pages around and to the ends, and has no way where there is one page', async () => {
    const { lookups } = await sampleCatalogue();
    const site = { lookups, root: '../' };
    const nav = html`${pagesNav(site, { number: 15, count: 37, first: 'themes/tea.html' })}`.markup;
    expect([...nav.matchAll(/href="([^"]*)"/g)].map(([, path]) => /(\d+)?\.html/.exec(path!)![1])).toEqual([
      undefined,
      '10',
      '13',
      '14',
      '16',
      '17',
      '20',
      '30',
      '37',
    ]);
    expect(nav).toContain('<span aria-current="page">15</span>');
    expect(pagesNav(site, { number: 1, count: 1, first: 'x.html' })).toBe('');
  });
});
