import type { EffectiveItem, Lookups, TranslatableText, Translation } from '../../catalogue/index.ts';
import { childSchema, wordsOf } from '../../model/field.ts';
import { namedPath, pathOf, pointer, valueAt } from '../../model/path.ts';
import { html, type Content } from '../html.ts';
import { layout, link, type Site } from '../pages/layout.ts';
import { englishPath } from '../sheetPaths.ts';
import { at } from '../pages/guide/fragments.ts';
import {
  englishSubject,
  fields,
  isChinese,
  named,
  text,
  valueWords,
  type EnglishSubject,
} from './englishWords.ts';

/** In this order people ask; what a catalogue adds comes last. Cases are told where they matter. */
const order = [
  'materials', 'forms', 'procedure', 'limits', 'fees', 'conditions', 'quantity', 'legalBasis', 'authority', 'result',
  'variants', 'legalEffect', 'annualInspection', 'supervision', 'rights', 'service', 'intermediaries', 'reform',
  'promulgation', 'basics',
]; // prettier-ignore
/** What stands at the head of the page, or is for who writes the item. */
const elsewhere = new Set(['id', 'sample', 'questions', 'examples', 'sources', 'inForce']);
/** Of the basics what readers ask for. */
const asked = ['served', 'handling', 'type', 'exerciseLevels', 'basicCode', 'localCode'];

/**
 * A guide in English: every field that the public is told, by its English title, and its texts as they are translated.
 * A text without a translation, or changed since it was translated, stands in Chinese and says so.
 */
export function englishPage(
  site: Site,
  effective: EffectiveItem,
  { translation, guide }: { translation: Translation; guide: string },
): string {
  return pageOf(effective, englishSubject(effective, translation, site), guide);
}

/** What there is to translate of an item, by its `levels`, in the order of its English page. */
export function englishTexts(levels: readonly EffectiveItem[], lookups: Lookups): TranslatableText[] {
  const found = new Map<string, TranslatableText>();
  for (const level of levels)
    for (const { path, zh } of textsAsked(level, lookups)) {
      const said = found.get(path)?.said;
      if (said === undefined) found.set(path, { path, said: [zh] });
      else if (!said.includes(zh)) found.set(path, { path, said: [...said, zh] });
    }
  return [...found.values()];
}

/** The texts that the English page of one level asks for: it is made, and what it asks is written down. */
function textsAsked(effective: EffectiveItem, lookups: Lookups): { path: string; zh: string }[] {
  const subject = englishSubject(effective, {}, { lookups, root: '' });
  const asked = new Set<string>();
  const get = (place: string) => void asked.add(place);
  pageOf(effective, { ...subject, texts: { get } }, '');
  return [...asked].flatMap((place) => {
    const path = pathOf(place);
    const zh = valueAt(subject.item, path);
    return typeof zh === 'string' && isChinese(zh)
      ? [{ path: pointer(namedPath(subject.item, path)), zh }]
      : [];
  });
}

function pageOf(effective: EffectiveItem, subject: EnglishSubject, guide: string): string {
  const { site, item, schema } = subject;
  const { division } = effective;
  const { name = effective.id, summary } = item.basics ?? {};
  const place = site.lookups.divisionName(division);
  const placeEn = site.lookups.divisionEn(division) ?? place;
  const english = subject.texts.get('/basics/name');
  return layout(site, {
    title: `${english ?? name} (${name}, ${placeEn})`,
    description: subject.texts.get('/basics/summary') ?? summary,
    path: englishPath(effective),
    language: 'en',
    uses: ['rows', 'guide'],
    crumbs: [
      { label: placeEn, path: `${division}/index.html` },
      { label: name, path: guide },
      { label: 'English' },
    ],
    body: html`<h1${at(site, '/basics/name')}>${english ?? named(name)}</h1><p class="aka">${english !== undefined && html`${named(name)}, `}${named(place)}</p>${
      item.sample === true && html`<p class="tags"><span class="tag mark">A sample, not advice</span></p>`
    }${summary !== undefined && html`<p class="lead">${text(subject, summary, ['basics', 'summary'])}</p>`}<p>This translation is for information; ${link(site, guide, 'the Chinese guide')} is what counts. What is marked <span class="tag mark">Chinese only</span> is not translated, or was changed since.</p>${sections(subject, item, schema)}`,
  });
}

function sections(subject: EnglishSubject, item: object, schema: EnglishSubject['schema']): Content {
  const others = Object.keys(schema.properties ?? {}).filter((key) => !order.includes(key));
  return [...order, ...others].map((key) => {
    const value = (item as Record<string, unknown>)[key];
    const child = childSchema(schema, key, item);
    if (child === undefined || elsewhere.has(key) || child['x-section'] === 'handbook') return '';
    const shown =
      key === 'basics'
        ? fields(subject, onlyAsked((value ?? {}) as Record<string, unknown>), child, [key])
        : valueWords(subject, value, child, [key]);
    return (
      shown !== undefined &&
      html`<section aria-labelledby="${key}"><h2 id="${key}">${wordsOf(child).en}</h2>${shown}</section>`
    );
  });
}

function onlyAsked(basics: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(basics).filter(([key]) => asked.includes(key)));
}
