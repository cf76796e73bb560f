import { expect, test } from 'vitest';
import { shapeOfKind } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { rangeAt, read } from '../../src/text/index.ts';
import { markers } from './markers.ts';

const text = read('id: a\r\nbasics:\r\n  name: 甲\r\n', shapeOfKind('item'), 'a.yaml');

const source = { file: 'a.yaml', document: () => text };

function finding(more: Partial<Diagnostic>): Diagnostic {
  return {
    code: 'schema/required',
    severity: 'error',
    message: '缺少字段。',
    messageEn: 'A field is missing.',
    file: 'a.yaml',
    path: [],
    cites: [],
    ...more,
  };
}

test.each([
  [
    'at its range',
    finding({ path: ['basics', 'name'], range: rangeAt(text, ['basics', 'name'], 'value')! }),
    [3, 9, 3, 10],
  ],
  ['by its path where it has no range', finding({ path: ['basics', 'name'] }), [3, 9, 3, 10]],
  ['at the nearest key above what is missing', finding({ path: ['basics', 'type'] }), [2, 1, 2, 7]],
])('a finding stands %s', (_name, diagnostic, place) => {
  const [marker] = markers([diagnostic], source, ({ message }) => message);
  expect(marker).toMatchObject({ severity: 'error', message: '缺少字段。', code: 'schema/required' });
  expect([marker?.startLineNumber, marker?.startColumn, marker?.endLineNumber, marker?.endColumn]).toEqual(
    place,
  );
});

test('findings of other files are left out, words are those asked for', () => {
  const found = markers([finding({ file: 'b.yaml' }), finding({})], source, ({ messageEn }) => messageEn);
  expect(found.map(({ message }) => message)).toEqual(['A field is missing.']);
});
