import { expect, it } from 'vitest';
import { fileText, validFiles } from '../../../../tests/validCatalogue.ts';
import { readCatalogue } from '../../../catalogue/index.ts';
import { checkCatalogue } from '../../checkCatalogue.ts';
import { pipes, pipesFile } from './bundleExample.ts';

it('no rule finds anything in the bundle that the mutations change', async () => {
  const files = new Map([...(await validFiles()), [pipesFile, fileText(pipesFile, pipes())]]);
  const catalogue = readCatalogue(files);
  expect(catalogue.bundles).toHaveLength(1);
  expect(checkCatalogue(catalogue, '2026-06-01')).toEqual([]);
});
