import { expect, test } from 'vitest';
import type { Edit, Plain } from '../../src/model/edit.ts';
import type { Path } from '../../src/model/path.ts';
import { putEdits } from './putEdits.ts';

const root: Plain = {
  id: 'a',
  service: { hours: '9:00', phones: { advice: '12345' } },
  materials: { list: [{ notes: 'x' }] },
};

test.each<[string, Path, Plain | undefined, Edit[]]>([
  [
    'a value is set',
    ['service', 'hours'],
    '8:00',
    [{ kind: 'set', path: ['service', 'hours'], value: '8:00' }],
  ],
  ['an emptied text goes', ['service', 'hours'], '', [{ kind: 'remove', path: ['service', 'hours'] }]],
  [
    'the map that it leaves empty goes too',
    ['service', 'phones', 'advice'],
    '',
    [{ kind: 'remove', path: ['service', 'phones'] }],
  ],
  [
    'an element of a list stays',
    ['materials', 'list', 0, 'notes'],
    undefined,
    [{ kind: 'remove', path: ['materials', 'list', 0, 'notes'] }],
  ],
  ['what is not there needs no edit', ['service', 'booking'], undefined, []],
  [
    'false and 0 are values',
    ['service', 'visits'],
    0,
    [{ kind: 'set', path: ['service', 'visits'], value: 0 }],
  ],
])('%s', (_name, path, value, edits) => {
  expect(putEdits(root, path, value)).toEqual(edits);
});
