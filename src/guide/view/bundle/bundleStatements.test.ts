import { beforeAll, expect, it } from 'vitest';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { guideFinder, memberItems } from '../../../catalogue/index.ts';
import { changedStatements } from '../statements.ts';
import { bundleStatements } from './bundleStatements.ts';
import { bundleView } from './bundleView.ts';
import type { BundleView } from './types.ts';

let view: BundleView;
beforeAll(async () => {
  const { bundles, guides, lookups } = await sampleCatalogue();
  const bundle = bundles.find(({ value }) => value.id === 'open-restaurant')!.value;
  const division = '511502';
  const items = memberItems(bundle, division, guideFinder(guides, lookups));
  view = bundleView({ bundle, division, items, lookups });
});

it('a change of a bundle is told by the name of what it is about', () => {
  const [first, ...others] = view.members;
  const changed: BundleView = {
    ...view,
    members: [{ ...first!, limit: '9 个工作日' }, ...others.slice(1)],
    annual: { none: '改为各自年检。' },
  };
  const told = changedStatements(bundleStatements(view), bundleStatements(changed));
  const words = told.map(({ section, name }) => `${section} ${name}`.trim());
  expect(words).toEqual([`包含哪些事项 ${first!.name}`, '联合年检', `包含哪些事项 ${others[0]!.name}`]);
  expect(told[0]!.after).toContain('9 个工作日');
  expect(told[2]!.after).toBeUndefined();
});

it('every material and step of a bundle is a statement', () => {
  const names = new Set(bundleStatements(view).map(({ name }) => name));
  for (const { text } of [...view.materials, ...view.steps]) expect(names).toContain(text);
});
