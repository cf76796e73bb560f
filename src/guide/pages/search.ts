import { html } from '../html.ts';
import { guideList, searchForm, type GuideLine } from './entries.ts';
import { layout, type Site } from './layout.ts';

/** Search: everything is listed here, and the script, where it runs, narrows the list while one types. */
export function searchPage(site: Site, lines: GuideLine[]): string {
  const sorted = lines.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'zh-CN') || a.division.localeCompare(b.division),
  );
  return layout(site, {
    title: '搜索全部事项',
    path: 'search.html',
    crumbs: [{ label: '搜索' }],
    uses: ['lists', 'buttons', 'find'],
    head: html`<script src="${site.root}search-index.js" defer></script><script src="${site.root}search.js" defer></script>`,
    body: html`<h1>搜索全部事项</h1>${searchForm(site)}<noscript><p>这台设备没有运行脚本，下面列出全部事项，可以用浏览器的“在页面中查找”。 <span lang="en">Without scripts, use your browser’s find in page.</span></p></noscript><p id="count" role="status">共 ${lines.length} 份指南，按名称排列。</p><div id="results">${guideList(site, sorted)}</div>`,
  });
}
