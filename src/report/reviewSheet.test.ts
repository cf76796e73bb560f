import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { lawSheet, reviewSheet, sheetTable, sheetText } from './reviewSheet.ts';

let sample: Catalogue;
beforeAll(async () => {
  sample = await sampleCatalogue();
});

test('an item beside the articles that set it', () => {
  const item = sample.bases.find(({ id }) => id === 'water-abstraction-licence')!;
  const rows = reviewSheet(item, sample.lookups);
  expect(rows.map(({ element }) => element.zh)).toEqual(['实施机关', '条件', '程序', '期限', '材料', '收费']);
  const [authority, conditions, , limit, , fees] = rows;
  expect(authority?.law).toMatch(/^《[^》]*水法》第四十八条第一款/);
  expect(authority?.procedure).toContain('决定：按省级人民政府规定权限负责的县级以上水行政主管部门');
  expect(conditions?.procedure).toMatch(/^1\. 符合水资源规划/);
  expect(limit?.procedure).toBe('法定 45 个工作日，承诺 20 个工作日');
  expect(limit?.difference).toContain('写明它的是实施性规定');
  expect(fees).toMatchObject({ law: '', difference: '所引法律没有一条写明规定了收费，请核对是否另有依据' });
  expect(sheetText(rows)).toContain('    结论：________');
  expect(sheetTable(rows).rows.every((row) => row.length === 6)).toBe(true);
});

test('a law beside all that it sets', () => {
  const rows = lawSheet(sample.bases, 'water-law', sample.lookups);
  expect(rows.map(({ item }) => item)).toContain('取水许可');
  expect(rows.every(({ law }) => law.includes('水法》'))).toBe(true);
});

test('an element that nobody wrote is said to be missing', () => {
  const [base] = sample.bases;
  const rows = reviewSheet({ ...base!, item: { legalBasis: [] } }, sample.lookups);
  expect(new Set(rows.map(({ difference }) => difference))).toEqual(new Set(['规程没有写']));
});
