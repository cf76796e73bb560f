import { expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { bundleText, filesOfBundle } from './bundleText.ts';
import { guideFinder, memberItems } from './memberItems.ts';

it('makes of the files of a bundle the items that the whole catalogue makes', async () => {
  const catalogue = await sampleCatalogue();
  const find = guideFinder(catalogue.guides, catalogue.lookups);
  for (const source of catalogue.bundles)
    for (const code of source.value.divisions!) {
      // The first division is the one that is shown.
      const value = { ...source.value, divisions: [code] };
      const made = bundleText({ ...source, value }, filesOfBundle(value, catalogue), catalogue.lookups);
      const whole = memberItems(value, code, find);
      expect(made.division).toBe(code);
      expect([...made.items.keys()]).toEqual([...whole.keys()]);
      for (const [id, { item, division }] of whole)
        expect(made.items.get(id), `${id} in ${code}`).toMatchObject({ item, division });
    }
});

it('leaves out a member whose files are not there', async () => {
  const catalogue = await sampleCatalogue();
  const source = catalogue.bundles[0]!;
  expect(bundleText(source, [], catalogue.lookups).items.size).toBe(0);
});
