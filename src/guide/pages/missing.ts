import { html } from '../html.ts';
import { searchForm } from './entries.ts';
import { layout, link, type Site } from './layout.ts';

/**
 * What a web server shows for an address that the site does not have: `404.html` at its root, as hosts of static sites
 * look for it.
 */
export function missingPage(site: Site): string {
  const title = '没有这个页面';
  return layout(site, {
    title,
    path: '404.html',
    uses: ['buttons', 'find'],
    body: html`<h1>${title} <span lang="en">No such page</span></h1><p class="lead">地址可能写错了，或者这项指南已不再实施。可以搜索，也可以从${link(site, 'index.html', '首页')}按主题、地区或部门找。 <span lang="en">The address may be wrong, or the guide is no longer in use. Search, or start from the home page.</span></p>${searchForm(site)}`,
  });
}
