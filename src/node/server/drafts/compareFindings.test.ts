import { expect, test } from 'vitest';
import { readCatalogue } from '../../../catalogue/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { blockingFindings, compareFindings, type Checked } from './compareFindings.ts';

const file = '000000/shop.yaml';

function checked(text: string, ...diagnostics: Partial<Diagnostic>[]): Checked {
  return {
    catalogue: readCatalogue(new Map([[file, text]])),
    diagnostics: diagnostics.map((d) => ({
      code: 'a-rule',
      severity: 'error',
      message: '不对',
      messageEn: 'wrong',
      file,
      path: [],
      cites: [],
      ...d,
    })),
  };
}

const one = 'id: shop\nsteps:\n  - id: accept\n';
const two = 'id: shop\nsteps:\n  - id: receive\n  - id: accept\n';

test.each<[string, Checked, Checked, number, number]>([
  ['what stood before', checked(one, {}), checked(one, {}), 0, 0],
  ['an error more', checked(one), checked(one, {}), 1, 0],
  ['an error less', checked(one, {}), checked(one), 0, 1],
  ['a place that moved', checked(one, { path: ['steps', 0] }), checked(two, { path: ['steps', 1] }), 0, 0],
  [
    'another element at the place',
    checked(one, { path: ['steps', 0] }),
    checked(two, { path: ['steps', 0] }),
    1,
    1,
  ],
  ['other facts', checked(one, { message: '30 > 20' }), checked(one, { message: '40 > 20' }), 1, 0],
  ['a graver finding', checked(one, { severity: 'warning' }), checked(one, {}), 1, 0],
  ['another file', checked(one, { file: 'laws/a.yaml' }), checked(one, {}), 1, 1],
])('%s', (_name, before, after, created, mended) => {
  const delta = compareFindings(before, after);
  expect([delta.created.length, delta.mended.length]).toEqual([created, mended]);
});

test('errors that are new block, warnings and old errors do not', () => {
  const before = checked(one, { path: ['steps'] });
  const after = checked(one, { path: ['steps'] }, { path: ['id'] }, { path: ['name'], severity: 'warning' });
  const blocking = blockingFindings(compareFindings(before, after), after.diagnostics, new Set([file]));
  expect(blocking.map(({ path }) => path)).toEqual([['id']]);
});

test('a file of the draft must read and keep the schema even if it did not before', () => {
  const state = checked(one, { code: 'schema/required' }, { code: 'text/tag', file: 'laws/a.yaml' });
  const blocking = blockingFindings(compareFindings(state, state), state.diagnostics, new Set([file]));
  expect(blocking.map(({ code }) => code)).toEqual(['schema/required']);
});
