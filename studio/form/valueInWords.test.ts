import { beforeAll, expect, test } from 'vitest';
import type { Lookups } from '../../src/catalogue/index.ts';
import { fieldAt } from '../../src/model/field.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { elementTitle, valueInWords } from './valueInWords.ts';

let lookups: Lookups;
beforeAll(async () => {
  ({ lookups } = await sampleCatalogue());
});

test.each<[string[], unknown, string]>([
  [['limits', 'promised'], { value: 20, unit: 'working-days' }, '20 个工作日'],
  [['basics', 'handling'], 'promised', '承诺件'],
  [['basics', 'approvalLevels'], ['city', 'county'], '市级、县级'],
  [['service', 'booking'], true, '是'],
  [['fees', 'list', '0', 'standard', 'amount'], 12_050, '120.50 元'],
  [['fees', 'list', '0', 'standard'], { kind: 'fixed', amount: 100 }, '定额 1 元'],
  [['authority', 'accepts', 'department'], 'no-such', 'no-such'],
  [['basics', 'summary'], undefined, ''],
])('%j of %j reads %s', (path, value, words) => {
  const { schema } = fieldAt('item', path, { fees: { list: [{ standard: { kind: 'fixed' } }] } })!;
  expect(valueInWords(schema, value, lookups)).toBe(words);
});

test.each<[unknown, string]>([
  [{ id: 'a', name: '申请表' }, '申请表'],
  [{ id: 'a', name: ' ' }, 'a'],
  [{ law: 'administrative-licensing-law', article: 42, paragraph: 1 }, '《行政许可法》第四十二条第一款'],
  [{ law: 'unknown-law' }, '《unknown-law》'],
  [{ id: 'f', title: { zh: '无障碍通道', en: 'Step-free access' } }, '无障碍通道'],
  [{ value: 'yes', zh: '有', en: 'yes' }, '有'],
  [null, '3'],
])('%j is called %s', (value, title) => {
  expect(elementTitle(value, 2, lookups)).toBe(title);
});

test('an element without a name is called by what it says', () => {
  const fee = { fees: { list: [{ standard: { kind: 'tiers', tiers: [{}] } }] } };
  const { schema } = fieldAt('item', ['fees', 'list', 0, 'standard', 'tiers', 0], fee)!;
  expect(elementTitle({ upTo: 50, amount: 10_000 }, 0, lookups, schema)).toBe('至 50，金额 100 元');
  expect(elementTitle({}, 0, lookups, schema)).toBe('1');
});
