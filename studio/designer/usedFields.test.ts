import { expect, test } from 'vitest';
import { ruleFields } from '../../src/check/index.ts';
import { usedFields } from './usedFields.ts';

test('a case shows the fields that its rule speaks of, wherever it does', () => {
  const { item, lists } = usedFields(
    {
      for: 'materials.list.*',
      where: {
        all: [
          { field: 'kind', equals: 'form' },
          { itemField: 'basics.type', in: ['01'] },
        ],
      },
      must: { some: { each: 'procedure.steps.*', meets: { not: { field: 'kind', equals: 'hearing' } } } },
      at: 'form',
      message: { zh: '材料“{name}”（{item:limits.promised}）。请改。', en: '' },
    },
    ruleFields,
  );
  expect(item.map(({ field }) => field)).toEqual(['basics.type', 'limits.promised']);
  expect(lists.map(({ each, fields }) => [each, fields.map(({ field }) => field)])).toEqual([
    ['materials.list.*', ['name', 'kind', 'form']],
    ['procedure.steps.*', ['kind']],
  ]);
});

test('what no item has is none of them', () => {
  expect(usedFields({ must: { field: 'no.such', present: true } }, ruleFields)).toEqual({
    item: [],
    lists: [],
  });
});
