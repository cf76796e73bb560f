import * as fc from 'fast-check';
import { followed, type Schema } from '../src/model/schemas.ts';

/**
 * Values of files that somebody is still writing: mostly as `schema` says, with anything missing, and about
 * one value in `oddity` of a type that nobody expects. A schema that is part of itself is followed twice.
 */
export function anyDraft(schema: Schema, oddity = 40, above: readonly Schema[] = []): fc.Arbitrary<unknown> {
  const whole = followed(schema);
  if (above.filter((one) => one.properties === whole.properties && whole.properties !== undefined).length > 2)
    return odd;
  const inside = [...above, whole];
  return fc.oneof(
    { weight: oddity - 1, arbitrary: asSaid(whole, oddity, inside) },
    { weight: 1, arbitrary: odd },
  );
}

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const texts = fc.constantFrom(
  '甲',
  '乙',
  '办理食品经营许可',
  '字'.repeat(100),
  `${'字'.repeat(100)}。`,
  '"\n',
);

const odd = fc.constantFrom<unknown[]>(
  null,
  true,
  -1,
  0.5,
  Number.NaN,
  '',
  'constructor',
  [],
  [null, 1, 'x'],
  [{ id: 'a' }, { id: 'a' }],
  [{ id: 1 }, { id: 'b' }],
  [['a']],
  {},
  { none: '无' },
  { id: { id: 'a' } },
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__": {"id": "a"}, "constructor": 1}'),
);

function asSaid(schema: Schema, oddity: number, above: readonly Schema[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.oneOf !== undefined)
    return fc.oneof(...schema.oneOf.map((branch) => anyDraft(branch, oddity, above)));
  if (schema.type === 'array') return anyList(schema, oddity, above);
  if (schema.properties !== undefined)
    return fc.record(
      Object.fromEntries(
        Object.entries(schema.properties).map(([key, child]) => [key, anyDraft(child, oddity, above)]),
      ),
      { requiredKeys: [] },
    );
  if (typeof schema.additionalProperties === 'object')
    return fc.dictionary(ids, fc.oneof(fc.array(ids, { maxLength: 2 }), anyRange), { maxKeys: 2 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number') return fc.nat(5);
  return schema.pattern === undefined ? texts : ids;
}

const anyRange = fc.record({ min: fc.nat(5), max: fc.nat(5) }, { requiredKeys: [] });

function anyList(schema: Schema, oddity: number, above: readonly Schema[]): fc.Arbitrary<unknown> {
  const element = anyDraft(schema.items ?? {}, oddity, above);
  const key = schema['x-key'];
  if (key === undefined) return fc.array(element, { maxLength: 3 });
  return fc
    .tuple(fc.uniqueArray(ids, { maxLength: 4 }), fc.array(element, { minLength: 4, maxLength: 4 }))
    .map(([keys, elements]) =>
      keys.map((id, at) => {
        const value = elements[at];
        return typeof value === 'object' && value !== null && !Array.isArray(value)
          ? { ...value, [key]: id }
          : value;
      }),
    );
}
