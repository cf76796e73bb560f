import {
  translatedTexts,
  type EffectiveItem,
  type Lookups,
  type Translation,
} from '../../catalogue/index.ts';
import { citeInWords } from '../../model/citedLaws.ts';
import { publishedItem } from '../../model/extendedShape.ts';
import { childSchema, labelOf, wordsOf } from '../../model/field.ts';
import type { Citation, When } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';
import { pointer, type Path } from '../../model/path.ts';
import type { Schema } from '../../model/schemas.ts';
import { soundValue } from '../../model/soundValue.ts';
import { formatFen } from '../../procedure/index.ts';
import { html, type Content } from '../html.ts';
import { at } from '../pages/guide/fragments.ts';
import { link, type Site } from '../pages/layout.ts';

/** An item of a division that is told in English: its fields by their English titles, its texts as translated. */
export interface EnglishSubject {
  site: Site;
  item: Draft<Item>;
  schema: Schema;
  division: string;
  /** English by the JSON Pointer of the text. */
  texts: Pick<ReadonlyMap<string, string>, 'get'>;
}

export function englishSubject(
  { item, division }: EffectiveItem,
  translation: Translation,
  site: Site,
): EnglishSubject {
  const schema = publishedItem(site.lookups.shape);
  const sound = (soundValue(schema, item) ?? {}) as Draft<Item>;
  return { site, item: sound, schema, division, texts: translatedTexts(sound, translation) };
}

/** A name: in Chinese where it has no `english`. */
export function named(text: string, english?: string): Content {
  if (english !== undefined) return english;
  return isChinese(text) ? html`<span lang="zh-CN">${text}</span>` : text;
}

/** A text of the item in English; in Chinese, and marked so, where it is not translated or was changed since. */
export function text({ texts, site }: EnglishSubject, said: string, path: Path): Content {
  const place = pointer(path);
  const words = texts.get(place) ?? untranslated(said);
  return site.placed === true ? html`<span${at(site, place)}>${words}</span>` : words;
}

function untranslated(said: string): Content {
  return isChinese(said)
    ? html`<span lang="zh-CN">${said}</span> <span class="tag mark">Chinese only</span>`
    : said;
}

/** Whether there is anything to translate. */
export function isChinese(said: string): boolean {
  return /\p{Script=Han}/u.test(said);
}

/** What names an element of a list, the first that it has. */
const names = ['name', 'question', 'text'];

/** The fields of the map at `path`, each with its English title. */
export function fields(subject: EnglishSubject, value: object, schema: Schema, path: Path): Content {
  const rows = Object.entries(value).flatMap(([key, one]) => {
    const child = childSchema(schema, key, value);
    if (child === undefined || key === 'id') return [];
    const words = valueWords(subject, one, child, [...path, key]);
    return words === undefined ? [] : [html`<div><dt>${wordsOf(child).en}</dt><dd>${words}</dd></div>`];
  });
  return rows.length === 0 ? undefined : html`<dl class="rows">${rows}</dl>`;
}

/** The value at `path` in English; `undefined` for nothing. */
export function valueWords(subject: EnglishSubject, value: unknown, schema: Schema, path: Path): Content {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return schema['x-unit'] === 'fen' ? formatFen(value, 'en') : String(value);
  if (typeof value === 'string') return stringWords(subject, value, schema, path);
  if (Array.isArray(value)) return listWords(subject, value, schema, path);
  return mapWords(subject, value, schema, path);
}

