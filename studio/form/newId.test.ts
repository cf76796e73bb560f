import { expect, test } from 'vitest';
import type { Path } from '../../src/model/path.ts';
import { newElement, newId } from './newId.ts';

test.each<[Path, string[], string]>([
  [['materials', 'list'], [], 'material-1'],
  [['overlay', 'fees', 'list'], ['fee-1'], 'fee-2'],
  [['procedure', 'steps'], ['step-1', 'step-3'], 'step-2'],
  [['questions', 0, 'options'], [], 'option-1'],
  [['legalBasis'], [], 'legal-basis-1'],
  [['conditions', 'grant'], [], 'grant-1'],
  [['list'], [], 'one-1'],
])('a new element of %j beside %j is %s', (path, taken, id) => {
  expect(newId(path, new Set(taken))).toBe(id);
});

test.each([
  ['id', { id: 'option-1' }],
  ['value', { value: 'option-1' }],
  ['year', {}],
  [undefined, {}],
])('what a new element is told apart by, %s, is given where it is a name', (key, made) => {
  expect(newElement(key, ['fields', 0, 'options'], new Set())).toEqual(made);
});
