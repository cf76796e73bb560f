import { expect, it } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import type { Law } from '../../catalogue/index.ts';
import { lawPage } from './laws.ts';

it('a law’s page says its English name, and of each version when it takes effect, or that nobody wrote it down', async () => {
  const { lookups } = await sampleCatalogue();
  const law: Law = {
    id: 'tea-law',
    title: '茶山条例',
    en: 'Regulation on Tea Hills',
    kind: 'administrative-regulation',
    issuer: '国务院',
    versions: [
      { id: 'y1990', effective: '1990-02-01', repealed: '2001-05-01' },
      { id: 'y2001', adopted: '2001-03-02', effective: '2001-05-01' },
      { id: 'y2011', adopted: '2011-01-08', change: 'amended' },
    ],
    source: { text: '虚构', confidence: 'low' },
  };
  const page = lawPage({ lookups, root: '../' }, law, [], { number: 1, count: 1, first: 'laws/tea-law.html' })
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(page).toContain(' 茶山条例 Regulation on Tea Hills 效力层级');
  expect(page).toContain('1990-02-01 施行，2001-05-01 废止');
  expect(page).toContain('2001-05-01 施行，2001-03-02 公布');
  expect(page).toContain('2011-01-08 公布，施行日期未登记');
});
