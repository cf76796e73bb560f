import { expect, test } from 'vitest';
import { schemas, type FileKind } from '../model/schemas.ts';
import { highestRisk, riskOf } from './risk.ts';

test.each<[FileKind, (string | number)[], string]>([
  ['item', [], 'legal'],
  ['item', ['service'], 'plain'],
  ['item', ['service', 'phones', 'advice'], 'plain'],
  ['item', ['service', 'faq', 'cost', 'answer'], 'plain'],
  ['item', ['service', 'unknown'], 'plain'],
  ['item', ['materials', 'list', 'form', 'copies'], 'legal'],
  ['item', ['procedure', 'steps', 'review', 'actor', 'post'], 'plain'],
  ['item', ['procedure', 'steps', 'review'], 'legal'],
  ['item', ['unknown', 'deep'], 'legal'],
  ['layer', ['overlay', 'service', 'visits'], 'plain'],
  ['layer', ['overlay', 'limits', 'promised'], 'legal'],
  ['layer', ['overlay'], 'legal'],
  ['layer', ['inForce', 'from'], 'legal'],
  ['governance', ['approvals', 'legal'], 'legal'],
])('%s %j is %s', (kind, path, risk) => {
  expect(riskOf(kind, path, [])).toBe(risk);
});

test.each([
  [[], 'plain'],
  [['plain', 'plain'], 'plain'],
  [['plain', 'legal'], 'legal'],
] as const)('the highest of %j is %s', (risks, highest) => {
  expect(highestRisk(risks.map((risk) => ({ risk })))).toBe(highest);
});

test('a plain field that holds a legal one is legal where it is in the values', () => {
  const phones = schemas.item.properties!['service']!.properties!['phones']!;
  phones['x-risk'] = 'legal';
  try {
    expect(riskOf('item', ['service'], [undefined, { hours: '9-17' }])).toBe('plain');
    expect(riskOf('item', ['service'], [undefined, { phones: { advice: '12345' } }])).toBe('legal');
  } finally {
    delete phones['x-risk'];
  }
});
