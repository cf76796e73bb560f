import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Path } from '../../src/model/path.ts';
import { filePlace, findingsByPlace, pagePlace } from './placesInPage.ts';

test.each<[Path, Path]>([
  [
    ['limits', 'promised'],
    ['limits', 'promised'],
  ],
  [
    ['materials', 'list', 2, 'name'],
    ['materials', 'list', 2, 'name'],
  ],
  [
    ['overlay', 'limits', 'promised'],
    ['limits', 'promised'],
  ],
  [
    ['overlay', 'procedure', 'steps', 0, 'days'],
    ['procedure', 'steps'],
  ],
])('%j of a file is %j of the page', (path, place) => {
  expect(pagePlace(path)).toEqual(place);
});

test.each<[string, boolean, Path]>([
  ['/limits/promised', false, ['limits', 'promised']],
  ['/materials/list/2', false, ['materials', 'list', 2]],
  ['/materials/list/2', true, ['overlay', 'materials', 'list']],
])('%s of the page is in the file', (place, isLayer, path) => {
  expect(filePlace(place, isLayer)).toEqual(path);
});

function finding(path: Path, severity: Diagnostic['severity']): Diagnostic {
  return { code: 'x', severity, message: '', messageEn: '', file: '', path, cites: [] };
}

test('a finding shows at the deepest place that the page has, the worst severity first', () => {
  const found = findingsByPlace(
    [
      finding(['limits', 'promised', 'value'], 'warning'),
      finding(['limits', 'promised', 'unit'], 'error'),
      finding(['fees', 'list'], 'error'),
      finding(['unknown'], 'error'),
    ],
    new Set(['/limits', '/limits/promised', '/fees']),
  );
  expect([...found].map(([place, { severity, findings }]) => [place, severity, findings.length])).toEqual([
    ['/limits/promised', 'error', 2],
    ['/fees', 'error', 1],
  ]);
});
