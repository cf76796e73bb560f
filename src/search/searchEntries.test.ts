import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { guideView } from '../guide/index.ts';
import { searchEntries, type SearchEntry } from './searchEntries.ts';

let entries: SearchEntry[];
beforeAll(async () => {
  const { guides, lookups } = await sampleCatalogue();
  entries = guides.map((guide) => {
    const view = guideView(guide, lookups);
    return {
      path: `${view.division}/${view.id}.html`,
      name: view.name,
      words: [view.everydayName ?? '', ...view.synonyms],
      note: view.decides.name,
      facts: [view.promised],
      more: view.basis.map((basis) => basis.words).join(' '),
    };
  });
});

describe('search', () => {
  it('finds each guide by every piece of its name and everyday words, one character or two', () => {
    // Guides of one item in several divisions share their words: each piece is looked up once.
    const found = new Map<string, Set<SearchEntry>>();
    for (const entry of entries)
      for (const word of [entry.name, ...entry.words]) {
        const characters = [...word];
        for (const [i, character] of characters.entries())
          for (const piece of [character, character + (characters[i + 1] ?? '')]) {
            if (!found.has(piece)) found.set(piece, new Set(searchEntries(entries, piece)));
            expect(found.get(piece)!.has(entry), `${piece} of ${entry.path}`).toBe(true);
          }
      }
  });

  it.each([
    ['食品经营许可', '食品经营许可'],
    ['挖', '挖掘城市道路审批'],
    ['砍树', '林木采伐许可证核发'],
    ['城市道路管理条例', '挖掘城市道路审批'],
  ])('%s leads to %s first', (query, name) => expect(searchEntries(entries, query)[0]?.name).toBe(name));

  it('wants every part of what was asked, and leaves nothing out where nothing was', () => {
    expect(searchEntries(entries, '食品 翠屏').map((entry) => entry.path)).toEqual([
      '511502/food-business-licence.html',
    ]);
    expect(searchEntries(entries, '食品 挖掘')).toEqual([]);
    expect(searchEntries(entries, '  ')).toEqual(entries);
  });
});
