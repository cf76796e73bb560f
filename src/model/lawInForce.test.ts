import { describe, expect, it } from 'vitest';
import { lawInForce, type LawVersion } from './lawInForce.ts';

const licensing: LawVersion[] = [
  { id: 'y2003', adopted: '2003-08-27', effective: '2004-07-01' },
  { id: 'y2019', adopted: '2019-04-23', effective: '2019-04-23' },
];
const repealed: LawVersion[] = [
  { id: 'y1993', effective: '1993-09-11', repealed: '2016-12-01' },
  { id: 'y2016', adopted: '2016-11-11', effective: '2016-12-01', repealed: '2024-01-01' },
];
const unknown: LawVersion[] = [
  { id: 'y1990', adopted: '1990-01-01', effective: '1990-02-01' },
  { id: 'y2011', adopted: '2011-01-08' },
];

describe('a law on a day', () => {
  it.each<[string, LawVersion[], string, string]>([
    ['before it takes effect', licensing, '2004-06-30', 'not-yet 2004-07-01'],
    ['on the day it takes effect', licensing, '2004-07-01', 'in-force y2003'],
    ['the day before the next version', licensing, '2019-04-22', 'in-force y2003'],
    ['the next version', licensing, '2019-04-23', 'in-force y2019'],
    ['versions in any order', [...licensing].reverse(), '2010-01-01', 'in-force y2003'],
    ['a version that the next one repealed', repealed, '2016-12-01', 'in-force y2016'],
    ['the last day', repealed, '2023-12-31', 'in-force y2016'],
    ['repealed', repealed, '2024-01-01', 'repealed 2024-01-01'],
    ['a version that may be in force', unknown, '2012-01-01', 'in-force y1990 y2011?'],
    ['before that version was published', unknown, '2011-01-07', 'in-force y1990'],
    ['only published', [{ id: 'a', adopted: '2020-01-01' }], '2020-01-01', 'not-yet ? a?'],
    ['no version', [], '2020-01-01', 'not-yet ?'],
  ])('%s', (_, versions, date, expected) => {
    const held = lawInForce(versions, date);
    const words =
      held.kind === 'repealed'
        ? [held.kind, held.since]
        : [
            held.kind,
            held.kind === 'in-force' ? held.version.id : (held.from ?? '?'),
            ...held.perhaps.map(({ id }) => `${id}?`),
          ];
    expect(words.join(' ')).toBe(expected);
  });
});
