import { expect, it, test } from 'vitest';
import { extendedShape } from '../../model/extendedShape.ts';
import type { Path } from '../../model/path.ts';
import { isDemanded } from './demands.ts';

const title = { zh: '字段', en: 'Field' };
const shape = extendedShape({
  fields: [
    { id: 'a', at: 'service', key: 'x-why', type: 'text', title, requiredWhen: { field: 'inCentre', equals: false } },
    { id: 'b', at: 'materials.list.*', key: 'x-size', type: 'text', title, requiredWhen: { field: 'kind', equals: 'photo' } },
    { id: 'c', key: 'x-always', type: 'text', title, required: true },
    { id: 'd', key: 'x-old', type: 'text', title, requiredWhen: { field: 'id', present: true }, retired: { since: '2026-01-01', reason: '停用' } },
  ],
  changes: [{ id: 'e', path: 'service.hours', requiredWhen: { itemField: 'id', present: true } }],
}); // prettier-ignore
const item = {
  id: 'a',
  service: { inCentre: false },
  materials: { list: [{ id: 'form', kind: 'form' }, { id: 'portrait', kind: 'photo' }] },
}; // prettier-ignore

test.each<[Path, boolean]>([
  [['service', 'x-why'], true],
  [['service', 'hours'], true],
  [['materials', 'list', 0, 'x-size'], false],
  [['materials', 'list', 1, 'x-size'], true],
  // Those have a mark of their own, or none.
  [['x-always'], false],
  [['x-old'], false],
  [['service', 'phones'], false],
])('%j must be filled in on a condition that holds: %s', (path, expected) =>
  expect(isDemanded(shape, path, () => item)).toBe(expected),
);

function asked(): never {
  throw new Error('asked');
}

it('follows the item as it becomes, and never asks for it where there is no condition', () => {
  const path = ['service', 'x-why'];
  expect(isDemanded(shape, path, () => ({ service: { inCentre: true } }))).toBe(false);
  expect(isDemanded(shape, path, () => ({ service: {} }))).toBe(false);
  expect(isDemanded(shape, ['service', 'phones'], asked)).toBe(false);
  expect(isDemanded(extendedShape(undefined), path, asked)).toBe(false);
});
