import { expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { checkCatalogue } from './checkCatalogue.ts';
import { renderGuidePage } from '../guide/index.ts';

it('the sample shows fields of its own in a guide, and the check finds nothing in them', async () => {
  const catalogue = await sampleCatalogue();
  const found = checkCatalogue(catalogue, '2026-11-26');
  expect(found.filter(({ file, code, path }) => file.startsWith('extension/') || code.startsWith('schema/') || path.some((step) => String(step).startsWith('x-')))).toEqual([]);
  const guide = catalogue.guides.find(({ id, division }) => id === 'food-business-licence' && division === '511500')!;
  const page = renderGuidePage(guide, catalogue.lookups);
  expect(page).toContain('<dt>无障碍通道</dt><dd>全程无障碍</dd>');
  expect(page).toContain('<dt>可以请的翻译</dt><dd>手语、彝语</dd>');
}); // prettier-ignore
