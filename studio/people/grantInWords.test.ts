import { expect, it } from 'vitest';
import type { Grant } from '../../src/api/index.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { grantInWords } from './grantInWords.ts';

const { lookups } = await sampleCatalogue();

it.each<[Grant, string, string[]]>([
  [{ roles: ['drafter', 'reviewer'], where: 'everywhere' }, '起草、审核', ['全部范围']],
  [
    {
      roles: ['legal'],
      where: [
        { division: '511500', below: true },
        { division: '511502', below: false, departments: ['health', 'water'] },
      ],
    },
    '法制审核',
    ['宜宾市及下级', '翠屏区：卫生健康、水利'],
  ],
])('%j', (grant, as, where) => {
  const words = grantInWords(grant, lookups);
  expect([words.as.zh, words.where.map(({ zh }) => zh)]).toEqual([as, where]);
  expect(words.where.map(({ en }) => en).join('')).not.toBe('');
});
