import { expect, test } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { brokenReferences, schemaOf, type Lookups, type Source } from '../catalogue/index.ts';
import { willRecur } from '../model/recurringValues.ts';
import { RecurringStructure, isOfParts } from './recurringStructure.ts';
import { checkSchema } from './schema/checkSchema.ts';

const { lookups: plain, sources } = await sampleCatalogue();
const items = [...sources.values()].filter(({ kind }) => kind === 'item');
for (const { written } of items) for (const part of Object.values(written as object)) willRecur(part);
let looked = 0;
const lookups: Lookups = {
  ...plain,
  law: (id) => (looked++, plain.law(id)),
  noted: (work) => ({ result: work(), again: () => undefined }),
};

/** What is wrong in `source`, of which nothing is known. */
function whole(source: Source<unknown>) {
  return {
    references: brokenReferences(source, { lookups: plain }),
    schema: checkSchema(source.kind, source.written, source.path, source.shape),
  };
}

function changed(source: Source<unknown>, parts: Record<string, unknown>): Source<unknown> {
  return { ...source, written: { ...(source.written as object), ...parts } };
}

test('the parts of an item can be judged one by one', () => {
  expect(isOfParts(schemaOf('item'))).toBe(true);
  expect(isOfParts({ ...schemaOf('item'), minProperties: 3 })).toBe(false);
});

test('what is wrong is the same whatever was seen before', () => {
  const structure = new RecurringStructure({ lookups });
  const [first] = items;
  const wrong: Record<string, unknown>[] = [
    {},
    { fees: { none: '' } },
    { fees: undefined },
    { authority: { accepts: { agency: 'nobody' } } },
    { legalBasis: [{ id: 'b', law: 'no-such-law', article: 1 }] },
    { procedure: 'none' },
    { id: 7 },
    { feee: 1 },
    { basics: {} },
  ];
  let faults = 0;
  for (let round = 0; round < 3; round++)
    for (const source of items)
      for (const parts of source === first ? wrong : [{}]) {
        const one = changed(source, parts);
        const { references, schema } = whole(one);
        faults += references.length + schema.length;
        const found = structure.of(one);
        expect(new Set(found.references.map(told))).toEqual(new Set(references.map(told)));
        expect(found.schema).toEqual(schema);
      }
  expect(faults).toBeGreaterThan(20);
});

test('the very same parts are looked at once, unless something is wrong', () => {
  const structure = new RecurringStructure({ lookups });
  const times = (source: Source<unknown>) => {
    const before = looked;
    structure.of(source);
    return looked - before;
  };
  const [item] = items;
  expect(times(item!)).toBeGreaterThan(5);
  expect(times(item!)).toBe(0);
  const faulty = changed(item!, { legalBasis: [{ id: 'b', law: 'no-such-law', article: 1 }] });
  expect(times(faulty)).toBe(1);
  expect(times(faulty)).toBe(1);
});

function told({ code, file, path, message }: ReturnType<typeof brokenReferences>[number]): string {
  return JSON.stringify([code, file, path, message]);
}
