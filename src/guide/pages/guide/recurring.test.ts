import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { lookupsOf, type Catalogue, type Lookups } from '../../../catalogue/index.ts';
import { html } from '../../html.ts';
import { guideView } from '../../view/guideView.ts';
import type { GuideView } from '../../view/types.ts';
import { guidePage } from '../guide.ts';
import type { Around } from '../layout.ts';
import { recurring } from './recurring.ts';

let catalogue: Catalogue;
let lookups: Lookups;
let views: GuideView[];
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  lookups = lookupsOf(catalogue.lookupData);
  views = catalogue.guides.map((guide) => guideView(guide, lookups));
});

test('a section is made once of the same fields, and anew where one of them or the way to the root differs', () => {
  let made = 0;
  const section = recurring(['faq', 'phones'], (site: Around, { faq, phones }) => {
    made++;
    return { id: 'x', zh: '问', en: 'x', body: html`${site.root}${faq.length}${phones.length}` };
  });
  const view = views[0]!;
  const [here, there] = [
    { lookups, root: '../' },
    { lookups, root: '../../' },
  ];
  const first = section(here, view);
  expect(section(here, { ...view, id: 'another' })).toBe(first);
  expect(made).toBe(1);
  expect(section(there, view).body).not.toEqual(first.body);
  expect(section(here, { ...view, faq: [] }).body).not.toEqual(first.body);
  expect(made).toBe(3);
  section({ ...here, inert: true }, view);
  section({ ...here, inert: true }, view);
  expect(made).toBe(5);
});

test('where little recurs nothing is kept any more', () => {
  let made = 0;
  const section = recurring(['id'], (_, { id }) => {
    made++;
    return { id, zh: '问', en: 'x', body: '' };
  });
  const ask = (id: string) => section({ lookups, root: '' }, { ...views[0]!, id });
  for (let i = 0; i < 3000; i++) ask(`item-${i}`);
  ask('item-2999');
  expect(made).toBe(3001);
});

test('a page is the same whatever pages were made before it', () => {
  const site = { lookups, root: '../' };
  const pages = (list: readonly GuideView[]) =>
    new Map(
      list.map((view) => {
        const path = `${view.division}/${view.id}.html`;
        return [path, guidePage(site, view, { path, versions: [] })];
      }),
    );
  const forward = pages(views);
  for (const [path, page] of pages(views.toReversed())) expect(page, path).toBe(forward.get(path));
});
