import { describe, expect, test } from 'vitest';
import { lookupsOf, shapeOfKind } from '../../src/catalogue/index.ts';
import { read } from '../../src/text/index.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { definitionAt, referencesAt } from './definitionAt.ts';

const text = `id: a
legalBasis:
  - id: first
    law: administrative-licensing-law
procedure:
  steps:
    - id: accept
      name: 受理
    - id: decide
      after: [accept]
examples:
  - expect:
      steps: [accept, decide, nowhere]
`;
const document = read(text, shapeOfKind('item'), '000000/a.yaml');
const lookups = lookupsOf((await sampleCatalogue()).lookupData);
const at = (before: string) => text.indexOf(before) + before.length + 1;
const words = ({ from, to }: { from: number; to: number }) => text.slice(from, to);

describe('what an id names', () => {
  test.each([
    [
      'a step of the same item',
      'after: [',
      { kind: 'here', target: { from: at('- id: acc') - 4, to: at('- id: acc') + 2 } },
    ],
    ['a law of the catalogue', 'law: ', { kind: 'file', file: 'laws/administrative-licensing-law.yaml' }],
    ['nothing where no element has the id', 'decide, ', undefined],
    ['nothing on a text', 'name: ', undefined],
  ])('is %s', (_, before, expected) => {
    const found = definitionAt(document, at(before), { kind: 'item', lookups });
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });
});

test.each([
  ['the id itself', '- id: acc'],
  ['a place that names it', 'after: ['],
])('all places of a step are found from %s', (_, before) => {
  const found = referencesAt(document, at(before));
  expect(found.map(words)).toEqual(['accept', 'accept', 'accept']);
  expect(found[0]!.from).toBeLessThan(found[1]!.from);
});
