import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyPayload } from '../../tests/security/payloads.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { argumentsOf, SearchReader } from '../../tests/searchReader.ts';
import { guidePath, guideView } from '../guide/index.ts';
import { runsOf } from './runsOf.ts';
import { searchEntry, type SearchEntry } from './searchEntry.ts';
import { searchFiles } from './searchFiles.ts';
import type { Meta } from './wire.ts';

let entries: SearchEntry[];
let reader: SearchReader;
beforeAll(async () => {
  const { guides, lookups } = await sampleCatalogue();
  entries = guides.map((guide) => {
    const view = guideView(guide, lookups);
    return searchEntry({
      path: guidePath(guide),
      division: view.division,
      divisionName: view.divisionName,
      name: view.name,
      everydayName: view.everydayName,
      synonyms: view.synonyms,
      materials: view.materials.none === undefined ? view.materials.list.map(({ text }) => text) : [],
      laws: view.basis.map(({ words }) => words),
      themes: guide.item.service?.themes ?? [],
      authority: view.decides.name,
      promised: view.promised,
      fee: '不收费',
    });
  });
  reader = readerOf(entries);
});

function readerOf(of: readonly SearchEntry[]): SearchReader {
  const made = madeOf(of);
  return new SearchReader((path) => made.get(path)!);
}

function madeOf(of: readonly SearchEntry[]): Map<string, string> {
  return new Map(searchFiles(of).map(({ path, make }) => [path, make()]));
}

function entry(name: string, more: Partial<SearchEntry> = {}): SearchEntry {
  return searchEntry({
    path: `510000/${name}.html`,
    division: '510000',
    divisionName: '四川省',
    name,
    everydayName: undefined,
    synonyms: [],
    materials: [],
    laws: [],
    themes: [],
    authority: '某局',
    promised: '5 个工作日',
    fee: '不收费',
    ...more,
  });
}

