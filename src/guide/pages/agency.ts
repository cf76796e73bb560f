import type { Agency } from '../../catalogue/index.ts';
import { html, safeUrl } from '../html.ts';
import { facts } from '../view/subject.ts';
import type { Fact } from '../view/types.ts';
import { guideList, type GuideLine } from './entries.ts';
import { englishName, factRows } from './guide/fragments.ts';
import { layout, type Site } from './layout.ts';
import { pagePath, pagesNav, pageWords, type Paging } from './paging.ts';

export interface AgencyListing {
  /** What it decides. */
  lines: readonly GuideLine[];
  paging: Paging;
  /** Whether its division has a list, to lead back to: one that has adopted nothing yet has none. */
  isInList: boolean;
}

/** What an agency does here, and how to reach it. */
export function agencyPage(site: Site, agency: Agency, { lines, paging, isInList }: AgencyListing): string {
  const functions = (agency.departments ?? []).map((code) => site.lookups.codeLabel('departments', code).zh);
  const phone: Fact[] =
    agency.phone === undefined
      ? []
      : [
          {
            label: { zh: '电话', en: 'Phone' },
            value: agency.phone,
            basis: [],
            href: safeUrl(`tel:${agency.phone.replaceAll('-', '')}`),
          },
        ];
  return layout(site, {
    title: agency.name + pageWords(paging),
    path: pagePath(paging),
    crumbs: [
      ...(isInList
        ? [{ label: site.lookups.divisionName(agency.division), path: `${agency.division}/index.html` }]
        : []),
      { label: agency.name },
    ],
    uses: ['rows', 'lists'],
    body: html`<h1>${agency.name}${pageWords(paging)}</h1>${englishName(agency.en)}${factRows(site, [
      ...facts([[{ zh: '职能', en: 'Functions' }, functions.join('、')]]),
      ...phone,
      ...facts([[{ zh: '地址', en: 'Address' }, agency.address]]),
    ])}<section aria-labelledby="items"><h2 id="items">由它决定的事项 <span lang="en">What it decides</span></h2>${guideList(site, lines)}</section>${pagesNav(site, paging)}`,
  });
}
