import { describe, expect, test } from 'vitest';
import type { LookupData } from '../../catalogue/index.ts';
import { parseTarget, targetSchema, targetsOf } from './target.ts';
import { pieces } from './pieces.ts';
import { understand, type UnderstandOptions } from './understand.ts';

const codeLists = { themes: [], served: [{ id: 'person', zh: '自然人', en: 'persons' }] };
const lookups = { data: { config: { codeLists } } as unknown as LookupData }; // no more is asked of it
const options: UnderstandOptions = { lookups };

function meant(to: string, text: string, more: Partial<UnderstandOptions> = {}) {
  const said = understand(text, targetSchema('item', parseTarget(to))!, { ...options, ...more });
  return said.kind === 'value' ? said.value : said.why.zh;
}

describe('a field understands', () => {
  test.each([
    ['20(工作日)', { value: 20, unit: 'working-days' }],
    ['二十个工作日', { value: 20, unit: 'working-days' }],
    ['90（自然日）', { value: 90, unit: 'calendar-days' }],
    ['１５ 个 工作日。', { value: 15, unit: 'working-days' }],
    ['当场办结', { value: 0, unit: 'working-days' }],
    ['20日', { value: 20, unit: 'working-days' }],
    ['3个工作日(现场核查除外);', { value: 3, unit: 'working-days', note: '现场核查除外' }],
    ['20', '没有写期限的单位'],
    ['一个月', '不认得期限的单位“个月”'],
    ['尽快', '不是一个期限'],
    ['法定20个工作日，承诺5个工作日', '不是一个期限'],
  ])('a limit: %s', (text, value) => expect(meant('limits.statutory', text)).toEqual(value));

  test('a limit without a unit where the profile has one', () =>
    expect(meant('limits.statutory', '二十', { unit: 'working-days' })).toEqual({
      value: 20,
      unit: 'working-days',
    }));

  test.each([
    ['2021年3月1日', '2021-03-01'],
    ['二〇二一年十月三十一日', '2021-10-31'],
    ['2021/3/1', '2021-03-01'],
    ['20210301', '2021-03-01'],
    ['2021-02-30', '不是日期'],
    ['3月1日', '不是日期'],
  ])('a date: %s', (text, value) => expect(meant('inForce.from', text)).toBe(value));

  test.each([
    ['（0831）0001234', '0831-0001234'],
    ['0831 0001234', '0831-0001234'],
    ['12345', '12345'],
    ['020-12345', '020-12345'],
    ['020-38356454转1', '020-38356454转1'],
  ])('a telephone: %s', (text, value) => expect(meant('service.phones.advice', text)).toBe(value));

  test.each([
    ['basics.handling', '承诺件', 'promised'],
    ['basics.handling', '马上办', '“马上办”不在可填的值里'],
    ['basics.served[s*]', '自然人', 'person'],
    ['service.visits', '零次', 0],
    ['service.visits', '最多一次', '不是整数'],
    ['service.booking', '是', true],
    ['service.booking', '也许', '看不出是还是否'],
    ['result.validity', '四年', { value: 4, unit: 'years' }],
    ['fees.list[f*].standard.amount', '12.5元', 1250],
    ['fees.list[f*].standard.amount', '免', '不是以元为单位的金额'],
    ['basics.name', ' 取水 许可 ', '取水 许可'],
    ['authority.decides', '水务局', '这个字段由几部分组成，请写到它的某一部分'],
  ])('%s: %s', (to, text, value) => expect(meant(to, text)).toEqual(value));

  test('every field that it offers', () => {
    const targets = targetsOf('item');
    expect(targets.map(({ to }) => to)).toContain('materials.list[l*].name');
    for (const { to } of targets) expect(targetSchema('item', parseTarget(to)), to).toBeDefined();
    expect(targetSchema('item', parseTarget('basics.nothing'))).toBeUndefined();
    expect(targetSchema('item', parseTarget('basics[b*].name'))).toBeUndefined();
    expect(targetSchema('item', parseTarget('materials.list.name'))).toBeUndefined();
  });
});

describe('pieces', () => {
  test.each([
    ['省级（受理,审核）、市级（受理）', { split: ['、', ','] }, ['省级（受理,审核）', '市级（受理）']],
    ['1、申请书;2、身份证', { numbering: true }, ['申请书', '身份证']],
    ['(一)申请书 （二）身份证', { numbering: true }, ['申请书', '身份证']],
    ['《甲》第一条(2)《乙》第二条', { numbering: true }, ['《甲》第一条', '《乙》第二条']],
    ['不少于1.5万元', { numbering: true }, ['不少于1.5万元']],
    ['办理地点：一楼', { strip: ['办理地点：'] }, ['一楼']],
    ['（没有合上、的括号', { split: ['、'] }, ['（没有合上、的括号']],
    ['、、', { split: ['、'] }, []],
  ])('of %s', (text, how, found) => expect(pieces(text, how)).toEqual(found));
});
