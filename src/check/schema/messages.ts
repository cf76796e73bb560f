import type { ErrorObject } from 'ajv';
import { labelOf, wordsOf } from '../../model/field.ts';
import { followed, type Schema, type Words } from '../../model/schemas.ts';
import { likelyKey } from './likelyKey.ts';

/** What an error is about: the schema of the field concerned, its words, and the value that stands there. */
export interface Concern {
  schema: Schema;
  /** Schema of the map that holds the field. */
  holder: Schema;
  /** Its key, or that of the list it is an element of. */
  key: string;
  /** Words of the nearest group around the field that has a title; none at the root of a file. */
  group: Words | undefined;
  /** What stands at the field; nothing where it is missing. */
  value: unknown;
  /** Whether the group around a missing field has anything in it. */
  begun: boolean;
}

/** A type's name in words, for people who do not program. */
const types: Record<string, Words> = {
  string: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  object: { zh: '一组字段', en: 'a group of fields' },
  array: { zh: '一个列表（每行以“- ”开头）', en: 'a list (each line begins with "- ")' },
  null: { zh: '空', en: 'empty' },
};

/**
 * An Ajv error as a sentence that says what is wrong and what to do. `concern` is the field the error is about:
 * the missing one for `required`, the unknown one for `additionalProperties`, else the one that is wrong.
 */
