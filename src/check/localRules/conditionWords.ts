import { builtInShape, type CatalogueShape } from '../../model/catalogueShape.ts';
import type { Condition, Operand } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { wordsOf } from '../../model/field.ts';
import type { Schema, Words } from '../../model/schemas.ts';
import { fieldSchema, stepsOf } from './fieldPath.ts';
import { valueWords } from './ruleFields.ts';

/** How values are called that a code list or another file of the catalogue names. */
export type NameOf = (schema: Schema, value: string) => Words | undefined;

/**
 * A condition as somebody would say it, fields and values by their words: `材料种类是“申请表”`. `element` is the path of
 * what the rule looks at.
 */
export function conditionWords(
  condition: Draft<Condition>,
  element: string | undefined,
  { nameOf = () => undefined, shape = builtInShape }: { nameOf?: NameOf; shape?: CatalogueShape } = {},
): Words {
  return wordsOfCondition(condition, element, { nameOf, shape }, false);
}

interface Around {
  nameOf: NameOf;
  shape: CatalogueShape;
}

/** `isNot`: of a single comparison its opposite, which is said in its own words. */
function wordsOfCondition(
  condition: Draft<Condition>,
  element: string | undefined,
  around: Around,
  isNot: boolean,
): Words {
  const { nameOf, shape } = around;
  const parts: Words[] = [];
  const { present, equals, in: among, contains, matches, atMost, atLeast, all, any, not, some } = condition;
  const subject = fieldWords(condition, element, shape);
  const steps = stepsIn(condition, element);
  const schema = steps && fieldSchema(steps, shape);
  const single = (schema?.type === 'array' && steps ? fieldSchema([...steps, '*'], shape) : schema) ?? {};
  const value = (one: unknown): Words => {
    const own = valueWords({ single }, one);
    const said = typeof one === 'string' && own.zh === one ? (nameOf(single, one) ?? own) : own;
    return { zh: `“${said.zh}”`, en: `"${said.en}"` };
  };
  const [no, notEn] = isNot ? ['不', 'not '] : ['', ''];
  const say = (zh: string, en: string) => parts.push({ zh: `${subject.zh}${zh}`, en: `${subject.en} ${en}` });
  if (present !== undefined)
    say(present ? '已填写' : '没有填写', present ? 'is filled in' : 'is not filled in');
  if (typeof equals === 'boolean') say(equals ? '：是' : '：否', equals ? 'holds' : 'does not hold');
  else if (equals !== undefined) say(`${no}是${value(equals).zh}`, `is ${notEn}${value(equals).en}`);
  if (among !== undefined) {
    const words = among.map(value);
    say(`${no}是${list(words, 'zh')}之一`, `is ${notEn}one of ${list(words, 'en')}`);
  }
  if (contains !== undefined) {
    const words = contains.map((one) => ({ zh: `“${one}”`, en: `"${one}"` }));
    say(
      `${isNot ? '不含' : '含有'}${list(words, 'zh')}${words.length > 1 ? '之一' : ''}`,
      `${isNot ? 'does not contain' : 'contains'} ${list(words, 'en')}`,
    );
  }
  if (matches !== undefined)
    say(`${no}符合模式 ${matches}`, `${isNot ? 'does not match' : 'matches'} ${matches}`);
  if (atMost !== undefined) {
    const words = operandWords(atMost, element, shape);
    say(`不超过${words.zh}`, `is at most ${words.en}`);
  }
  if (atLeast !== undefined) {
    const words = operandWords(atLeast, element, shape);
    say(`不少于${words.zh}`, `is at least ${words.en}`);
  }
  if (all !== undefined)
    parts.push(
      grouped(
        all.map((one) => conditionWords(one, element, around)),
        'all',
      ),
    );
  if (any !== undefined)
    parts.push(
      grouped(
        any.map((one) => conditionWords(one, element, around)),
        'any',
      ),
    );
  if (not !== undefined) {
    const isOwn = isSingle(not);
    const words = wordsOfCondition(not, element, around, isOwn);
    parts.push(isOwn ? words : { zh: `并非${words.zh}`, en: `not ${words.en}` });
  }
  if (some !== undefined) {
    const words = conditionWords(some.meets ?? {}, some.each, around);
    const where = listWords(some.each, shape);
    parts.push({ zh: `${where.zh}中有一项：${words.zh}`, en: `one of ${where.en}: ${words.en}` });
  }
  return grouped(parts, 'all');
}

