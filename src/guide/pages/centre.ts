import type { Centre, Window } from '../../catalogue/index.ts';
import { html, safeUrl } from '../html.ts';
import { mapOf } from '../view/service.ts';
import { facts, joined } from '../view/subject.ts';
import type { Fact } from '../view/types.ts';
import { guideList, type Entry, type GuideLine } from './entries.ts';
import { englishName, factRows } from './guide/fragments.ts';
import { mapLink } from './guide/service.ts';
import { layout, type Site } from './layout.ts';
import { waysGroup } from './list.ts';
import { pagePath, pagesNav, pageWords, type Paging } from './paging.ts';

/** Path of a centre's page from the root of the site. */
export function centrePath(centre: string): string {
  return `centres/${centre}.html`;
}

/** Path of a window's page: of `centre/window`. */
export function windowPath(ref: string): string {
  return `centres/${ref}.html`;
}

/** A service centre: where it is, when it is open, and what each window does. */
export function centrePage(site: Site, centre: Centre, windows: readonly Entry[]): string {
  const { name, en, division, address, hours, phones, transport } = centre;
  const map = mapOf(site.lookups, address);
  return layout(site, {
    title: name,
    description: `${name}：${address}，${hours}`,
    path: centrePath(centre.id),
    crumbs: [{ label: '办事大厅', path: 'centres/index.html' }, { label: name }],
    uses: ['rows', 'lists'],
    body: html`<h1>${name}</h1>${englishName(en)}${factRows(site, [
      ...facts([
        [{ zh: '地区', en: 'Place' }, site.lookups.divisionName(division)],
        [{ zh: '地址', en: 'Address' }, address],
        [{ zh: '办公时间', en: 'Hours' }, hours],
      ]),
      ...phone('咨询电话', 'Advice', phones?.advice),
      ...phone('监督投诉', 'Complaints', phones?.complaint),
      ...facts([[{ zh: '交通', en: 'Transport' }, transport]]),
    ])}${map === undefined ? '' : html`<p>${mapLink(site, map)}</p>`}${waysGroup(site, { id: 'windows', zh: '窗口', en: 'Windows', entries: windows })}`,
  });
}

/** A window: who sits there, and every guide that is handled at it. */
export function windowPage(
  site: Site,
  {
    window,
    centre,
    lines,
    paging,
  }: { window: Window; centre: Centre; lines: readonly GuideLine[]; paging: Paging },
): string {
  const { lookups } = site;
  const title = `${window.number} 号窗口（${window.name}）`;
  const agencies = (window.agencies ?? []).map((id) => lookups.agency(id)?.name ?? id).join('、');
  return layout(site, {
    title: `${centre.name} ${title}${pageWords(paging)}`,
    path: pagePath(paging),
    crumbs: [
      { label: '办事大厅', path: 'centres/index.html' },
      { label: centre.name, path: centrePath(centre.id) },
      { label: title },
    ],
    uses: ['rows', 'lists'],
    body: html`<h1>${title}${pageWords(paging)}</h1>${factRows(site, [
      ...facts([
        [{ zh: '在哪里', en: 'Where' }, joined([centre.name, centre.address, window.floor], '，')],
        [{ zh: '办公时间', en: 'Hours' }, centre.hours],
        [{ zh: '进驻机关', en: 'Agencies' }, agencies],
      ]),
      ...phone('电话', 'Phone', window.phone ?? centre.phones?.advice),
    ])}<section aria-labelledby="items"><h2 id="items">在这里办的事项 <span lang="en">What is handled here</span></h2>${guideList(site, lines)}</section>${pagesNav(site, paging)}`,
  });
}

function phone(zh: string, en: string, number: string | undefined): Fact[] {
  if (number === undefined) return [];
  return [
    { label: { zh, en }, value: number, basis: [], href: safeUrl(`tel:${number.replaceAll('-', '')}`) },
  ];
}
