import { xml, xmlDocument } from '../xml/xml.ts';

export interface SitemapPage {
  /** From the root of the site. */
  path: string;
  /** Day of its last change, YYYY-MM-DD, where one is known. */
  changed?: string;
}

/** No more pages stand in one file, as sitemaps.org has it. */
export const mostPages = 50_000;

/** The protocol's only namespace. */
const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `pages` in files of at most `most`; the first names the others where there are several. */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  most = mostPages,
): { path: string; pages: readonly SitemapPage[] }[] {
  if (pages.length <= most) return [{ path: 'sitemap.xml', pages }];
  const count = Math.ceil(pages.length / most);
  return Array.from({ length: count }, (_, at) => ({
    path: `sitemap-${at + 1}.xml`,
    pages: pages.slice(at * most, (at + 1) * most),
  }));
}

/** One sitemap. */
export function sitemap(baseUrl: string, pages: readonly SitemapPage[]): string {
  return xmlDocument(
    xml(
      'urlset',
      { xmlns },
      ...pages.map(({ path, changed }) =>
        xml(
          'url',
          {},
          xml('loc', {}, `${baseUrl}/${path}`),
          changed === undefined ? undefined : xml('lastmod', {}, changed),
        ),
      ),
    ),
  );
}

/** The sitemap that names others. */
export function sitemapIndex(baseUrl: string, paths: readonly string[]): string {
  return xmlDocument(
    xml(
      'sitemapindex',
      { xmlns },
      ...paths.map((path) => xml('sitemap', {}, xml('loc', {}, `${baseUrl}/${path}`))),
    ),
  );
}

/** What a crawler is told: everything may be read, and where the sitemap is. */
export function robotsTxt(baseUrl: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${baseUrl}/sitemap.xml\n`;
}