describe('the index', () => {
  it('finds each item by every piece of its name and everyday words, one character or two', async () => {
    const search = await reader.search;
    const found = new Map<string, Set<string>>();
    let pieces = 0;
    for (const { name, everydayName, synonyms, path } of entries)
      for (const run of [name, everydayName ?? '', ...synonyms].flatMap(runsOf))
        for (let i = 0; i < run.length; i++)
          for (const piece of [run.charAt(i), run.slice(i, i + 2)]) {
            if (!found.has(piece)) {
              const { documents } = await search.find(piece);
              const shown = await search.shown(documents);
              found.set(
                piece,
                new Set(
                  shown.flatMap(([, , stem, places]) => places.map((at) => search.places[at]![0] + stem)),
                ),
              );
            }
            pieces++;
            expect(found.get(piece)!.has(path), `${piece} of ${path}`).toBe(true);
          }
    expect(pieces).toBeGreaterThan(2000);
  });

  it.each([
    ['食品经营许可', '食品经营许可'],
    ['挖', '挖掘城市道路审批'],
    ['砍树', '林木采伐许可证核发'],
    ['城市道路管理条例', '挖掘城市道路审批'],
    // By sound, whole or by initials, and where it is not yet typed to its end.
    ['shipinjingying', '食品经营许可'],
    ['shipinji', '食品经营许可'],
    ['qsxk', '取水许可'],
    ['食品jy', '食品经营许可'],
    // With a wrong character: of the same sound, of a like look, a slip of the keyboard, a southern n.
    ['教师资各认定', '教师资格认定'],
    ['林木采阀许可', '林木采伐许可证核发'],
    ['食品经菅许可', '食品经营许可'],
    ['shipinjinying', '食品经营许可'],
    ['shipinjimgying', '食品经营许可'],
    // As people ask.
    ['我想开一家网吧需要办理什么手续', '互联网上网服务营业场所经营单位设立审批'],
    ['开药店怎么申请', '药品经营许可（零售）'],
    ['ＫＴＶ', '娱乐场所从事娱乐场所经营活动审批'],
    ['饭店 食品证', '食品经营许可'],
  ])('%s leads to %s first', async (query, name) => expect((await reader.names(query))[0]).toBe(name));

  it.each(['', '  ', '？！', '飞碟外星人', 'vvvv'])('%j leads to nothing', async (query) =>
    expect(await reader.names(query)).toEqual([]),
  );

  it('finds a character of several readings by each', async () => {
    const bank = readerOf([entry('银行开户许可'), entry('音像制品许可')]);
    for (const query of ['yinhang', 'yinxing', 'yh', 'yhkh'])
      expect((await bank.names(query))[0]).toBe('银行开户许可');
  });

  it('narrows to a place that the question names', async () => {
    const search = await reader.search;
    const { place, documents } = await search.find('取水 翠屏');
    expect(place).toBe('511502');
    const [shown] = await search.shown(documents);
    expect(shown![0]).toBe('取水许可');
    // A place by itself is a word like others.
    expect((await search.find('翠屏区')).place).toBeUndefined();
  });

  it('narrows to a theme', async () => {
    const search = await reader.search;
    const { documents } = await search.find('许可', { theme: 'catering' });
    const names = (await search.shown(documents)).map(([name]) => name);
    expect(names).toContain('食品经营许可');
    expect(names).not.toContain('取水许可');
    expect((await search.find('许可', { theme: 'no-such-theme' })).documents).toEqual([]);
  });

  it('is the same for the same entries in any order', () => {
    expect(madeOf(entries.toReversed())).toEqual(madeOf(entries));
  });

  it('says of each file what it is made of', () => {
    const before = new Map(searchFiles(entries).map((file) => [file.path, file]));
    const changedBy = (change: (one: SearchEntry) => SearchEntry) => {
      const after = searchFiles(entries.map((one, i) => (i === 3 ? change(one) : one)));
      return after.filter((file) => {
        const had = before.get(file.path)!;
        const same = JSON.stringify([had.of, had.also]) === JSON.stringify([file.of, file.also]);
        // Whatever changes says so beforehand.
        if (same) expect(file.make(), file.path).toBe(had.make());
        return !same;
      });
    };
    const days = changedBy((one) => searchEntry({ ...one, promised: '明天' }));
    expect(days.map(({ path }) => path)).toEqual([expect.stringMatching(/^search\/d\d+\.js$/)]);
    const words = changedBy((one) => searchEntry({ ...one, synonyms: [...one.synonyms, '新词'] }));
    expect(words.length).toBeGreaterThan(1);
    expect(changedBy((one) => searchEntry({ ...one, divisionName: '别处' })).length).toBeGreaterThan(1);
  });

  it('hands names over as they are, whatever they hold', async () => {
    const evil = entry('x', {
      name: everyPayload,
      everydayName: `</script>\u2028"\\`,
      path: '510000/x.html',
    });
    const made = madeOf([evil]);
    for (const text of made.values()) {
      expect(text).not.toContain('<');
      expect(text.slice(0, -1)).not.toMatch(/[\u2028\u2029\n]/);
    }
    expect(argumentsOf(made.get('search/d0.js')!)[1]).toEqual([
      [everyPayload, '</script>\u2028"\\', '/x.html', [0], [0], [['某局', '5 个工作日', '不收费']]],
    ]);
    const search = await new SearchReader((path) => made.get(path)!).search;
    expect((await search.find('script')).documents).toHaveLength(1);
  });

  it('has one file of pieces for a small site and many for a large one, none missing', () => {
    const many = Array.from({ length: 500 }, (_, i) => entry(`第${i}项许可`));
    const made = madeOf(many);
    const { shards, lengths } = argumentsOf(made.get('search/meta.js')!)[1] as Meta;
    expect(shards).toBe(64);
    expect(lengths).toHaveLength(500);
    for (let shard = 0; shard < shards; shard++) expect(made.has(`search/t${shard}.js`)).toBe(true);
    expect(madeOf([]).size).toBe(2);
  });

  it('needs no library of its builder in the browser', async () => {
    const reached = new Set<string>();
    const visit = async (url: URL): Promise<void> => {
      if (reached.has(url.href)) return;
      reached.add(url.href);
      const text = await readFile(url, 'utf8');
      for (const [, from] of text.matchAll(/from '([^']+)'/g)) {
        expect(from, url.href).toMatch(/^\./);
        await visit(new URL(from!, url));
      }
    };
    await visit(new URL('./client/search.ts', import.meta.url));
    expect(reached.size).toBeGreaterThan(5);
  });
});
