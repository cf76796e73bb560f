import { expect, test } from 'vitest';
import { placeOf } from '../../src/catalogue/index.ts';
import type { Path } from '../../src/model/path.ts';
import { attachmentName } from './attachmentName.ts';

const value = {
  overlay: { forms: { list: [{ id: 'application' }] } },
  forms: { list: [{ id: 'application' }, {}] },
  materials: { list: [{ id: 'application' }] },
};

test.each<[string, string, Path, string]>([
  ['a blank form', '000000/food-licence.yaml', ['forms', 'list', 0, 'file'], 'food-licence-application.docx'],
  [
    'its sample',
    '000000/food-licence.yaml',
    ['forms', 'list', 0, 'sample'],
    'food-licence-application-sample.docx',
  ],
  [
    'a sample of the material of the same name',
    '000000/food-licence.yaml',
    ['materials', 'list', 0, 'sample'],
    'food-licence-materials-application-sample.docx',
  ],
  [
    'of a county',
    '511502/food-licence.yaml',
    ['overlay', 'forms', 'list', 0, 'file'],
    '511502-food-licence-application.docx',
  ],
  [
    'an element without an id',
    '000000/food-licence.yaml',
    ['forms', 'list', 1, 'file'],
    'food-licence-2.docx',
  ],
  ['no list', '000000/food-licence.yaml', ['result', 'sample'], 'food-licence-result-sample.docx'],
])('%s', (_name, file, path, expected) => {
  expect(attachmentName(file, value, path, 'docx')).toBe(`forms/${expected}`);
});

test('the longest ids still make a name that the catalogue takes', () => {
  const long = 'a'.repeat(64);
  const path: Path = ['materials', 'list', 0, 'sample'];
  const name = attachmentName(`511502/${long}.yaml`, { materials: { list: [{ id: long }] } }, path, 'jpeg');
  expect(name.length).toBeLessThanOrEqual(104);
  expect(placeOf(name).kind).toBe('attachment');
});
