import { builtInShape, type CatalogueShape } from '../../model/catalogueShape.ts';
import type { Condition, Operand, RuleFile } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import type { Schema, Words } from '../../model/schemas.ts';
import { fieldSchema, stepsOf } from './fieldPath.ts';
import { compilePattern } from './pattern.ts';

/** What keeps a rule from being run: where in its file, and what to do. */
export interface Problem {
  /** Last part of the diagnostic's code. */
  code: 'field' | 'comparison' | 'pattern' | 'size';
  path: Path;
  words: Words;
}

const deepest = 6;
const mostConditions = 64;

/**
 * What is wrong in a rule that its schema cannot say: fields that items of `shape` have not, comparisons that never
 * hold.
 */
export function ruleProblems(said: Draft<RuleFile>, shape = builtInShape): Problem[] {
  const found: Problem[] = [];
  const element = said.for === undefined ? [] : stepsOf(said.for);
  const known = said.for === undefined || fieldSchema(element, shape) !== undefined;
  if (!known) return [noField(['for'], said.for ?? '')];
  const judge: Walk = { found, count: { left: mostConditions }, shape };
  if (said.where !== undefined) inCondition(said.where, ['where'], element, 1, judge);
  if (said.must !== undefined) inCondition(said.must, ['must'], element, 1, judge);
  if (judge.count.left < 0) found.push(tooMany([]));
  if (said.at !== undefined && fieldSchema([...element, ...stepsOf(said.at)], shape) === undefined)
    found.push(noField(['at'], said.at));
  for (const language of ['zh', 'en'] as const)
    for (const [, root, field = ''] of (said.message?.[language] ?? '').matchAll(/\{(item:)?([^{}]*)\}/g))
      if (fieldSchema([...(root === undefined ? element : []), ...stepsOf(field)], shape) === undefined)
        found.push(noField(['message', language], field));
  return found;
}

/** What is wrong likewise in one condition, at `path`, which is judged on the elements at `element`. */
export function conditionProblems(
  condition: Draft<Condition>,
  { path, element, shape }: { path: Path; element: readonly string[]; shape: CatalogueShape },
): Problem[] {
  const walk: Walk = { found: [], count: { left: mostConditions }, shape };
  inCondition(condition, path, element, 1, walk);
  return walk.count.left < 0 ? [...walk.found, tooMany(path)] : walk.found;
}

interface Walk {
  found: Problem[];
  count: { left: number };
  shape: CatalogueShape;
}

const comparisons = ['present', 'equals', 'in', 'contains', 'matches', 'atMost', 'atLeast'] as const;

function inCondition(
  condition: Draft<Condition>,
  path: Path,
  element: readonly string[],
  depth: number,
  walk: Walk,
): void {
  const { found } = walk;
  if (--walk.count.left < 0) return;
  if (depth > deepest) {
    found.push({
      code: 'size',
      path,
      words: {
        zh: `条件套了超过 ${deepest} 层。请拆成几条规则。`,
        en: `Conditions stand more than ${deepest} deep. Make several rules of it.`,
      },
    });
    return;
  }
  const { field, itemField } = condition;
  const compared = comparisons.filter((key) => condition[key] !== undefined);
  if (field !== undefined && itemField !== undefined) found.push(twoFields(path));
  else if (field !== undefined || itemField !== undefined) {
    if (compared.length === 0) found.push(nothingCompared(path));
    else inComparison(condition, path, element, walk);
  } else if (compared.length > 0) found.push(noFieldNamed(path));
  for (const key of ['all', 'any'] as const)
    for (const [i, one] of (condition[key] ?? []).entries())
      inCondition(one, [...path, key, i], element, depth + 1, walk);
  if (condition.not !== undefined) inCondition(condition.not, [...path, 'not'], element, depth + 1, walk);
  const { each, meets } = condition.some ?? {};
  if (each === undefined || meets === undefined) return;
  const inner = stepsOf(each);
  if (fieldSchema(inner, walk.shape) === undefined) found.push(noField([...path, 'some', 'each'], each));
  else inCondition(meets, [...path, 'some', 'meets'], inner, depth + 1, walk);
}

/** What a comparison sees in a field. */
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'days' | 'group';

export function kindOf({ type, properties, enum: values }: Schema): Kind {
  if (type === 'array') return 'list';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'string' || values !== undefined) return 'text';
  return properties?.['value'] !== undefined && properties['unit'] !== undefined ? 'days' : 'group';
}

