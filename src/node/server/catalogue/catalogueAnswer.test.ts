import { expect, test } from 'vitest';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import type { LookupData } from '../../../catalogue/index.ts';
import { lookupsAnswer } from './catalogueAnswer.ts';

test('the studio is told what items refer to, and not the words of all translations', async () => {
  const catalogue = await sampleCatalogue();
  expect(catalogue.lookupData.translations.length).toBeGreaterThan(0);
  const { json } = await lookupsAnswer({ catalogue, diagnostics: [] });
  const told = JSON.parse(json.toString()) as LookupData;
  expect(told).toEqual({ ...catalogue.lookupData, translations: [] });
});
