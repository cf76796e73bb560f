import { expect, it } from 'vitest';
import type { DraftRow } from '../../src/api/index.ts';
import { divisionsOf, filterDrafts, type DraftFilter } from './filterDrafts.ts';

const ann = { subject: 'ann', name: '张三', roles: [] };
const row = (id: string, more: Partial<DraftRow> = {}): DraftRow => ({
  id,
  tip: '',
  title: id,
  author: ann,
  holder: ann,
  state: { kind: 'editing' },
  files: [],
  createdAt: '',
  updatedAt: '',
  maySign: false,
  isMine: false,
  openThreads: 0,
  ...more,
});

const rows = [
  row('食品经营许可', {
    files: ['511502/food.yaml', '511502/hotel.yaml', '000000/food.yaml'],
    state: { kind: 'submitted', at: '', risk: 'legal', signatures: [], missing: [] },
    wait: { days: 6, limit: 5, isLate: true },
  }),
  row('法规', { files: ['laws/food-law.yaml'], holder: { ...ann, name: '李四' } }),
  row('挖掘道路', { files: ['510000/road.yaml'], openThreads: 2 }),
];

it('tells the divisions of a draft once each', () => {
  expect(rows.map(divisionsOf)).toEqual([['511502', '000000'], [], ['510000']]);
});

it.each<[string, Partial<DraftFilter>, string[]]>([
  ['nothing asked', {}, ['食品经营许可', '法规', '挖掘道路']],
  ['a title', { words: ' 许可 ' }, ['食品经营许可']],
  ['a path', { words: 'FOOD' }, ['食品经营许可', '法规']],
  ['who has it now', { words: '李四' }, ['法规']],
  ['a division', { division: '510000' }, ['挖掘道路']],
  ['what is late', { only: 'late' }, ['食品经营许可']],
  ['what is talked about', { only: 'threads' }, ['挖掘道路']],
  ['what the law binds', { only: 'legal' }, ['食品经营许可']],
  ['what there is not', { words: 'food', division: '510000' }, []],
])('%s', (_, filter, titles) => {
  const found = filterDrafts(rows, { words: '', division: '', only: '', ...filter });
  expect(found.map(({ title }) => title)).toEqual(titles);
});
