import type { ErrorObject } from 'ajv';
import { labelOf, wordsOf } from '../../model/field.ts';
import type { Schema, Words } from '../../model/schemas.ts';

/** What an error is about: the schema of the field concerned, its words, and the value that stands there. */
export interface Concern {
  schema: Schema;
  /** Schema of the map that holds the field. */
  holder: Schema;
  title: Words;
  value: unknown;
}

/** A type's name in words, for people who do not program. */
const types: Record<string, Words> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '一组字段', en: 'a group of fields' },
  array: { zh: '一个列表（每行以“- ”开头）', en: 'a list (each line begins with "- ")' },
  null: { zh: '空', en: 'empty' },
};

/**
 * An Ajv error as a sentence that says what is wrong and what to do. `concern` is the field the error is about:
 * the missing one for `required`, the unknown one for `additionalProperties`, else the one that is wrong.
 */
export function messageOf(error: ErrorObject, { schema, holder, title, value }: Concern): Words {
  const limit = (error.params as { limit?: number }).limit;
  const shown = shortened(value);
  switch (error.keyword) {
    case 'required': {
      const orNone = [schema, holder].some((s) => s.properties?.['none'] !== undefined);
      return {
        zh: `缺少“${title.zh}”。请填写${orNone ? '；确实没有的，写明 none: 理由' : ''}。`,
        en: `"${title.en}" is missing. Fill it in${orNone ? '; where there is none, write none: and why' : ''}.`,
      };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return {
        zh: `没有名为“${title.zh}”的字段。请检查拼写，或删去它。`,
        en: `There is no field "${title.en}". Check its spelling or take it out.`,
      };
    case 'type': {
      const wanted = types[String((error.params as { type: unknown }).type)] ?? {
        zh: '另一种值',
        en: 'another kind of value',
      };
      return {
        zh: `“${title.zh}”应是${wanted.zh}，现在是“${shown}”。请改正。`,
        en: `"${title.en}" must be ${wanted.en}, but is "${shown}". Correct it.`,
      };
    }
    case 'enum': {
      const allowed = (schema.enum ?? []).map(String);
      const words = allowed.map((one) => labelOf(schema, one));
      return {
        zh: `“${title.zh}”不能是“${shown}”。可以写：${allowed.map((one, i) => `${one}（${words[i]!.zh}）`).join('、')}。`,
        en: `"${title.en}" cannot be "${shown}". It may be: ${allowed.map((one, i) => `${one} (${words[i]!.en})`).join(', ')}.`,
      };
    }
    case 'const':
    case 'discriminator': {
      const tags = (schema.oneOf ?? []).map((branch) => String(branch.properties?.[tagOf(error)]?.const));
      return {
        zh: `“${title.zh}”要写明种类 ${tagOf(error)}：${tags.join('、')} 之一。`,
        en: `"${title.en}" must name its kind, ${tagOf(error)}: one of ${tags.join(', ')}.`,
      };
    }
    case 'pattern':
      return {
        zh: `“${title.zh}”的写法不对：“${shown}”。${schema.description ?? '请按规定的格式填写。'}`,
        en: `"${title.en}" is not written as it must be: "${shown}" (pattern ${schema.pattern ?? ''}).`,
      };
    case 'minLength':
      return {
        zh: `“${title.zh}”太短或是空的。请至少写 ${limit} 个字；没有内容的，删去这个字段。`,
        en: `"${title.en}" is empty or too short. Write at least ${limit} characters, or take the field out.`,
      };
    case 'minimum':
      return {
        zh: `“${title.zh}”不能小于 ${limit}，现在是 ${shown}。`,
        en: `"${title.en}" cannot be below ${limit}; it is ${shown}.`,
      };
    case 'minItems':
      return {
        zh: `“${title.zh}”至少要有 ${limit} 项。请补上。`,
        en: `"${title.en}" needs at least ${limit}. Add what is missing.`,
      };
    case 'minProperties':
      return {
        zh: `“${title.zh}”是空的。请填写其中的字段。`,
        en: `"${title.en}" is empty. Fill in its fields.`,
      };
    case 'maxProperties':
      return {
        zh: `“${title.zh}”既写了“无”（none），又写了内容。请只留一种。`,
        en: `"${title.en}" says both none and something else. Keep one of them.`,
      };
    case 'uniqueItems':
      return {
        zh: `“${title.zh}”中有重复的项。请删去重复。`,
        en: `"${title.en}" has the same entry twice. Take one out.`,
      };
    case 'propertyNames':
      return {
        zh: `“${title.zh}”中的名称不合规定。请用小写字母、数字和连字符。`,
        en: `A name in "${title.en}" is not allowed. Use lower case letters, digits and hyphens.`,
      };
    default:
      return {
        zh: `“${title.zh}”不符合结构要求（${error.keyword}）。请对照字段说明改正。`,
        en: `"${title.en}" breaks its schema (${error.keyword}). See the description of the field.`,
      };
  }
}

/** Words of a field, or its key where the schema gives it none. */
export function titleOf(schema: Schema | undefined, key: string): Words {
  const words = schema === undefined ? { zh: '', en: '' } : wordsOf(schema);
  return { zh: words.zh === '' ? key : words.zh, en: words.en === '' ? key : words.en };
}

function tagOf(error: ErrorObject): string {
  return (error.params as { tag?: string }).tag ?? 'kind';
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
