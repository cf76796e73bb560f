import { expect, test } from 'vitest';
import { readCatalogue } from '../../../../catalogue/index.ts';
import { isWhole, planChange } from './planChange.ts';

const catalogue = readCatalogue(
  new Map([
    ['000000/road.yaml', 'id: road\nbasics: {name: 挖路}\n'],
    ['510000/road.yaml', 'id: road\noverlay: {}\n'],
    ['511500/road.yaml', 'id: road\noverlay: {}\n'],
  ]),
);
const strange = { reason: '不归您', reasonEn: 'not yours' };
const notIn = (division: string) => (path: string) =>
  Promise.resolve(path.startsWith(division) ? strange : undefined);

test('a change of many files leaves out those of others, and says so of each', async () => {
  const change = {
    kind: 'set' as const,
    files: ['000000/road.yaml', '510000/road.yaml', '511500/road.yaml'],
    path: ['service', 'hours'],
    value: '9:00',
  };
  const planned = await planChange(change, catalogue, notIn('510000'));
  expect(planned.entries.map(({ outcome }) => outcome.kind)).toEqual(['set', 'refused', 'set']);
  expect(planned.steps.map(({ act, changes }) => [act, [...changes.keys()]])).toEqual([
    [
      { kind: 'edit', files: ['000000/road.yaml', '511500/road.yaml'] },
      ['000000/road.yaml', '511500/road.yaml'],
    ],
  ]);
  expect(isWhole(change, planned)).toBe(true);
});

test('half a renaming is none', async () => {
  const change = { kind: 'rename' as const, file: '000000/road.yaml', to: 'street', reason: 'x' };
  const planned = await planChange(change, catalogue, notIn('510000'));
  expect(planned.entries.find(({ file }) => file === '510000/road.yaml')?.outcome).toEqual({
    kind: 'refused',
    ...strange,
  });
  expect(isWhole(change, planned)).toBe(false);
});
