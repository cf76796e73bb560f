import { expect, test } from 'vitest';
import { idProblem } from './idProblem.ts';

test.each([
  ['take-in', undefined],
  ['', 'Enter an id.'],
  ['Take', 'Use small Latin letters'],
  ['accept', 'has this id already'],
  ['a'.repeat(65), '64 at most'],
])('%s', (id, expected) => {
  const said = idProblem(id, 'accept')?.en;
  if (expected === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(expected);
});
