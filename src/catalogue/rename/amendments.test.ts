import { expect, it } from 'vitest';
import type { Path } from '../../model/path.ts';
import { reworded } from '../reworded.ts';
import { amendments, renamedTo } from './amendments.ts';

const rename = (file: string, to: string) => ({ kind: 'rename', file, to });
const base = '000000/old-permit.yaml';
const referrer = (target: string, file: string, path: Path) => ({ target, file, path });

it('follows a file through the names it was given', () => {
  const acts = [rename('000000/a.yaml', '000000/b.yaml'), rename('000000/b.yaml', '000000/c.yaml')];
  expect(renamedTo(acts, '000000/a.yaml')).toBe('000000/c.yaml');
  expect(renamedTo([...acts, rename('000000/c.yaml', '000000/a.yaml')], '000000/a.yaml')).toBeUndefined();
});

it('writes each file once, and renames the layers after', () => {
  const acts = [rename(base, '000000/new-permit.yaml')];
  const places = [
    referrer(base, '511502/old-permit.yaml', ['id']),
    referrer(base, '511502/adopt.yaml', ['items', 2, 'id']),
    referrer(base, 'bundles/opening.yaml', ['members', 0, 'item']),
    referrer(base, 'bundles/opening.yaml', ['before', 1, 'item']),
    // Taken out, not renamed.
    referrer('laws/some-law.yaml', 'bundles/opening.yaml', ['basis', 0, 'law']),
  ];
  const names = { from: 'old-permit', to: 'new-permit' };
  expect(amendments(places, acts)).toEqual([
    { kind: 'write', file: '511502/adopt.yaml', places: [{ path: ['items', 2, 'id'], ...names }] },
    {
      kind: 'write',
      file: 'bundles/opening.yaml',
      places: [
        { path: ['members', 0, 'item'], ...names },
        { path: ['before', 1, 'item'], ...names },
      ],
    },
    { kind: 'rename', file: '511502/old-permit.yaml', to: '511502/new-permit.yaml', id: 'new-permit' },
  ]);
});

it.each([
  ['yibin', 'cuiping'],
  ['yibin/market', 'cuiping/market'],
  ['yibin-2/market', undefined],
])('rewords %s', (text, expected) => {
  expect(reworded(text, { from: 'yibin', to: 'cuiping' })).toBe(expected);
});
