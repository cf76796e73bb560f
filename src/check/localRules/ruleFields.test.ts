import { describe, expect, it, test } from 'vitest';
import { conditionWords, listWords } from './conditionWords.ts';
import { fieldSchema, stepsOf } from './fieldPath.ts';
import { ruleFields, ruleLists } from './ruleFields.ts';

describe('fields that a rule may name', () => {
  it.each([
    [undefined, 'limits.promised', 'days', '办理时限 · 承诺时限'],
    [undefined, 'materials.list', 'list', '申请材料 · 材料'],
    [undefined, 'basics.name', 'text', '基本信息 · 事项名称'],
    ['materials.list.*', 'sharing', 'boolean', '可通过数据共享取得'],
    ['fees.list.*', 'standard.amount', 'number', '收费标准 · 金额'],
  ])('of %s: %s', (element, field, kind, title) => {
    const found = ruleFields(element).find((one) => one.field === field);
    expect(found).toMatchObject({ kind, title: { zh: title } });
  });

  it('stand in the schema, each once', () => {
    for (const element of [undefined, ...ruleLists().map(({ each }) => each)]) {
      const above = element === undefined ? [] : stepsOf(element);
      const fields = ruleFields(element).map(({ field }) => field);
      expect(new Set(fields).size).toBe(fields.length);
      for (const field of fields) expect(fieldSchema([...above, ...stepsOf(field)]), field).toBeDefined();
    }
  });

  it('end where the elements of a list begin, which are looked at one by one', () => {
    expect(ruleFields().some(({ field }) => field.startsWith('materials.list.'))).toBe(false);
    expect(ruleLists().map(({ each }) => each)).toEqual(
      expect.arrayContaining(['materials.list.*', 'procedure.steps.*', 'fees.list.*.reductions.*']),
    );
  });
});

test.each([
  [{ field: 'kind', equals: 'form' }, '材料类型是“申请表格文书”', ''],
  [{ not: { field: 'need', equals: 'required' } }, '必要性不是“必要”', ''],
  [
    {
      all: [
        { field: 'sharing', equals: true },
        { field: 'name', contains: ['照', '证'] },
      ],
    },
    '（可通过数据共享取得：是，并且材料名称含有“照”、“证”之一）',
    '',
  ],
  [
    { itemField: 'limits.promised', atMost: { value: 20, unit: 'working-days' as const } },
    '事项的办理时限的承诺时限不超过 20 个工作日',
    '',
  ],
  [{ field: 'copies', atMost: { field: 'originals' } }, '复印件份数不超过原件份数', ''],
  [{ not: { field: 'sharing', equals: true } }, '并非可通过数据共享取得：是', ''],
  [{ field: 'nothing', present: true }, '“nothing”已填写', '"nothing" is filled in'],
  [
    { some: { each: 'procedure.steps.*', meets: { field: 'kind', equals: 'hearing' } } },
    '办理程序的环节中有一项：环节类型是“听证”',
    '',
  ],
])('a condition in words: %j', (condition, zh, en) => {
  const words = conditionWords(condition, 'materials.list.*');
  expect(words.zh).toBe(zh);
  if (en !== '') expect(words.en).toBe(en);
});

test('lists in words', () => {
  expect(listWords('materials.list.*').zh).toBe('材料');
  expect(listWords(undefined).zh).toBe('事项');
});
