import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { edit } from '../text/index.ts';
import { codeUses, recoded } from './codeUses.ts';
import { readCatalogue, shapeOfKind, type Catalogue } from './index.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

test('a code goes by another name wherever it is used, and nothing else is touched', () => {
  const recoding = { list: 'themes', from: 'employment', to: 'jobs' };
  const before = codeUses(catalogue);
  const used = before.find(({ list, code }) => list === 'themes' && code === recoding.from)!;
  expect(used.files.length).toBeGreaterThan(1);
  const files = new Map(catalogue.files);
  for (const { file, edits } of recoded(catalogue, recoding)) {
    const source = catalogue.sources.get(file)!;
    const made = edit(source.text, edits, { shape: shapeOfKind(source.kind, source.shape) });
    if (made.kind === 'impossible') throw new Error(made.reason);
    expect(made.text.split('\n').length).toBe(source.text.split('\n').length);
    files.set(file, made.text);
  }
  const after = codeUses(readCatalogue(files));
  expect(after.find(({ list, code }) => list === 'themes' && code === 'employment')).toBeUndefined();
  expect(after.find(({ list, code }) => list === 'themes' && code === 'jobs')?.files).toEqual(used.files);
  expect(after.filter(({ code }) => code !== 'jobs')).toEqual(before.filter((one) => one !== used));
});

test('a retired code still leads somewhere, and a note says why it is not to be chosen', () => {
  const settings = catalogue.sources.get('catalogue.yaml')!.text;
  const text = settings.replace(
    '    - id: employment\n',
    '    - id: employment\n      retired: 并入职业资格\n',
  );
  const again = readCatalogue(new Map(catalogue.files).set('catalogue.yaml', text));
  expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const notes = again.diagnostics.filter(({ code }) => code === 'catalogue/retired-code');
  expect(notes.length).toBeGreaterThan(1);
  expect(notes[0]).toMatchObject({
    severity: 'info',
    message: expect.stringContaining('（employment）已停用：并入职业资格'),
  });
});
