import { beforeAll, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { bundleView, guidePath, guideView } from './index.ts';
import { bundlePage } from './pages/bundle/bundlePage.ts';
import { guidePage } from './pages/guide.ts';
import { style } from './style.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

/** Class names that a style has a rule for. */
const classesIn = (rules: string) =>
  new Set([...rules.matchAll(/\.([a-z][a-z-]*)(?=[^{}]*\{)/g)].map(([, name]) => name!));
const whole = classesIn(
  style(['rows', 'buttons', 'guide', 'questions', 'drawing', 'compare', 'version', 'lists', 'find']),
);

/** Classes of a page that have a rule somewhere, but none in the page. */
function unstyled(page: string): string[] {
  const own = classesIn(/<style>(.*?)<\/style>/s.exec(page)![1]!);
  const used = [...page.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' '));
  return [...new Set(used)].filter((name) => whole.has(name) && !own.has(name));
}

it('a page carries the rules of all that it has', () => {
  const { lookups } = catalogue;
  const site = { lookups, root: '../' };
  for (const guide of catalogue.guides) {
    const address = { path: guidePath(guide), versions: [] };
    expect(unstyled(guidePage(site, guideView(guide, lookups), address)), guide.id).toEqual([]);
    const versionOf = { path: address.path, date: '2026-03-02' };
    expect(unstyled(guidePage(site, guideView(guide, lookups), { ...address, versionOf }))).toEqual([]);
  }
  for (const { value: bundle } of catalogue.bundles) {
    const view = bundleView({ bundle, division: bundle.divisions![0]!, items: new Map(), lookups });
    expect(unstyled(bundlePage(site, view, { path: 'x.html', versions: [] })), bundle.id).toEqual([]);
  }
});

it('a guide carries none for what only other pages have', () => {
  const text = style(['rows', 'guide', 'buttons']);
  for (const name of ['grid', 'list', 'find', 'compare', 'version', 'draw'])
    expect(classesIn(text)).not.toContain(name);
});
