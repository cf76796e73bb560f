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

const layer = {
  kind: 'layer' as const,
  value: {
    overlay: {
      procedure: {
        steps: [
          { id: 'site', days: { value: 2 } },
          { id: 'gone', $remove: true },
        ],
      },
    },
  },
  merged: { procedure: { steps: [{ id: 'accept' }, { id: 'site', days: { value: 2 } }] } },
};

test.each<[Path, Path]>([
  [
    ['overlay', 'procedure', 'steps', 0, 'days'],
    ['procedure', 'steps', 1, 'days'],
  ],
  [
    ['overlay', 'procedure', 'steps', 1],
    ['procedure', 'steps'],
  ],
])('%j of a layer is the element of the same id in the page: %j', (path, place) => {
  expect(pagePlace(path, layer)).toEqual(place);
});

const translation = {
  kind: 'translation' as const,
  texts: ['/basics/name', '/materials/list/form/name'],
  item: { basics: { name: '甲' }, materials: { list: [{ id: 'other' }, { id: 'form', name: '表' }] } },
};

test.each<[Path, Path]>([
  [
    ['texts', 1, 'en'],
    ['materials', 'list', 1, 'name'],
  ],
  [
    ['texts', 0],
    ['basics', 'name'],
  ],
  [
    ['texts', 7],
    ['texts', 7],
  ],
])('%j of a translation is about %j of the page', (path, place) => {
  expect(pagePlace(path, translation)).toEqual(place);
});

test.each<[string, Path]>([
  ['/materials/list/1/name', ['texts', 1, 'en']],
  ['/basics/summary', ['texts']],
])('%s of an English page is %j of the translation', (place, path) => {
  expect(filePlace(place, translation)).toEqual(path);
});

test.each<[string, typeof layer | undefined, Path]>([
  ['/limits/promised', undefined, ['limits', 'promised']],
  ['/materials/list/2', undefined, ['materials', 'list', 2]],
  ['/procedure/steps/1', layer, ['overlay', 'procedure', 'steps', 0]],
  ['/procedure/steps/0', layer, ['overlay', 'procedure', 'steps']],
])('%s of the page is in the file', (place, from, path) => {
  expect(filePlace(place, from)).toEqual(path);
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
