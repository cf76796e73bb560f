import { expect, test } from 'vitest';
import { bulkChange, type BulkField } from './bulkChange.ts';
import { readCatalogue } from './catalogue.ts';

const base = `id: road
basics:
  name: 挖路
service:
  # 午休不停。
  hours: 9:00-17:00   # 工作日
fees:
  none: 不收费
`;
const layer = `id: road
overlay:
  # 本地的
  limits:
    promised: {value: 5}
`;
const catalogue = readCatalogue(
  new Map([
    ['000000/road.yaml', base],
    ['510000/road.yaml', layer],
    ['000000/torn.yaml', 'id: [road'],
  ]),
);
const change = (file: string, field: BulkField) => bulkChange(catalogue, file, field);
const hours = { path: ['service', 'hours'], value: '8:30-17:30' };

test('a base says the value in its place, and its comments stay', () => {
  expect(change('000000/road.yaml', hours)).toEqual({
    kind: 'change',
    before: '9:00-17:00',
    text: base.replace('9:00-17:00', '8:30-17:30'),
  });
});

test('a layer says it of its own, and had it from above before', () => {
  const made = change('510000/road.yaml', hours);
  expect(made).toMatchObject({ kind: 'change', before: '9:00-17:00' });
  expect(made.kind === 'change' && made.text.startsWith(layer)).toBe(true);
  expect(made.kind === 'change' && made.text).toMatch(/service:\s+hours: 8:30-17:30/);
});

test('a field is taken out where it stands', () => {
  const out = { path: ['service', 'hours'], value: undefined };
  expect(change('000000/road.yaml', out)).toMatchObject({
    kind: 'change',
    text: expect.not.stringContaining('hours'),
  });
  expect(change('510000/road.yaml', out)).toMatchObject({
    kind: 'refused',
    reasonEn: 'The file does not say it.',
  });
});

test.each<[string, string, BulkField, string]>([
  ['what it says already', '000000/road.yaml', { ...hours, value: '9:00-17:00' }, 'has this value already'],
  [
    'what it has from above already',
    '510000/road.yaml',
    { ...hours, value: '9:00-17:00' },
    'has this value already',
  ],
  ['what the base fixes', '510000/road.yaml', { path: ['basics', 'name'], value: '挖' }, 'fixed by the base'],
  [
    'beside a reason for nothing',
    '000000/road.yaml',
    { path: ['fees', 'list'], value: [] },
    'says none and why',
  ],
  ['no field of an item', '000000/road.yaml', { path: ['nothing'], value: 1 }, 'no such field'],
  ['what cannot be read', '000000/torn.yaml', hours, 'cannot be read'],
  ['what is not there', '000000/other.yaml', hours, 'cannot be read'],
])('%s is refused', (_, file, field, reason) => {
  expect(change(file, field)).toMatchObject({ kind: 'refused', reasonEn: expect.stringContaining(reason) });
});
