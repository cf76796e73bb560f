import type { Lookups } from '../../src/catalogue/index.ts';
import { citeInWords } from '../../src/model/citedLaws.ts';
import { branchOf, childSchema, labelOf, wordsOf } from '../../src/model/field.ts';
import { valueAt } from '../../src/model/path.ts';
import { followed, type Schema, type Words } from '../../src/model/schemas.ts';
import { formatFen } from '../../src/procedure/index.ts';
import { referenceWords } from './references.ts';

/** `value` of a field of `schema` as a person would say it, in Chinese; what was written where nothing says more. */
export function valueInWords(schema: Schema, value: unknown, lookups: Lookups): string {
  if (value === undefined || value === null) return '';
  const whole = branchOf(followed(schema), value);
  const within = (child: Schema | undefined, one: unknown) =>
    child ? valueInWords(child, one, lookups) : String(one);
  if (Array.isArray(value)) return value.map((one) => within(whole.items, one)).join('、');
  const tag = followed(schema).discriminator?.propertyName;
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([key]) => key !== 'id')
      .map(([key, one]) =>
        key === tag ? words(wordsOf(whole)) : within(childSchema(whole, key, value), one),
      )
      .filter((words) => words !== '')
      .join(' ');
  if (typeof value === 'boolean') return words({ zh: value ? '是' : '否', en: value ? 'yes' : 'no' });
  if (typeof value === 'number') return whole['x-unit'] === 'fen' ? formatFen(value) : String(value);
  const text = String(value);
  if (whole['x-ref'] !== undefined) return words(referenceWords(whole['x-ref'], text, lookups));
  return words(labelOf(whole, text));
}

const words = ({ zh }: Words): string => zh;

/**
 * What an element of a list is called: its name, its words, the law it cites, else its id, what it says where
 * `schema` is given (至 50 金额 100 元), or its position.
 */
export function elementTitle(value: unknown, index: number, lookups: Lookups, schema?: Schema): string {
  const map = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  for (const path of [['name'], ['text'], ['question'], ['title'], ['title', 'zh'], ['zh']]) {
    const named = valueAt(map, path);
    if (typeof named === 'string' && named.trim() !== '') return named;
  }
  if (typeof map['law'] === 'string') return citationTitle(map['law'], map, lookups);
  if (typeof map['id'] === 'string') return map['id'];
  return (schema && fieldsInWords(schema, map, lookups)) || String(index + 1);
}

/** The short fields of a map, each by its title. */
function fieldsInWords(schema: Schema, map: Record<string, unknown>, lookups: Lookups): string {
  return Object.entries(map)
    .filter(([, one]) => typeof one !== 'object')
    .map(([key, one]) => {
      const child = childSchema(followed(schema), key, map);
      return child === undefined ? '' : `${wordsOf(child).zh} ${valueInWords(child, one, lookups)}`;
    })
    .filter((words) => words !== '')
    .join('，');
}

/** 《行政许可法》第四十二条第一款: a citation by the short title that everybody uses. */
function citationTitle(law: string, cite: Record<string, unknown>, lookups: Lookups): string {
  const number = (key: string) => (typeof cite[key] === 'number' ? { [key]: cite[key] } : {});
  const whole = { law, ...number('article'), ...number('paragraph') };
  return citeInWords(whole, lookups.law(law)?.title).zh.replace('中华人民共和国', '');
}
