import { beforeAll, describe, expect, test } from 'vitest';
import { itemLevels, readCatalogue, staleTexts, type Catalogue } from '../../catalogue/index.ts';
import { smallSample } from '../../../tests/smallSample.ts';
import { englishPage, englishTexts } from './englishPage.ts';

const item = 'food-business-licence';
const file = `translations/en/${item}.yaml`;
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  files = await smallSample([item]);
});

/** The English page of the item in the city, and what of its translation is stale. */
function made(edit: (path: string, text: string) => string = (_, text) => text) {
  const edited = [...files].map(([path, bytes]): [string, string | Uint8Array] =>
    path.endsWith('.yaml') ? [path, edit(path, Buffer.from(bytes).toString())] : [path, bytes],
  );
  const catalogue: Catalogue = readCatalogue(new Map(edited));
  const { lookups } = catalogue;
  const guide = catalogue.guides.find(({ id, division }) => id === item && division === '511500')!;
  const translation = lookups.translation(item)!;
  const page = englishPage({ lookups, root: '../../' }, guide, { translation, guide: 'a.html' });
  return { page, stale: staleTexts(catalogue) };
}

describe('a guide in English', () => {
  test('says every translated text, titles, choices, numbers and cases in English', () => {
    const { page, stale } = made();
    expect(stale).toEqual([]);
    const words = [
      '<html lang="en-GB">',
      '<h1>Food business licence</h1>',
      'Health certificates of the staff',
      'What will you do? Catering (restaurant, snack bar, drinks) or A canteen of an organisation',
      '10 working days',
      'may be supplied later',
      // Sentences that one thing names stand apart.
      '<ol class="plain"><li>Equipment for disinfection',
      'Free of charge.',
    ];
    expect(words.filter((one) => !page.includes(one))).toEqual([]);
  });

  test('names places, agencies, laws and windows in English where the catalogue does', () => {
    const { page } = made();
    const words = [
      'Food business licence (食品经营许可, Yibin) - ',
      'Yibin Market Regulation Bureau',
      'Food Safety Law of the People&#39;s Republic of China, Art. 35',
      'Yibin Service Centre (sample), window 12 (Business registration and food)',
    ];
    expect(words.filter((one) => !page.includes(one))).toEqual([]);
    const { page: without } = made((path, text) =>
      /^(agencies|laws|centres)\//.test(path) ? text.replace(/^ *en: .*\n/gm, '') : text,
    );
    expect(words.slice(1).filter((one) => without.includes(one))).toEqual([]);
    expect(without).toContain('<span lang="zh-CN">宜宾市市场监督管理局</span>');
  });

  test('says in Chinese, marked, what was changed since it was translated', () => {
    const { page, stale } = made((path, text) =>
      path === `000000/${item}.yaml` ? text.replace('name: 从业人员健康证明', 'name: 员工健康证明') : text,
    );
    expect(page).not.toContain('Health certificates of the staff');
    expect(page).toContain(
      '<span lang="zh-CN">员工健康证明</span> <span class="tag mark">Chinese only</span>',
    );
    expect(stale).toMatchObject([
      { path: '/materials/list/health/name', zh: '从业人员健康证明', now: '员工健康证明' },
    ]);
  });

  test('says in Chinese, marked, what is not translated', () => {
    const { page } = made((path, text) =>
      path === file ? text.replace(/ {2}- path: \/fees\/none\n.*\n.*\n/, '') : text,
    );
    expect(page).toContain('<span lang="zh-CN">不收费。</span> <span class="tag mark">Chinese only</span>');
  });

  test('has nothing left in Chinese once all that there is to translate is translated', () => {
    const { lookups, chains } = readCatalogue(files);
    const levels = itemLevels(chains.get(item)!, lookups);
    const texts = englishTexts(levels, lookups);
    expect(levels.length).toBeGreaterThan(1);
    for (const level of levels) {
      const entries = texts.flatMap(({ path, said }) => said.map((zh) => ({ path, zh, en: `T${path}` })));
      const translation = { id: item, item, texts: entries };
      const page = englishPage({ lookups, root: '../../' }, level, { translation, guide: 'a.html' });
      // The head of the page says what the mark means.
      expect(page.split('Chinese only')).toHaveLength(2);
      const without = englishPage({ lookups, root: '../../' }, level, { translation: {}, guide: 'a.html' });
      expect(without.split('Chinese only').length).toBeGreaterThan(50);
    }
  });

  test('keeps its words where a list has another order', () => {
    const { page } = made((path, text) => {
      if (path !== `000000/${item}.yaml`) return text;
      const health = / {4}- id: health\n(?: {6}.*\n)+/.exec(text)![0];
      return text.replace(health, '').replace('materials:\n  list:\n', `materials:\n  list:\n${health}`);
    });
    expect(page).toContain('Health certificates of the staff');
    expect(page.indexOf('Health certificates of the staff')).toBeLessThan(
      page.indexOf('Plan of equipment and flow of work'),
    );
  });
});