function stringWords(subject: EnglishSubject, value: string, schema: Schema, path: Path): Content {
  const { site, division } = subject;
  const { lookups } = site;
  const ref = schema['x-ref'] ?? '';
  if (path[0] === 'authority' && path.at(-1) === 'department') {
    // Whose it is here; a department that no agency carries is told by what it does.
    const agency = lookups.agencyFor(value, division);
    if (agency !== undefined) return named(agency.name, agency.en);
  }
  if (ref.startsWith('codeList:')) return lookups.codeLabel(ref.slice('codeList:'.length), value).en;
  switch (ref) {
    case 'item':
      return itemWords(lookups, value);
    case 'agency':
      return named(lookups.agency(value)?.name ?? value, lookups.agency(value)?.en);
    case 'law':
      return named(lookups.law(value)?.title ?? value, lookups.law(value)?.en);
    case 'window':
      return windowWords(lookups, value);
    case 'file':
      return link(site, value, value.replace(/^.*\//, ''));
  }
  if (schema['x-labels'] !== undefined) return labelOf(schema, value).en;
  return inner(subject, value, path) ?? text(subject, value, path);
}

/** What an id names inside the item: a form of the list, the step before, the condition that is proved. */
function inner({ item, texts }: EnglishSubject, id: string, path: Path): Content {
  const last = path.findLast((step) => typeof step === 'string');
  const [list, at]: [readonly { id?: string; name?: string; text?: string }[], Path] | [[], []] =
    last === 'after'
      ? [item.procedure?.steps ?? [], ['procedure', 'steps']]
      : last === 'conditions'
        ? [item.conditions?.grant ?? [], ['conditions', 'grant']]
        : last === 'form'
          ? [item.forms?.list ?? [], ['forms', 'list']]
          : [[], []];
  const position = list.findIndex((one) => one.id === id);
  const found = list[position];
  if (found === undefined) return undefined;
  const key = found.name === undefined ? 'text' : 'name';
  return texts.get(pointer([...at, position, key])) ?? named(found[key] ?? id);
}

/** Another item by its name, in English where that name is translated. */
function itemWords(lookups: Lookups, id: string): Content {
  const name = lookups.itemName(id) ?? id;
  const translated = lookups
    .translation(id)
    ?.texts?.find(({ path, zh }) => path === '/basics/name' && zh === name);
  return named(name, translated?.en);
}

function windowWords(lookups: Lookups, ref: string): Content {
  const window = lookups.window(ref);
  const centre = window && lookups.centre(window.centre);
  if (window === undefined || centre === undefined) return ref;
  return html`${named(centre.name, centre.en)}, window ${window.number} (${named(window.name, window.en)}); ${named(centre.address)}`;
}

function listWords(subject: EnglishSubject, list: readonly unknown[], schema: Schema, path: Path): Content {
  const words = list.map((one, i) =>
    valueWords(subject, one, childSchema(schema, i, list) ?? {}, [...path, i]),
  );
  if (words.length === 0) return undefined;
  // Whole sentences stand apart.
  const areSentences = path.at(-1) === 'conditions' && list.length > 1;
  if (!areSentences && list.every((one) => typeof one !== 'object'))
    return words.map((one, i) => [i === 0 ? '' : '; ', one]);
  return html`<ol class="plain">${words.map((one) => html`<li>${one}</li>`)}</ol>`;
}

/** A reason why there is none, a number of days with what is said of it, a citation, a case, or fields. */
function mapWords(subject: EnglishSubject, value: object, schema: Schema, path: Path): Content {
  const last = path.findLast((step) => typeof step === 'string');
  if (last === 'when') return whenWords(subject, value as Draft<When>);
  if (last === 'reference' || 'law' in value) return citationWords(subject, value as Draft<Citation>);
  const { none, ...said } = value as { none?: unknown };
  if (typeof none === 'string') return html`<p>${text(subject, none, [...path, 'none'])}</p>`;
  const [only, ...others] = Object.keys(said);
  const child = only === undefined ? undefined : childSchema(schema, only, said);
  // The title of what stands alone is that of the field around it.
  if (child !== undefined && others.length === 0 && typeof path.at(-1) !== 'number')
    return valueWords(subject, Object.values(said)[0], child, [...path, only!]);
  return typeof path.at(-1) === 'number'
    ? elementWords(subject, said, schema, path)
    : [periodLine(said, schema), fields(subject, withoutPeriod(said), schema, path)];
}

/** An element of a list: its name, in one line what it is by choice and number, then what is said of it. */
function elementWords(
  subject: EnglishSubject,
  value: Record<string, unknown>,
  schema: Schema,
  path: Path,
): Content {
  const name = names.find((key) => typeof value[key] === 'string');
  const short: Content[] = [];
  const rest: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const child = childSchema(schema, key, value);
    if (child === undefined || key === name || saysNothing(one)) continue;
    const title = wordsOf(child).en;
    if (one === true) short.push(title);
    else if (typeof one === 'string' && child['x-labels'] !== undefined)
      short.push(valueWords(subject, one, child, [...path, key]));
    else if (typeof one === 'number')
      short.push([`${title}: `, valueWords(subject, one, child, [...path, key])]);
    else rest[key] = one;
  }
  const head = name === undefined ? undefined : text(subject, String(value[name]), [...path, name]);
  return [
    head !== undefined && html`<p><b>${head}</b></p>`,
    periodLine(value, schema),
    short.length > 0 && html`<p class="small">${short.map((one, i) => [i === 0 ? '' : ' · ', one])}</p>`,
    fields(subject, withoutPeriod(rest), schema, path),
  ];
}

/** “Other” and a count of none tell nobody anything. */
function saysNothing(value: unknown): boolean {
  return value === false || value === 0 || value === 'other';
}

function periodLine(value: object, schema: Schema): Content {
  const words = periodWords(value as Record<string, unknown>, schema);
  return words !== undefined && html`<p>${words}</p>`;
}

function withoutPeriod(value: object): object {
  const { value: number, unit, ...rest } = value as { value?: unknown; unit?: unknown };
  return typeof number === 'number' && typeof unit === 'string' ? rest : value;
}

/** A number of days, months or years. */
function periodWords({ value, unit }: Record<string, unknown>, schema: Schema): string | undefined {
  if (typeof value !== 'number' || typeof unit !== 'string') return undefined;
  const words = labelOf(childSchema(schema, 'unit') ?? {}, unit).en;
  return `${value} ${value === 1 ? words.replace(/s$/, '') : words}`;
}

function citationWords(
  { site }: EnglishSubject,
  { law = '', article, paragraph, item }: Draft<Citation>,
): Content {
  const known = site.lookups.law(law);
  const place = citeInWords({
    law,
    ...(article !== undefined && { article }),
    ...(paragraph !== undefined && { paragraph }),
    title: known?.en ?? known?.title ?? law,
  }).en;
  const words = item === undefined ? place : `${place}, item ${item}`;
  return known === undefined
    ? named(words)
    : link(site, `laws/${law}.html${article === undefined ? '' : `#a${article}`}`, named(words));
}

/** The answers for which an element stands. */
function whenWords({ item, texts }: EnglishSubject, when: Draft<When>): Content {
  return Object.entries(when).map(([id, wanted], i) => {
    const position = item.questions?.findIndex((one) => one.id === id) ?? -1;
    const question = item.questions?.[position];
    const at: Path = question === undefined ? ['variants'] : ['questions', position, 'options'];
    const options: readonly { id?: string; text?: string; name?: string }[] =
      question === undefined ? (item.variants ?? []) : (question.options ?? []);
    const asked =
      question === undefined
        ? 'Variant'
        : (texts.get(pointer(['questions', position, 'text'])) ?? named(question.text ?? id));
    const answers = Array.isArray(wanted)
      ? wanted.map((option, n) => {
          const place = options.findIndex((one) => one.id === option);
          const key = question === undefined ? 'name' : 'text';
          const english = texts.get(pointer([...at, place, key]));
          return [n === 0 ? '' : ' or ', english ?? named(options[place]?.[key] ?? option ?? '')];
        })
      : Object.entries(wanted ?? {}).map(([bound, number], n) => [
          n === 0 ? '' : ', ',
          `${bounds[bound] ?? bound} ${String(number)}`,
        ]);
    return html`${i === 0 ? '' : '; '}${asked} ${answers}`;
  });
}

const bounds: Readonly<Record<string, string>> = {
  min: 'at least',
  above: 'more than',
  max: 'at most',
  below: 'less than',
};
