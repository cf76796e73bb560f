import { expect, test } from 'vitest';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { lookupsOf } from '../../../catalogue/index.ts';
import { guideView } from '../../../guide/index.ts';
import { willRecur } from '../../../model/recurringValues.ts';
import { hashOf } from './hashOf.ts';
import { viewHash } from './viewHash.ts';

test('the hash is that of the JSON of the view, whatever of it recurs and however long it is', async () => {
  const catalogue = await sampleCatalogue();
  const lookups = lookupsOf(catalogue.lookupData);
  const views = catalogue.guides.map((guide) => guideView(guide, lookups));
  expect(views.length).toBeGreaterThan(0);
  for (const view of views) {
    expect(viewHash(view)).toBe(hashOf(JSON.stringify(view)));
    for (const [i, value] of Object.values(view).entries()) if (i % 2 === 0) willRecur(value);
    expect(viewHash(view)).toBe(hashOf(JSON.stringify(view)));
    const long = { ...view, summary: '长'.repeat(300_000), sources: ['源'.repeat(300_000)] };
    willRecur(long.sources);
    expect(viewHash(long)).toBe(hashOf(JSON.stringify(long)));
  }
});
