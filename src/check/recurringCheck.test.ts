import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import type { EffectiveItem, Lookups } from '../catalogue/index.ts';
import type { Draft, Item } from '../model/item.ts';
import { willRecur } from '../model/recurringValues.ts';
import { recurringCheck } from './recurringCheck.ts';

const { lookups: plain } = await sampleCatalogue();

/** Lookups that note which laws they are asked for. */
function noting() {
  const asked: string[] = [];
  const lookups: Lookups = {
    ...plain,
    law: (id) => (asked.push(id), plain.law(id)),
    noted: (work) => {
      const from = asked.length;
      const result = work();
      const reads = asked.slice(from);
      return { result, again: () => void asked.push(...reads) };
    },
  };
  return { lookups, asked };
}

function subject(item: Draft<Item>, division = '510000', id = 'a'): EffectiveItem {
  return { id, division, item, files: ['f'], originOf: (path) => ({ division, file: 'f', path }) };
}

type Check = (subject: EffectiveItem, lookups: Lookups) => string[];
const checks: [name: string, check: Check, runs: number][] = [
  ['of one part', ({ item }) => (item.fees?.none === '' ? ['empty'] : []), 1],
  ['of a part that is not there', ({ item }) => ('reform' in item ? ['reform'] : []), 1],
  ['of all parts', ({ item }) => (Object.keys(item).length === 0 ? ['nothing'] : []), 3],
  ['of the id', ({ id }) => (id === '' ? ['no id'] : []), 3],
  ['of the division', ({ division }) => (division === '' ? ['no division'] : []), 2],
  ['of a law', ({ item }, { law }) => (law(item.id === '' ? 'b' : 'a') === undefined ? [] : ['law']), 3],
  ['that finds something', () => ['always'], 3],
];

test.each(checks)('a check %s is run no more often than needed', (_, check, runs) => {
  const { lookups } = noting();
  let ran = 0;
  const run = recurringCheck(lookups, (one) => (ran++, check(one, lookups)));
  const fees = { none: '不收费。' };
  willRecur(fees);
  for (const [id, division] of [
    ['a', '510000'],
    ['b', '511500'],
    ['c', '510000'],
  ] as const)
    run(subject({ id, fees }, division, id));
  expect(ran).toBe(runs);
});

test('what is left out asks the catalogue what it asked', () => {
  const { lookups, asked } = noting();
  const run = recurringCheck(lookups, () => (lookups.law('x') === undefined ? [] : ['there']));
  for (let i = 0; i < 3; i++) run(subject({}));
  expect(asked).toEqual(['x', 'x', 'x']);
});

test('without notes of what is asked a check is run each time', () => {
  let ran = 0;
  const run = recurringCheck(plain, () => (ran++, []));
  for (let i = 0; i < 3; i++) run(subject({}));
  expect(ran).toBe(3);
});

/** Looks at other parts when one is missing. */
const conditional: Check = ({ item, division }) => [
  ...(item.fees?.none === '' ? ['fees'] : []),
  ...(item.fees === undefined && item.quantity?.none === '' ? ['quantity'] : []),
  ...(item.quantity === undefined && division === '510000' ? ['division'] : []),
];

test('nothing is kept of a part that one item has alone', () => {
  const { lookups } = noting();
  let ran = 0;
  const run = recurringCheck(lookups, ({ item }) => (ran++, item.fees?.none === '' ? ['empty'] : []));
  const fees = { none: '不收费。' };
  for (let i = 0; i < 3; i++) run(subject({ fees }));
  expect(ran).toBe(3);
});

test('what is found is the same whatever was checked before', () => {
  const fees = [undefined, { none: '' }, { none: '不收费。' }];
  const quantities = [undefined, { none: '' }, { none: '没有限制。' }];
  for (const part of [...fees, ...quantities]) willRecur(part);
  const { lookups } = noting();
  const run = recurringCheck(lookups, (one) => conditional(one, lookups));
  let faulty = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...fees),
      fc.constantFrom(...quantities),
      fc.constantFrom('510000', '511500'),
      (fee, quantity, division) => {
        const one = subject({ ...(fee && { fees: fee }), ...(quantity && { quantity }) }, division);
        const found = conditional(one, lookups);
        if (found.length > 0) faulty++;
        expect(run(one).found).toEqual(found);
      },
    ),
    { numRuns: 200 },
  );
  expect(faulty).toBeGreaterThan(20);
});