/** Whether it is one comparison that has words of its own for its opposite. */
function isSingle(condition: Draft<Condition>): boolean {
  const [key, ...others] = Object.keys(condition).filter((one) => one !== 'field' && one !== 'itemField');
  if (key === undefined || others.length > 0) return false;
  return key === 'equals'
    ? typeof condition.equals !== 'boolean'
    : ['in', 'contains', 'matches'].includes(key);
}

/** The title of a list's elements by their path; of none, the item. */
export function listWords(each: string | undefined, shape = builtInShape): Words {
  if (each === undefined) return { zh: '事项', en: 'the item' };
  return titleWords(stepsOf(each).slice(0, -1), each, { shape });
}

function grouped(parts: readonly Words[], how: 'all' | 'any'): Words {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  if (parts.length === 0) return { zh: '（还没有条件）', en: '(no condition yet)' };
  const zh = parts.map((one) => one.zh).join(how === 'all' ? '，并且' : '，或者');
  const en = parts.map((one) => one.en).join(how === 'all' ? ' and ' : ' or ');
  return { zh: `（${zh}）`, en: `(${en})` };
}

function list(words: readonly Words[], language: keyof Words): string {
  return words.map((one) => one[language]).join(language === 'zh' ? '、' : ', ');
}

interface Named {
  field?: string | undefined;
  itemField?: string | undefined;
}

function stepsIn({ field, itemField }: Named, element: string | undefined): string[] | undefined {
  if (itemField !== undefined) return stepsOf(itemField);
  if (field === undefined) return undefined;
  return [...(element === undefined ? [] : stepsOf(element)), ...stepsOf(field)];
}

function fieldWords(named: Named, element: string | undefined, shape: CatalogueShape): Words {
  const steps = stepsIn(named, element);
  if (steps === undefined) return { zh: '', en: '' };
  const own = stepsOf(named.itemField ?? named.field ?? '');
  const words = titleWords(steps, own.join('.'), { shape, from: steps.length - own.length });
  return named.itemField === undefined || element === undefined
    ? words
    : { zh: `事项的${words.zh}`, en: `the item's ${words.en}` };
}

/** Titles of the steps after the first `from`; what the schema does not know is called by its key. */
function titleWords(
  steps: readonly string[],
  otherwise: string,
  { shape, from = 0 }: { shape: CatalogueShape; from?: number },
): Words {
  const titles: Words[] = [];
  for (let length = from + 1; length <= steps.length; length++) {
    if (steps[length - 1] === '*') continue;
    const schema = fieldSchema(steps.slice(0, length), shape);
    if (schema === undefined) return { zh: `“${otherwise}”`, en: `"${otherwise}"` };
    titles.push(wordsOf(schema));
  }
  // 申请材料的材料 says no more than 材料.
  const said = titles.filter(({ zh }, i) => titles[i + 1] === undefined || !zh.endsWith(titles[i + 1]!.zh));
  return {
    zh: said.map(({ zh }) => zh).join('的'),
    en: said.map(({ en }) => en.toLowerCase()).join(', '),
  };
}

const units: Record<string, Words> = {
  'working-days': { zh: '个工作日', en: 'working days' },
  'calendar-days': { zh: '日（自然日）', en: 'calendar days' },
};

function operandWords(operand: Draft<Operand>, element: string | undefined, shape: CatalogueShape): Words {
  if (typeof operand === 'number') return { zh: ` ${operand}`, en: String(operand) };
  if (operand.field !== undefined || operand.itemField !== undefined)
    return fieldWords(operand, element, shape);
  const unit = operand.unit === undefined ? { zh: '', en: '' } : units[operand.unit]!;
  return {
    zh: ` ${operand.value ?? '…'} ${unit.zh}`.trimEnd(),
    en: `${operand.value ?? '…'} ${unit.en}`.trimEnd(),
  };
}
