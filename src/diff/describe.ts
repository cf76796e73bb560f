import type { Lookups } from '../catalogue/types.ts';
import { childSchema, labelOf } from '../model/field.ts';
import type { Schema, Words } from '../model/schemas.ts';
import { formatLimit, type DayUnit } from '../procedure/index.ts';
import { clip } from './clip.ts';
import { describeStandard, money } from './describeStandard.ts';
import { describeWhen } from './describeWhen.ts';
import { isMap } from './sameValue.ts';
import { elementLabel } from './titles.ts';
import { isBody, isCitation, isWhen, unitOf } from './units.ts';

/** What values are put into words with. */
export interface Reader {
  /** Names of laws, agencies, codes; without it they go by their ids. */
  lookups: Lookups | undefined;
  /** The questions of the item, for a `when`. */
  questions: unknown;
}

/** Characters of a text that a sentence shows; the whole text is in the change. */
export const shown = 40;

/** A value of the field `schema` in words, in one line. Takes any value. */
export function describe(schema: Schema | undefined, value: unknown, reader: Reader): Words {
  if (value === undefined) return { zh: '无', en: 'none' };
  if (value === null) return { zh: '空', en: 'empty' };
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (Array.isArray(value)) return describeList(schema, value, reader);
  if (isMap(value)) return describeMap(schema, value, reader);
  if (typeof value === 'number') return schema?.['x-unit'] === 'fen' ? money(value) : same(String(value));
  const text = String(value);
  const named = schema && nameOf(schema, text, reader.lookups);
  return named ?? quoted(same(clip(text, shown)));
}

/** Whether the texts of a field are to be read, and not the names of something else. */
export function isProse(schema: Schema | undefined): boolean {
  return schema?.enum === undefined && schema?.['x-ref'] === undefined;
}

/** Words in quotation marks. */
export function quoted({ zh, en }: Words): Words {
  return { zh: `“${zh}”`, en: `"${en}"` };
}

/** Words joined, 、 in Chinese. */
export function listed(all: readonly Words[]): Words {
  return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
}

function describeList(schema: Schema | undefined, list: unknown[], reader: Reader): Words {
  const element = schema && childSchema(schema, 0);
  const first = list.slice(0, 8).map((value) => describe(element, value, reader));
  const words = listed(first);
  if (list.length === 0) return { zh: '空', en: 'empty' };
  return list.length <= first.length
    ? words
    : { zh: `${words.zh}等 ${list.length} 项`, en: `${words.en} and so on, ${list.length} in all` };
}

function describeMap(schema: Schema | undefined, value: Record<string, unknown>, reader: Reader): Words {
  if (schema?.discriminator !== undefined) return describeStandard(schema, value) ?? compact(value);
  if (schema !== undefined && isWhen(schema)) return describeWhen(value, reader.questions);
  if (schema !== undefined && isCitation(schema)) return describeCitation(value, reader.lookups);
  if (schema !== undefined && isBody(schema)) return describeBody(schema, value, reader);
  if (unitOf(schema).includes('value')) return describePeriod(schema!, value) ?? compact(value);
  const label = elementLabel(value, '');
  return label.zh === '' ? compact(value) : quoted(label);
}

function describePeriod(schema: Schema, period: Record<string, unknown>): Words | undefined {
  const { value, unit, none } = period;
  if (typeof none === 'string') return quoted(same(clip(none, shown)));
  if (typeof value !== 'number') return undefined;
  if (typeof unit !== 'string') return same(String(value));
  if (unit === 'working-days' || unit === 'calendar-days') {
    const limit: { value: number; unit: DayUnit } = { value, unit };
    return { zh: formatLimit(limit), en: formatLimit(limit, 'en') };
  }
  const field = childSchema(schema, 'unit');
  const words = field ? labelOf(field, unit) : same(unit);
  return { zh: `${value} ${words.zh}`, en: `${value} ${words.en}` };
}

function describeBody(schema: Schema, body: Record<string, unknown>, reader: Reader): Words {
  const parts = ['text', 'agency', 'department'].filter((key) => body[key] !== undefined);
  return parts.length === 0
    ? compact(body)
    : listed(parts.map((key) => describe(childSchema(schema, key), body[key], reader)));
}

function describeCitation(citation: Record<string, unknown>, lookups: Lookups | undefined): Words {
  const { law, ...place } = citation;
  if (typeof law !== 'string') return compact(citation);
  const title = lookups?.law(law)?.title ?? law;
  const parts = citedParts.filter(({ key }) => typeof place[key] === 'number');
  return {
    zh: `《${title}》${parts.map(({ key, zh }) => `第${String(place[key])}${zh}`).join('')}`,
    en: [title, ...parts.map(({ key, en }) => `${en} ${String(place[key])}`)].join(', '),
  };
}

const citedParts = [
  { key: 'article', zh: '条', en: 'Art.' },
  { key: 'paragraph', zh: '款', en: 'para.' },
  { key: 'item', zh: '项', en: 'item' },
];

/** The words of a text that stands for something else: an enumerated value, a code, an id. */
function nameOf(schema: Schema, text: string, lookups: Lookups | undefined): Words | undefined {
  if (schema.enum !== undefined) return labelOf(schema, text);
  const [kind, list = ''] = (schema['x-ref'] ?? '').split(':');
  switch (kind) {
    case 'law': {
      const title = lookups?.law(text)?.title;
      return title === undefined ? same(text) : { zh: `《${title}》`, en: title };
    }
    case 'agency':
      return same(lookups?.agency(text)?.name ?? text);
    case 'item':
      return same(lookups?.itemName(text) ?? text);
    case 'window':
      return same(lookups?.window(text)?.name ?? text);
    case 'division':
      return same(lookups?.divisionName(text) ?? text);
    case 'codeList':
      return lookups?.codeLabel(list, text) ?? same(text);
    default:
      return undefined;
  }
}

function compact(value: unknown): Words {
  return same(clip(JSON.stringify(value), shown));
}

function same(text: string): Words {
  return { zh: text, en: text };
}
