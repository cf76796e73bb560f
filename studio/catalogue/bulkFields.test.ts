import { expect, test } from 'vitest';
import { builtInShape } from '../../src/model/catalogueShape.ts';
import { bulkFields } from './bulkFields.ts';

test('fields that many items may have in common are offered, each once, and no name of an item', () => {
  const paths = bulkFields(builtInShape).map(({ to }) => to);
  expect(paths).toEqual(
    expect.arrayContaining(['limits.promised.value', 'service.hours', 'basics.handling']),
  );
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).not.toContain('basics.name');
  // The whole limit would take its unit and basis away.
  expect(paths).not.toContain('limits.promised');
  expect(paths.filter((path) => path.includes('['))).toEqual([]);
});
