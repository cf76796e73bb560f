import { expect, it } from 'vitest';
import { readCatalogue } from '../catalogue/index.ts';
import type { ExtensionFile, ProfileFile } from '../model/generated/schemas.ts';
import { checkSchema } from '../check/schema/checkSchema.ts';
import { exportTables } from './export/index.ts';
import { importFiles, profileProblems } from './import/index.ts';
import { fieldChoices } from './import/pointing/index.ts';
import { readSourceFile } from './read/index.ts';

const extension: ExtensionFile = {
  fields: [
    {
      id: 'a',
      at: 'service',
      key: 'x-access',
      title: { zh: '无障碍通道', en: 'Step-free access' },
      type: 'choice',
      options: [{ value: 'all', zh: '全程', en: 'all the way' }],
    },
    { id: 'b', at: 'basics', key: 'x-old-code', title: { zh: '旧编号', en: 'Old number' }, type: 'text' },
  ],
};
const { lookups } = readCatalogue(new Map([['extension/item.yaml', JSON.stringify(extension)]]));

it('a field of the catalogue is a column of an export, in words', () => {
  const value = { id: 'a', basics: { name: '甲', 'x-old-code': '00123' }, service: { 'x-access': 'all' } };
  const [table] = exportTables([{ path: '000000/a.yaml', kind: 'item', value }], lookups);
  const cells = table!.columns.map(({ title, to }, i) => [title, to, table!.rows[0]![i]]);
  expect(cells).toContainEqual(['服务›无障碍通道', 'service.x-access', '全程']);
  expect(cells).toContainEqual(['基本信息›旧编号', 'basics.x-old-code', '00123']);
});

it('a column is pointed at it, and what it says is read as what the field is', async () => {
  const choices = fieldChoices('item', lookups.shape);
  expect(choices.find(({ to }) => to === 'service.x-access')).toMatchObject({
    section: { zh: '服务', en: 'Service' },
    title: { zh: '无障碍通道', en: 'Step-free access' },
    takes: 'choice',
  });
  const columns = [
    { id: 'old', from: '旧号', to: 'basics.x-old-code' },
    { id: 'access', from: '通道', to: 'service.x-access' },
  ];
  const profile: ProfileFile = {
    id: 'mine',
    name: '我的',
    tables: [
      { id: 't', layout: 'rows', identifier: { from: '标识' }, division: { value: '000000' }, columns },
    ],
  };
  expect(checkSchema('profile', profile, 'profiles/mine.yaml')).toEqual([]);
  expect(profileProblems(profile, lookups)).toEqual([]);
  expect(profileProblems(profile, readCatalogue(new Map()).lookups)).toHaveLength(2);
  const read = await readSourceFile('a.csv', new TextEncoder().encode('标识,旧号,通道\none,00123,全程\n'));
  if (read.kind !== 'read') throw new Error('The table reads');
  const [file] = importFiles([read.file], profile, lookups).files;
  expect(file?.text).toMatch(/x-old-code: "?00123"?$/m);
  expect(file?.text).toMatch(/x-access: all$/m);
});
