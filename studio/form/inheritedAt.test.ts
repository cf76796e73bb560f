import { expect, test } from 'vitest';
import type { Plain } from '../../src/model/edit.ts';
import type { Path } from '../../src/model/path.ts';
import { inheritedAt } from './inheritedAt.ts';

const above: Plain = {
  limits: { promised: { value: 10, unit: 'working-days' } },
  procedure: {
    steps: [
      { id: 'accept', days: { value: 1 } },
      { id: 'decide', days: { value: 3 } },
    ],
  },
};
const layer: Plain = { id: 'x', overlay: { procedure: { steps: [{ id: 'decide' }, { id: 'new' }] } } };

test.each<[string, Path, Plain | undefined]>([
  ['a field', ['overlay', 'limits', 'promised', 'value'], 10],
  ['a field of an element, by its id', ['overlay', 'procedure', 'steps', 0, 'days', 'value'], 3],
  ['an element that is new here', ['overlay', 'procedure', 'steps', 1, 'days'], undefined],
  ['what nobody says', ['overlay', 'fees', 'list'], undefined],
  ['the name of the layer itself', ['id'], undefined],
])('%s', (_name, path, expected) => {
  expect(inheritedAt(above, layer, path)).toEqual(expected);
});
