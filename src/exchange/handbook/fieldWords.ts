import { citeInWords } from '../../model/citedLaws.ts';
import { fieldAt, labelOf } from '../../model/field.ts';
import type { Citation } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import type { Schema } from '../../model/schemas.ts';
import { formatFen, formatLimit } from '../../procedure/index.ts';
import type { OpenItem } from '../open/openItem.ts';

/** Title of a field of the item in Chinese. */
export function fieldTitle(path: Path): string {
  return fieldAt('item', path)?.title.zh ?? '';
}

/** The value at `path` in words for staff; nothing for nothing. Parts of a map stand one after another. */
export function fieldWords(value: unknown, path: Path, open: OpenItem): string {
  if (value === undefined || value === null) return '';
  const schema: Schema = fieldAt('item', path)?.schema ?? {};
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return schema['x-unit'] === 'fen' ? formatFen(value) : String(value);
  if (typeof value === 'string') {
    const ref = schema['x-ref'] ?? '';
    if (ref.startsWith('codeList:')) return open.names.codes[ref.slice('codeList:'.length)]?.[value] ?? value;
    if (ref === 'window') return open.names.windows.find((one) => one.ref === value)?.name ?? value;
    if (ref === 'item') return open.names.items[value] ?? value;
    return labelOf(schema, value).zh;
  }
  if (Array.isArray(value)) {
    const words = value.map((one, at) => fieldWords(one, [...path, at], open));
    return words.join(words.some((one) => one.length > 20) ? '\n' : '、');
  }
  const map = value as Record<string, unknown>;
  if (typeof map['law'] === 'string') return citationWords(map as Draft<Citation>, open);
  if (schema.properties?.['unit']?.enum?.includes('working-days') === true)
    return [
      formatLimit(map),
      fieldWords(map['note'], [...path, 'note'], open),
      basisWords(map['basis'], open),
    ]
      .filter((part) => part !== '')
      .join('；');
  return Object.entries(map)
    .filter(([key]) => key !== 'id')
    .map(([key, one]) => {
      const words = fieldWords(one, [...path, key], open);
      const title = fieldTitle([...path, key]);
      return words === '' || title === '' ? words : `${title}：${words}`;
    })
    .filter((part) => part !== '')
    .join('；');
}

/** 《…》第…条第…款第（…）项. */
export function citationWords(
  { law = '', article, paragraph, item }: Draft<Citation>,
  open: OpenItem,
): string {
  const title = open.names.laws.find(({ id }) => id === law)?.title;
  const place = {
    law,
    ...(article !== undefined && { article }),
    ...(paragraph !== undefined && { paragraph }),
  };
  return citeInWords(place, title).zh + (item === undefined ? '' : `第（${item}）项`);
}

export function basisWords(basis: unknown, open: OpenItem): string {
  return Array.isArray(basis) ? basis.map((one: Draft<Citation>) => citationWords(one, open)).join('、') : '';
}
