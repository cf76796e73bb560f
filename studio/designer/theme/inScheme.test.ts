import { expect, test } from 'vitest';
import { lookupsOf, type LookupData } from '../../../src/catalogue/index.ts';
import { homePage } from '../../../src/guide/index.ts';
import type { CatalogueFile } from '../../../src/model/generated/schemas.ts';
import { inScheme } from './inScheme.ts';

const config: Partial<CatalogueFile> = { title: 't', notice: 'n', theme: { light: { ink: '#000000' } } };
const lookups = lookupsOf({
  config,
  laws: [],
  agencies: [],
  centres: [],
  calendars: [],
  items: [],
  translations: [],
} as unknown as LookupData); // no more is asked of it
const none = { shown: [], count: 0 };
const page = homePage(
  { lookups, root: '', inert: true },
  {
    guides: 0,
    letters: [],
    themes: none,
    served: none,
    divisions: none,
    bundles: none,
    agencies: none,
    centres: none,
  },
);

test.each([
  ['light', '--ink:#000', '--ink:#e9eff4'],
  ['dark', '--ink:#e9eff4', '--ink:#000'],
] as const)('in %s the conditions of a page are settled', (scheme, holds, not) => {
  const shown = inScheme(page, scheme);
  expect(shown).not.toMatch(/prefers-color-scheme|light dark/);
  const condition = (colour: string) => new RegExp(`\\(([a-z-]+:0)\\)\\{:root\\{${colour}`).exec(shown)?.[1];
  expect(condition(holds)).toBe('min-width:0');
  expect(condition(not)).toBe('max-width:0');
});
