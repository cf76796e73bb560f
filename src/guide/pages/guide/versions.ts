import { html } from '../../html.ts';
import type { GuideView } from '../../view/types.ts';
import type { GuideAddress } from '../guide.ts';
import { link, type Site } from '../layout.ts';
import { at, factRows, type Section } from './fragments.ts';

/** Who issued this procedure and with what force, every published version, and where its facts come from. */
export function versionsSection(
  site: Site,
  view: Pick<GuideView, 'promulgation' | 'sources'>,
  { versions }: GuideAddress,
): Section {
  return {
    id: 'version',
    zh: '发布与版本',
    en: 'Issue and versions',
    body: html`<div${at(site, '/promulgation')}>${factRows(site, view.promulgation)}</div>${
      versions.length === 0
        ? ''
        : html`<h3>永久版本 <span lang="en">Permanent versions</span></h3><p>每个版本的地址和内容不再改变，可用来查证申请当日的规定。</p><ul class="plain">${versions.map(
            ({ path, date }, i) =>
              html`<li>${link(site, path, `${date} 发布的版本`)}${i === 0 && versions.length > 1 ? '（现在公开的）' : ''}</li>`,
          )}</ul>`
    }${
      view.sources.length === 0
        ? ''
        : html`<h3>编写来源 <span lang="en">Sources</span></h3><ul class="plain"${at(site, '/sources')}>${view.sources.map(
            (source) => html`<li class="small">${source}</li>`,
          )}</ul>`
    }`,
  };
}
