import { expect, test } from 'vitest';
import { shapeOfKind } from '../../src/catalogue/index.ts';
import { read } from '../../src/text/index.ts';
import { keyTitles } from './keyTitles.ts';

test('every key that the schema knows has its title, where it ends', () => {
  const text = 'id: a\nbasics: {name: 甲, odd: 1}\nlegalBasis:\n  - law: x\n';
  const titles = keyTitles(read(text, shapeOfKind('item'), 'a.yaml'), 'item');
  expect(titles.map(({ end, title }) => [text.slice(0, end).match(/\w+$/)?.[0], title.zh])).toEqual([
    ['id', '标识'],
    ['basics', '基本信息'],
    ['name', '事项名称'],
    ['legalBasis', '法律依据'],
    ['law', '法规'],
  ]);
});

test('a layer has those of the item under overlay', () => {
  const text = 'id: a\noverlay:\n  basics:\n    localCode: x\n';
  const titles = keyTitles(read(text, shapeOfKind('layer'), 'a.yaml'), 'layer');
  expect(titles.map(({ title }) => title.zh)).toContain('地方编码');
});
