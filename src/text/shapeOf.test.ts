import { describe, expect, test } from 'vitest';
import { shapeAt, shapeOf } from './index.ts';

/** The kinds allowed at `path`, sorted. */
function kinds(
  schema: object,
  path: (string | number)[],
  documents: { [address: string]: object } = {},
): string[] {
  const shape = shapeOf(schema, (ref) => {
    const found = documents[ref];
    if (!found) throw new Error(`asked for ${ref}`);
    return found;
  });
  return [...shapeAt(shape, path).scalar].sort();
}

describe('kinds of scalars', () => {
  test.each<[string, object, (string | number)[], string[]]>([
    ['type', { type: 'string' }, [], ['string']],
    ['integer is a number', { type: 'integer' }, [], ['number']],
    ['several types', { type: ['null', 'boolean', 'object'] }, [], ['boolean', 'null']],
    ['collections say nothing of scalars', { type: 'object' }, [], []],
    ['enum', { enum: ['a', 1, null, []] }, [], ['null', 'number', 'string']],
    ['const', { const: false }, [], ['boolean']],
    ['properties', { properties: { a: { type: 'string' } } }, ['a'], ['string']],
    ['not named', { properties: { a: { type: 'string' } } }, ['b'], []],
    ['additionalProperties', { properties: { a: { type: 'string' } }, additionalProperties: { type: 'number' } }, ['b'], ['number']],
    ['patternProperties', { patternProperties: { '^b': { type: 'number' } } }, ['b'], ['number']],
    ['items', { items: { type: 'string' } }, [3], ['string']],
    ['prefixItems and items', { prefixItems: [{ type: 'string' }, { type: 'null' }], items: { type: 'number' } }, [0], ['null', 'number', 'string']],
    ['branches are united', { allOf: [{ type: 'string' }], anyOf: [{ type: 'number' }], oneOf: [{ type: 'null' }] }, [], ['null', 'number', 'string']],
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    ['if, then, else', { if: { properties: { a: { const: 'x' } } }, then: { properties: { a: { type: 'number' } } }, else: true }, ['a'], ['number', 'string']],
    ['dependentSchemas', { dependentSchemas: { a: { properties: { b: { type: 'boolean' } } } } }, ['b'], ['boolean']],
    ['a branch that does not name the entry', { anyOf: [{ properties: { a: { type: 'string' } } }, { additionalProperties: { type: 'number' } }] }, ['a'], ['number', 'string']],
    ['$ref beside other keywords', { $defs: { t: { type: 'string' } }, $ref: '#/$defs/t', enum: [1] }, [], ['number', 'string']],
    ['$ref with escapes', { $defs: { 'a/b~c d': { type: 'null' } }, $ref: '#/$defs/a~1b~0c%20d' }, [], ['null']],
    ['recursion', { properties: { a: { $ref: '#' }, b: { type: 'string' } } }, ['a', 'a', 'a', 'b'], ['string']],
    ['mutual recursion', { $defs: { x: { items: { $ref: '#/$defs/y' }, type: 'null' }, y: { anyOf: [{ $ref: '#/$defs/x' }, { $ref: '#/$defs/y' }] } }, $ref: '#/$defs/x' }, [0, 0, 0], ['null']],
  ])('%s', (_, schema, path, expected) => expect(kinds(schema, path)).toEqual(expected)); // prettier-ignore
});

describe('references to other documents', () => {
  const common = {
    $id: 'https://x/common.json',
    $defs: { code: { type: 'string' }, list: { items: { $ref: '#/$defs/code' } } },
  };

  test.each([
    [
      'by address',
      'https://x/common.json#/$defs/code',
      [],
      'https://x/common.json#/$defs/code',
      common.$defs.code,
    ],
    ['by name', 'common.json#/$defs/code', [], 'https://x/common.json#/$defs/code', common.$defs.code],
    ['the whole', 'law.json', [], 'https://x/law.json', { type: 'string' }],
  ])('%s', (_, $ref, path, address, schema) => {
    expect(kinds({ $id: 'https://x/item.json', $ref }, path, { [address]: schema })).toEqual(['string']);
  });

  test('a fragment counts in the document it stands in', () => {
    const documents = {
      'https://x/common.json#/$defs/list': common.$defs.list,
      'https://x/common.json#/$defs/code': common.$defs.code,
    };
    expect(kinds({ $id: 'https://x/item.json', $ref: 'common.json#/$defs/list' }, [0], documents)).toEqual([
      'string',
    ]);
  });

  test('what is not there is for the resolver to throw', () => {
    expect(() => kinds({ $ref: '#/$defs/none' }, [])).toThrow('asked for #/$defs/none');
  });
});

test('the same place has the same shape, so that recursive schemas stay small', () => {
  const shape = shapeOf({ properties: { a: { $ref: '#' } } }, () => ({}));
  expect(shape.properties.get('a')).toBe(shape);
});
