import { expect, it } from 'vitest';
import { validFiles } from '../../tests/validCatalogue.ts';
import { readCatalogue } from '../catalogue/index.ts';
import { aboutRules } from './aboutRules.ts';
import { feeBasisRank } from './rules/fees/fee-basis-rank.ts';

it('tells of the rules of findings, each once, and of nothing else', async () => {
  const { lookups } = readCatalogue(await validFiles());
  const finding = {
    severity: 'error',
    message: 'x',
    messageEn: 'x',
    file: 'x',
    path: [],
    cites: [],
  } as const;
  const found = ['fee-basis-rank', 'schema/required', 'fee-basis-rank'].map((code) => ({
    ...finding,
    code,
    path: [],
    cites: [],
  }));
  const { title, why, cites } = feeBasisRank;
  expect(aboutRules(found, { lookups, date: '2026-06-01' })).toEqual({
    'fee-basis-rank': {
      title,
      why,
      cites,
      bad: { name: 'a local notice', text: expect.stringContaining('- law: a-notice') },
    },
  });
});