export function messageOf(error: Pick<ErrorObject, 'keyword' | 'params'>, concern: Concern): Words {
  const { schema, holder, key, group, value } = concern;
  const limit = (error.params as { limit?: number }).limit;
  const shown = shortened(value);
  const title = titleOf(schema, key);
  // “数” or “依据” alone tells nobody which of them is meant.
  const name =
    group === undefined || group.zh === title.zh
      ? { zh: `“${title.zh}”`, en: `"${title.en}"` }
      : { zh: `“${group.zh}”的“${title.zh}”`, en: `"${title.en}" of "${group.en}"` };
  // An empty text breaks whatever its field asks for; what is wrong is that it is empty.
  if (value === '' && ['type', 'enum', 'pattern'].includes(error.keyword)) {
    const choose = schema.enum !== undefined;
    return {
      zh: `${name.zh}还没有${choose ? '选择，请选择' : '填写，请填写'}${orDelete(holder, key).zh}。${error.keyword === 'pattern' ? (schema.description ?? '') : ''}`,
      en: `${name.en} is empty. ${choose ? 'Choose one' : 'Fill it in'}${orDelete(holder, key).en}.`,
    };
  }
  switch (error.keyword) {
    case 'required': {
      // Who has begun to fill a group does not mean “none”, and may not say both.
      const orNone = mayBeNone(schema) || (mayBeNone(holder) && !concern.begun);
      return {
        zh: `缺少${name.zh}。请填写${orNone ? '；确实没有的，写明 none: 理由' : ''}。`,
        en: `${name.en} is missing. Fill it in${orNone ? '; where there is none, write none: and why' : ''}.`,
      };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const meant = likelyKey(key, holder);
      const called = titleOf(followed(holder.properties?.[meant ?? ''] ?? {}), '');
      return {
        zh: `${group === undefined ? '' : `“${group.zh}”`}没有名为“${title.zh}”的字段。${meant === undefined ? '请检查拼写' : `是不是“${meant}”${called.zh && `（${called.zh}）`}？请改正`}，或删去它。`,
        en: `There is no field "${title.en}"${group === undefined ? '' : ` in "${group.en}"`}. ${meant === undefined ? 'Check its spelling' : `Did you mean "${meant}"${called.en && ` (${called.en})`}? Correct it,`} or take it out.`,
      };
    }
    case 'type': {
      const wanted = types[String((error.params as { type: unknown }).type)] ?? {
        zh: '另一种值',
        en: 'another kind of value',
      };
      if (value === null)
        return {
          zh: `${name.zh}应是${wanted.zh}，现在空着。请填写，或删去这个字段。`,
          en: `${name.en} must be ${wanted.en}, but is empty. Fill it in, or take the field out.`,
        };
      return {
        zh: `${name.zh}应是${wanted.zh}，现在是“${shown}”。请改正。`,
        en: `${name.en} must be ${wanted.en}, but is "${shown}". Correct it.`,
      };
    }
    case 'enum': {
      const allowed = (schema.enum ?? []).map(String);
      const words = allowed.map((one) => labelOf(schema, one));
      return {
        zh: `${name.zh}不能是“${shown}”。可以写：${allowed.map((one, i) => `${one}（${words[i]!.zh}）`).join('、')}。`,
        en: `${name.en} cannot be "${shown}". It may be: ${allowed.map((one, i) => `${one} (${words[i]!.en})`).join(', ')}.`,
      };
    }
    case 'const':
    case 'discriminator': {
      const tags = (schema.oneOf ?? []).map((branch) => String(branch.properties?.[tagOf(error)]?.const));
      return {
        zh: `${name.zh}要写明种类 ${tagOf(error)}：${tags.join('、')} 之一。`,
        en: `${name.en} must name its kind, ${tagOf(error)}: one of ${tags.join(', ')}.`,
      };
    }
    case 'pattern':
      return {
        zh: `${name.zh}的写法不对：“${shown}”。${schema.description ?? '请按规定的格式填写。'}`,
        en: `${name.en} is not written as it must be: "${shown}" (pattern ${schema.pattern ?? ''}).`,
      };
    case 'minLength': {
      const or = orDelete(holder, key);
      return {
        zh: `${name.zh}太短或是空的。请至少写 ${limit} 个字${or.zh}。`,
        en: `${name.en} is empty or too short. Write at least ${limit} characters${or.en}.`,
      };
    }
    case 'maxLength':
      return {
        zh: `${name.zh}太长。请至多写 ${limit} 个字。`,
        en: `${name.en} is too long. Write at most ${limit} characters.`,
      };
    case 'maxItems':
      return {
        zh: `${name.zh}至多 ${limit} 项。请删去一些。`,
        en: `${name.en} has at most ${limit}. Take some out.`,
      };
    case 'minimum':
      return {
        zh: `${name.zh}不能小于 ${limit}，现在是 ${shown}。`,
        en: `${name.en} cannot be below ${limit}; it is ${shown}.`,
      };
    case 'exclusiveMinimum':
      return {
        zh: `${name.zh}要大于 ${limit}，现在是 ${shown}。请改正。`,
        en: `${name.en} must be above ${limit}; it is ${shown}. Correct it.`,
      };
    case 'maximum':
      return {
        zh: `${name.zh}不能大于 ${limit}，现在是 ${shown}。请改正。`,
        en: `${name.en} cannot be above ${limit}; it is ${shown}. Correct it.`,
      };
    case 'minItems':
      return {
        zh: `${name.zh}至少要有 ${limit} 项。请补上。`,
        en: `${name.en} needs at least ${limit}. Add what is missing.`,
      };
    case 'minProperties':
      return {
        zh: `${name.zh}是空的。请填写其中的字段。`,
        en: `${name.en} is empty. Fill in its fields.`,
      };
    case 'maxProperties':
      return {
        zh: `${name.zh}既写了“无”（none），又写了内容。请只留一种。`,
        en: `${name.en} says both none and something else. Keep one of them.`,
      };
    case 'uniqueItems':
      return {
        zh: `${name.zh}中有重复的项。请删去重复。`,
        en: `${name.en} has the same entry twice. Take one out.`,
      };
    case 'retired':
      return {
        zh: `${name.zh}已经停用，不再公布。请删去它。`,
        en: `${name.en} is out of use and no longer published. Take it out.`,
      };
    case 'unjudged':
      return {
        zh: '本文件太大，加的字段没有看完。请把文字写短一些。',
        en: 'The file is too large, so not all added fields were judged. Make its texts shorter.',
      };
    case 'propertyNames':
      return {
        zh: `${name.zh}中的名称不合规定。请用小写字母、数字和连字符。`,
        en: `A name in ${name.en} is not allowed. Use lower case letters, digits and hyphens.`,
      };
    default:
      return {
        zh: `${name.zh}不符合结构要求（${error.keyword}）。请对照字段说明改正。`,
        en: `${name.en} breaks its schema (${error.keyword}). See the description of the field.`,
      };
  }
}

/** Words of a field, or its key where the schema gives it none. */
function titleOf(schema: Schema | undefined, key: string): Words {
  const words = schema === undefined ? { zh: '', en: '' } : wordsOf(schema);
  return { zh: words.zh === '' ? key : words.zh, en: words.en === '' ? key : words.en };
}

/** What else may be done about an empty field that need not be there. */
function orDelete(holder: Schema, key: string): Words {
  return holder.required?.includes(key) === true
    ? { zh: '', en: '' }
    : { zh: '；没有内容的，删去这个字段', en: ', or take the field out' };
}

function mayBeNone(schema: Schema): boolean {
  return schema.properties?.['none'] !== undefined;
}

function tagOf(error: Pick<ErrorObject, 'params'>): string {
  return (error.params as { tag?: string }).tag ?? 'kind';
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
