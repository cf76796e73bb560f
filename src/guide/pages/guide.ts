import { html, scriptJson, type Html } from '../html.ts';
import { guideJsonLd } from '../jsonld.ts';
import type { StylePart } from '../style.ts';
import type { ChangedStatement } from '../view/statements.ts';
import type { GuideView } from '../view/types.ts';
import { answer } from './guide/answer.ts';
import { withAdded } from './guide/added.ts';
import { authoritySection, basisSection } from './guide/basis.ts';
import { conditionsSection } from './guide/conditions.ts';
import { feesSection } from './guide/fees.ts';
import type { Section } from './guide/fragments.ts';
import { limitsSection } from './guide/limits.ts';
import { materialsSection } from './guide/materials.ts';
import { oversightSection } from './guide/oversight.ts';
import { procedureSection } from './guide/procedure.ts';
import { caseStyle, questionsSection } from './guide/questions.ts';
import { remediesSection } from './guide/remedies.ts';
import { reportSection } from './guide/report.ts';
import { resultSection } from './guide/result.ts';
import { faqSection, serviceSection } from './guide/service.ts';
import { versionsSection } from './guide/versions.ts';
import { layoutPieces, type Site } from './layout.ts';
import { paperNote, sectionedPieces, versionNote } from './sectioned.ts';

/** An approval as the public is told of it: YYYY-MM-DD, and the duties that signed. Persons are not named. */
export interface Checked {
  date: string;
  by: readonly string[];
}

/** Where a guide's page and its versions stand. */
export interface GuideAddress {
  /** Path of the page from the root of the site. */
  path: string;
  /** The same content at its permanent address, then all others that were ever shown, newest first. */
  versions: { path: string; date: string }[];
  /** What is otherwise than in the version before, and since when. */
  changes?: { date: string; list: readonly ChangedStatement[] };
  /** Who approved last what the item's files say: the day, and by what duty; unknown where nothing records it. */
  checked?: Checked;
  /** Path of the same in English, where the item is translated. */
  english?: string;
  /** This page is a version: the path of the current guide, and the day it was published. */
  versionOf?: { path: string; date: string };
}

/** The page of one guide: everything the law asks to be public, in the order in which people ask. */
export function guidePage(site: Site, view: GuideView, address: GuideAddress): string {
  return guidePieces(site, view, address).join('');
}

/** The same in pieces; those that many guides have in common recur. */
export function guidePieces(site: Site, view: GuideView, address: GuideAddress): Html[] {
  const url = site.baseUrl === undefined ? undefined : `${site.baseUrl}/${address.path}`;
  const page = {
    title: `${view.name}（${view.divisionName}）`,
    description: view.summary,
    path: address.path,
    ...(address.versionOf !== undefined && { canonical: address.versionOf.path }),
    uses: guideParts(view, address),
    head: html`${caseStyle(view.questions)}<script type="application/ld+json">${scriptJson(guideJsonLd(view, url))}</script>`,
    crumbs: [{ label: view.divisionName, path: `${view.division}/index.html` }, { label: view.name }],
  };
  return layoutPieces(site, page, [
    html`${versionNote(site, address)}${answer(site, view, address.english)}`,
    ...sectionedPieces(sectionsOf(site, view, address)),
    html`${paperNote(site, address)}`,
  ]);
}

/** Parts of the style that the page of a guide needs. */
export function guideParts({ questions, path }: GuideView, { versionOf }: GuideAddress): StylePart[] {
  return [
    'rows',
    'guide',
    'buttons',
    ...(questions.length === 0 ? [] : (['questions'] as const)),
    ...(path === undefined ? [] : (['drawing'] as const)),
    ...(versionOf === undefined ? [] : (['version'] as const)),
  ];
}

/** In this order they stand on the page. */
export function sectionsOf(site: Site, view: GuideView, address: GuideAddress): Section[] {
  const sections = [
    questionsSection(site, view),
    materialsSection(site, view),
    procedureSection(site, view),
    limitsSection(site, view),
    feesSection(site, view),
    conditionsSection(site, view),
    basisSection(site, view),
    authoritySection(site, view),
    resultSection(site, view, address.versionOf?.path ?? address.path),
    oversightSection(site, view),
    remediesSection(site, view),
    serviceSection(site, view),
    faqSection(site, view),
    versionsSection(site, view, address),
  ];
  const filled = sections.map((section) => withAdded(site, section, view));
  return [...filled, reportSection(site, view, address, filled)];
}
