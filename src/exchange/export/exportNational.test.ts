import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { exportNational } from './exportNational.ts';
import { nationalTables } from './nationalFields.ts';
import { parseTarget, targetSchema } from '../import/target.ts';

let catalogue: Catalogue;
let exported: ReturnType<typeof exportNational>;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  exported = exportNational(catalogue.guides, catalogue.lookups);
});

const table = (name: string) => exported.tables.find((one) => one.name === name)!;
const column = (name: string, to: string) => {
  const at = table(name).columns.findIndex((one) => one.to === to);
  return table(name).rows.map((row) => row[at]);
};

test.each(
  nationalTables.flatMap(({ name, list, fields }) => fields.map(({ from }) => [name, list, from] as const)),
)('%s %s: %s is a field of the item', (_, list, from) => {
  const to = list === undefined ? from : `${list}[x*].${from}`;
  if (!from.startsWith('$')) expect(targetSchema('item', parseTarget(to))).toBeDefined();
});

test('a guide is a row of the directory, a material one of the materials', () => {
  const { guides } = catalogue;
  expect(table('目录').rows).toHaveLength(guides.length);
  expect(table('申请材料').rows).toHaveLength(
    guides.reduce((sum, { item }) => sum + (item.materials?.list?.length ?? 0), 0),
  );
  const at = guides.findIndex(({ id, division }) => id === 'food-business-licence' && division === '511500');
  expect(column('目录', 'TASK_NAME')[at]).toBe('食品经营许可');
  expect(column('目录', 'TASK_TYPE')[at]).toBe('行政许可');
  expect(column('目录', 'AREA_NAME')[at]).toBe('宜宾市');
  expect(column('基本信息', 'PROJECT_TYPE')[at]).toBe('承诺件');
  expect(column('基本信息', 'BY_LAW')[at]).toContain('《中华人民共和国食品安全法》第三十五条');
  const { uscc } = catalogue.lookups.agencyFor('market-regulation', '511500')!;
  expect(column('目录', 'TASK_CODE')[at]).toBe(`${uscc}3${guides[at]!.item.basics!.basicCode}`);
});

test('a fee stands by its words', () => {
  for (const standard of column('收费项目', 'FEE_STANDARD'))
    expect(standard).not.toMatch(/unit|fixed|tiers|formula/);
  expect(column('收费项目', 'FEE_STANDARD').join()).toMatch(/\d 元／平方米/);
});

test('what has no place is named with its titles, and nothing that has one is', () => {
  const paths = exported.noPlace.map(({ path }) => path);
  expect(paths).toContain('supervision.measures[].text');
  expect(paths).toContain('materials.list[].when');
  expect(exported.noPlace.find(({ path }) => path === 'legalEffect.text')).toMatchObject({
    title: { zh: '法律效力›效力' },
    guides: catalogue.guides.filter(({ item }) => item.legalEffect?.text !== undefined).length,
  });
  expect(
    paths.filter((path) => /^materials\.list\[\]\.name|^service\.phones|^basics\.name/.test(path)),
  ).toEqual([]);
});
