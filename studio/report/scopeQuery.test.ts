import { expect, test } from 'vitest';
import { queryOfScope, scopeOfQuery } from './scopeQuery.ts';

test.each([
  ['nothing', {}, {}],
  ['a division', { division: '511500' }, { division: '511500' }],
  ['all three', { division: '1', agency: 'a', centre: 'c' }, { division: '1', agency: 'a', centre: 'c' }],
  ['what is empty, twice or unknown', { division: '', agency: ['a', 'b'], other: 'x' }, {}],
])('%s', (_, query, scope) => {
  expect(scopeOfQuery(query)).toEqual(scope);
  expect(queryOfScope(scope)).toEqual(scope);
});
