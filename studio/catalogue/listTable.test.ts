import { expect, test } from 'vitest';
import { lookupsOf } from '../../src/catalogue/index.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { listTable } from './listTable.ts';
import { testRow } from './testRow.ts';

const lookups = lookupsOf((await sampleCatalogue()).lookupData);
const row = testRow('food', {
  name: '食品经营许可',
  type: '01',
  decision: 'retain',
  promised: { zh: '10 个工作日', en: '10 working days' },
  findings: { error: 1, warning: 2, info: 0 },
});

test('a table has what is shown, and always which file it is of', () => {
  expect(listTable([row], ['type', 'limits', 'decision'], { lookups, say: ({ zh }) => zh })).toEqual([
    ['事项', '层级', '类型', '承诺时限', '法定时限', '清理结论', '文件'],
    ['食品经营许可', '基准', '行政许可', '10 个工作日', '', '保留', '000000/food.yaml'],
  ]);
});

test('columns stand in their order, in the language asked for', () => {
  expect(listTable([row], ['findings', 'charged'], { lookups, say: ({ en }) => en })).toEqual([
    ['Item', 'Level', 'Fee', 'Findings', 'File'],
    ['食品经营许可', 'base', 'free', '1 error, 2 warnings, 0 notes', '000000/food.yaml'],
  ]);
});