function inComparison(
  condition: Draft<Condition>,
  path: Path,
  element: readonly string[],
  { found, shape }: Walk,
): void {
  const key = condition.field === undefined ? 'itemField' : 'field';
  const name = condition[key] ?? '';
  const steps = [...(key === 'field' ? element : []), ...stepsOf(name)];
  const schema = fieldSchema(steps, shape);
  // Elements have names of their own, so what is said of every one of a list is said by `for` or `some`.
  if (schema === undefined || stepsOf(name).includes('*')) {
    found.push(noField([...path, key], name));
    return;
  }
  const single = kindOf(schema) === 'list' ? (fieldSchema([...steps, '*'], shape) ?? schema) : schema;
  const wrong = (at: Path, zh: string, en: string) =>
    found.push({ code: 'comparison', path: [...path, ...at], words: { zh, en } });
  const values = condition.equals === undefined ? [] : [{ at: ['equals'] as Path, value: condition.equals }];
  const among = (condition.in ?? []).map((value, i) => ({ at: ['in', i] as Path, value }));
  for (const { at, value } of [...values, ...among]) {
    const kind = kindOf(single);
    const own = typeof value === 'string' ? 'text' : typeof value;
    if (kind !== own)
      wrong(
        at,
        `“${name}”${kindWords[kind].zh}，不会等于 ${JSON.stringify(value)}。文字要加引号，如 "01"。`,
        `"${name}" ${kindWords[kind].en} and never equals ${JSON.stringify(value)}. Put quotes around a text, as in "01".`,
      );
    else if (single.enum !== undefined && !single.enum.includes(value))
      wrong(
        at,
        `“${name}”没有 ${JSON.stringify(value)} 这个值。可以写：${single.enum.join('、')}。`,
        `"${name}" is never ${JSON.stringify(value)}. It may be: ${single.enum.join(', ')}.`,
      );
  }
  for (const word of ['contains', 'matches'] as const)
    if (condition[word] !== undefined && kindOf(single) !== 'text')
      wrong(
        [word],
        `“${name}”${kindWords[kindOf(single)].zh}，不能按文字比较。`,
        `"${name}" ${kindWords[kindOf(single)].en} and cannot be compared as a text.`,
      );
  if (condition.matches !== undefined) {
    const pattern = compilePattern(condition.matches);
    if (pattern.kind === 'refused')
      found.push({ code: 'pattern', path: [...path, 'matches'], words: pattern.words });
  }
  for (const word of ['atMost', 'atLeast'] as const) {
    const operand = condition[word];
    if (operand !== undefined)
      inOperand(operand, { name, kind: kindOf(schema), path: [...path, word] }, element, { found, shape });
  }
}

function inOperand(
  operand: Draft<Operand>,
  { name, kind, path }: { name: string; kind: Kind; path: Path },
  element: readonly string[],
  { found, shape }: Pick<Walk, 'found' | 'shape'>,
): void {
  if (typeof operand !== 'number' && (operand.field !== undefined || operand.itemField !== undefined)) {
    const key = operand.field === undefined ? 'itemField' : 'field';
    const other = operand[key] ?? '';
    const schema = fieldSchema([...(key === 'field' ? element : []), ...stepsOf(other)], shape);
    if (schema === undefined) found.push(noField([...path, key], other));
    else if (measured(kindOf(schema)) !== measured(kind)) found.push(unlike(path, name, other));
    return;
  }
  const wanted = typeof operand === 'number' || operand.unit === undefined ? 'number' : 'days';
  if (measured(kind) === wanted && (typeof operand === 'number' || operand.value !== undefined)) return;
  found.push({
    code: 'comparison',
    path,
    words:
      kind === 'days'
        ? {
            zh: `“${name}”是期限。请写成 {value: 20, unit: working-days}。`,
            en: `"${name}" is a period. Write it like {value: 20, unit: working-days}.`,
          }
        : {
            zh: `“${name}”${kindWords[kind].zh}，不能这样比大小。请改用能比的字段，或者写一个数。`,
            en: `"${name}" ${kindWords[kind].en} and cannot be compared like this. Use a field that can, or a number.`,
          },
  });
}

/** What a comparison of size looks at: a number (also of characters or elements), or days. */
function measured(kind: Kind): 'number' | 'days' | undefined {
  if (kind === 'days') return 'days';
  return kind === 'number' || kind === 'text' || kind === 'list' ? 'number' : undefined;
}

const kindWords: Record<Kind, Words> = {
  text: { zh: '是文字', en: 'is a text' },
  number: { zh: '是数', en: 'is a number' },
  boolean: { zh: '是“是”或“否”', en: 'is true or false' },
  list: { zh: '是列表', en: 'is a list' },
  days: { zh: '是期限', en: 'is a period' },
  group: { zh: '是一组字段', en: 'is a group of fields' },
};

function tooMany(path: Path): Problem {
  return {
    code: 'size',
    path,
    words: {
      zh: `条件超过 ${mostConditions} 个。请拆成几条规则。`,
      en: `It has more than ${mostConditions} conditions. Make several rules of it.`,
    },
  };
}

function noField(path: Path, name: string): Problem {
  return {
    code: 'field',
    path,
    words: {
      zh: `事项没有“${name}”这样的字段。请对照字段说明，从所看的元素写起；列表的每个元素写 *。`,
      en: `Items have no field "${name}" there. Write it from the element that is looked at; * is every element of a list.`,
    },
  };
}

function twoFields(path: Path): Problem {
  return comparison(
    path,
    'field 和 itemField 只能写一个。请删去一个。',
    'Only one of field and itemField may stand here. Take one out.',
  );
}

function nothingCompared(path: Path): Problem {
  return comparison(
    path,
    '只写了字段，没有比较。请写 present、equals、in 等。',
    'It names a field and compares nothing. Write present, equals, in or another.',
  );
}

function noFieldNamed(path: Path): Problem {
  return comparison(
    path,
    '有比较而没有写哪个字段。请写 field 或者 itemField。',
    'It compares but names no field. Write field or itemField.',
  );
}

function unlike(path: Path, name: string, other: string): Problem {
  return comparison(
    path,
    `“${name}”和“${other}”不是一类，不能比大小。请改用同类的字段。`,
    `"${name}" and "${other}" are not alike and cannot be compared. Use a field of the same kind.`,
  );
}

function comparison(path: Path, zh: string, en: string): Problem {
  return { code: 'comparison', path, words: { zh, en } };
}
