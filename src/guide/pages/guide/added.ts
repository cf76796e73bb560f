import { html } from '../../html.ts';
import type { AddedFact, GuideView } from '../../view/types.ts';
import { link, type Site } from '../layout.ts';
import { at, factRow, type Section } from './fragments.ts';

/** Sections of the schema that the page shows as a part of another. */
const shownIn: Readonly<Record<string, string>> = { summary: 'authority', promulgation: 'version' };

/** `section` with what the catalogue's own fields say there, at its end. */
export function withAdded(site: Site, section: Section, { added }: Pick<GuideView, 'added'>): Section {
  const here = added.filter((fact) => (shownIn[fact.section] ?? fact.section) === section.id);
  if (here.length === 0) return section;
  return {
    ...section,
    body: html`${section.body}<dl class="rows">${here.map((one) => row(site, one))}</dl>`,
  };
}

function row(site: Site, fact: AddedFact) {
  const { label, file, value, pointer } = fact;
  if (file === undefined) return factRow(site, fact, at(site, pointer));
  const name = value.slice(value.lastIndexOf('/') + 1);
  return html`<div${at(site, pointer)}><dt>${label.zh}</dt><dd>${link(site, file, name)}</dd></div>`;
}
