import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { lookupsOf, type Catalogue, type Lookups } from '../../catalogue/index.ts';
import { guideView } from './guideView.ts';
import { recurringView } from './recurringView.ts';
import type { Subject } from './subject.ts';

let catalogue: Catalogue;
let asked: string[];

beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

/** Lookups that note the names that are asked of them. */
function noting(): Lookups {
  const plain = lookupsOf(catalogue.lookupData);
  asked = [];
  return {
    ...plain,
    divisionName: (code) => {
      asked.push(code);
      return plain.divisionName(code);
    },
    noted: (work) => {
      const from = asked.length;
      const result = work();
      const questions = asked.slice(from);
      return { result, again: () => asked.push(...questions) };
    },
  };
}

/** Counts what it makes: of the rights of an item, and the name of its division. */
function counted() {
  const made: string[] = [];
  const view = recurringView(({ item, division, lookups }: Subject) => {
    made.push(`${division} ${item.rights?.rights?.length ?? 0}`);
    return { name: lookups.divisionName(division), rights: item.rights };
  });
  return { made, view };
}

test('a view is made once of the same parts, and asks the catalogue the same each time', () => {
  const { made, view } = counted();
  const lookups = noting();
  const rights = { rights: [{ text: '陈述' }] };
  const first = view({ item: { id: 'a', rights }, division: '510000', lookups });
  expect(view({ item: { id: 'b', rights }, division: '510000', lookups })).toBe(first);
  expect(made).toEqual(['510000 1']);
  expect(asked).toEqual(['510000', '510000']);
  view({ item: { id: 'a', rights }, division: '511500', lookups });
  view({ item: { id: 'a', rights: { rights: [] } }, division: '510000', lookups });
  view({ item: { id: 'a' }, division: '510000', lookups });
  expect(made).toEqual(['510000 1', '511500 1', '510000 0', '510000 0']);
});

test('what looks at the whole item is made each time, and so is all where nothing is noted', () => {
  let made = 0;
  const names = recurringView(({ item }: Subject) => {
    made++;
    return Object.keys(item);
  });
  const item = { id: 'a' };
  const lookups = noting();
  names({ item, division: '510000', lookups });
  names({ item, division: '510000', lookups });
  expect(made).toBe(2);
  const { made: unnoted, view } = counted();
  const plain = lookupsOf(catalogue.lookupData);
  view({ item, division: '510000', lookups: plain });
  view({ item, division: '510000', lookups: plain });
  expect(unnoted.length).toBe(2);
});

test('where little recurs nothing is kept any more', () => {
  const { made, view } = counted();
  const lookups = noting();
  const ask = (days: number) => {
    const rights = { review: { days } };
    view({ item: { id: 'a', rights }, division: '510000', lookups });
    return rights;
  };
  for (let i = 0; i < 3000; i++) ask(i);
  const before = made.length;
  const rights = ask(1);
  view({ item: { id: 'a', rights }, division: '510000', lookups });
  expect(made.length).toBe(before + 2);
});

test('views are the same whatever was viewed before them', () => {
  const lookups = noting();
  for (const guide of [...catalogue.guides, ...catalogue.guides.toReversed()])
    expect(guideView(guide, lookups)).toEqual(guideView(guide, lookupsOf(catalogue.lookupData)));
});
