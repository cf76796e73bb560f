import { describe, expect, it } from 'vitest';
import { mergeItem, originIn } from './merge.ts';

describe('mergeItem', () => {
  const cases: [string, unknown[], unknown][] = [
    [
      'a level that says nothing',
      [{ id: 'a', basics: { name: '甲' } }, {}],
      { id: 'a', basics: { name: '甲' } },
    ],
    [
      'a field of a group',
      [
        { limits: { promised: { value: 20, unit: 'working-days' }, note: 1 } },
        { limits: { promised: { value: 5 } } },
      ],
      { limits: { promised: { value: 5, unit: 'working-days' }, note: 1 } },
    ],
    [
      'elements of a keyed list: changed, added, removed, order kept',
      [
        { materials: { list: [{ id: 'a', copies: 1 }, { id: 'b' }, { id: 'c' }] } },
        { materials: { list: [{ id: 'd' }, { id: 'b', $remove: true }, { id: 'a', copies: 0 }] } },
      ],
      { materials: { list: [{ id: 'a', copies: 0 }, { id: 'c' }, { id: 'd' }] } },
    ],
    [
      'a list without keys is replaced',
      [{ basics: { synonyms: ['x'] } }, { basics: { synonyms: ['y'] } }],
      { basics: { synonyms: ['y'] } },
    ],
    [
      'none replaces content',
      [{ fees: { list: [{ id: 'f' }] } }, { fees: { none: '免收' } }],
      { fees: { none: '免收' } },
    ],
    [
      'content ends none',
      [{ fees: { none: '不收' } }, { fees: { list: [{ id: 'f' }] } }],
      { fees: { list: [{ id: 'f' }] } },
    ],
    [
      'a value of one of several kinds is replaced as a whole',
      [
        { fees: { list: [{ id: 'f', standard: { kind: 'unit', amount: 1, unit: '米' } }] } },
        { fees: { list: [{ id: 'f', standard: { kind: 'fixed', amount: 2 } }] } },
      ],
      { fees: { list: [{ id: 'f', standard: { kind: 'fixed', amount: 2 } }] } },
    ],
    [
      'three levels, the lowest last',
      [{ service: { hours: 'a', visits: 2 } }, { service: { hours: 'b' } }, { service: { hours: 'c' } }],
      { service: { hours: 'c', visits: 2 } },
    ],
  ];
  it.each(cases)('%s', (_, values, expected) => {
    const before = structuredClone(values);
    expect(mergeItem(values)).toEqual(expected);
    expect(values).toEqual(before);
  });
});

describe('originIn', () => {
  const values = [
    {
      materials: {
        list: [
          { id: 'a', name: '甲', copies: 1 },
          { id: 'b', name: '乙' },
        ],
      },
      basics: { name: '事项' },
    },
    {
      materials: {
        list: [
          { id: 'c', name: '丙' },
          { id: 'b', name: '乙二' },
        ],
      },
    },
    { materials: { list: [{ id: 'a', $remove: true }] } },
  ];
  const merged = mergeItem(values);
  const cases: [string, (string | number)[], ReturnType<typeof originIn>][] = [
    ['a field that only the base has', ['basics', 'name'], { index: 0, path: ['basics', 'name'] }],
    [
      'a field that a layer overrides, by its own positions',
      ['materials', 'list', 0, 'name'],
      { index: 1, path: ['materials', 'list', 1, 'name'] },
    ],
    [
      'an element a layer added',
      ['materials', 'list', 1, 'name'],
      { index: 1, path: ['materials', 'list', 0, 'name'] },
    ],
    [
      'a map begins in the highest file',
      ['materials', 'list', 0],
      { index: 0, path: ['materials', 'list', 1] },
    ],
    ['a field nobody wrote', ['fees'], undefined],
  ];
  it.each(cases)('%s', (_, path, expected) => expect(originIn(values, merged, path)).toEqual(expected));
});
