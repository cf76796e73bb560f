import type { Lookups } from '../../src/catalogue/index.ts';
import { branchOf, childSchema, wordsOf } from '../../src/model/field.ts';
import type { Path } from '../../src/model/path.ts';
import { followed, type Schema, type Words } from '../../src/model/schemas.ts';
import type { InnerNames } from '../form/innerNames.ts';
import { innerOptions } from '../form/innerOptions.ts';
import { elementTitle, valueInWords } from '../form/valueInWords.ts';

/** A field of something that came or went: in words, or its parts, each with a title of its own. */
export interface ContentLine {
  key: string;
  title: Words;
  words?: string;
  parts?: ContentLine[];
}

type PlainMap = Record<string, unknown>;
const isMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The title of a branch's discriminant is the branch's own. */
const kindTitle: Words = { zh: '方式', en: 'Kind' };
const same = (word: string): Words => ({ zh: word, en: word });

/**
 * The fields of `value`, of `schema`, as lines to read. `path` is its place in the item; `names` are those inside the
 * item, by which its fields name one another.
 */
export function contentLines(
  schema: Schema,
  path: Path,
  value: PlainMap,
  { lookups, names }: { lookups: Lookups; names: InnerNames },
): ContentLine[] {
  const whole = followed(schema);
  const branch = branchOf(whole, value);
  const inner = (at: Path, one: unknown): string | undefined => {
    const options = innerOptions(at, names);
    const wordsFor = (id: unknown) => options?.find((option) => option.value === id)?.words.zh ?? String(id);
    return options && (Array.isArray(one) ? one : [one]).map(wordsFor).join('、');
  };
  // The id of an element is for the file; what it is says its name.
  const shown = Object.entries(value).filter(([key]) => key !== 'id' || path.length === 0);
  return shown.map(([key, one]): ContentLine => {
    const child = childSchema(whole, key, value);
    if (child === undefined) return { key, title: same(key), words: JSON.stringify(one) };
    const title = wordsOf(child);
    const at = [...path, key];
    if (key === whole.discriminator?.propertyName)
      return { key, title: kindTitle, words: wordsOf(branch).zh };
    if (key === 'when' && isMap(one)) return { key, title, words: whenInWords(one, names) };
    if (isMap(one) && !isShort(one))
      return { key, title, parts: contentLines(child, at, one, { lookups, names }) };
    if (!Array.isArray(one) || !one.some(isMap))
      return { key, title, words: inner(at, one) ?? valueInWords(child, one, lookups) };
    const element = followed(child).items ?? {};
    const parts = one.map((each: unknown, i): ContentLine => {
      const named = { key: String(i), title: same(`${i + 1}`) };
      if (!isMap(each) || 'law' in each) return { ...named, words: elementTitle(each, i, lookups) };
      return { ...named, parts: contentLines(element, [...at, i], each, { lookups, names }) };
    });
    return { key, title, parts };
  });
}

/** A number with its unit is one thing to say. */
function isShort(map: PlainMap): boolean {
  return Object.keys(map).every((key) => key === 'value' || key === 'unit');
}

function whenInWords(when: PlainMap, { questions }: InnerNames): string {
  return Object.entries(when)
    .map(([id, answer]) => {
      const question = questions.find((one) => one.id === id);
      const option = (one: unknown) => question?.options.find((each) => each.id === one)?.text ?? String(one);
      return `${question?.text ?? id} ${Array.isArray(answer) ? answer.map(option).join('、') : boundsInWords(answer)}`;
    })
    .join('；');
}

function boundsInWords(bounds: unknown): string {
  const { min, above, max, below } = (isMap(bounds) ? bounds : {}) as { [bound in string]?: unknown };
  return [
    min !== undefined && `不少于 ${String(min)}`,
    above !== undefined && `超过 ${String(above)}`,
    max !== undefined && `不多于 ${String(max)}`,
    below !== undefined && `不足 ${String(below)}`,
  ]
    .filter(Boolean)
    .join('，');
}
