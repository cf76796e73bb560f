import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Catalogue, EffectiveItem, Law } from '../src/catalogue/index.ts';
import { readyRules } from '../src/check/readyRules.ts';
import { runItemRules } from '../src/check/runRules.ts';
import { chineseNumber } from '../src/model/citedLaws.ts';
import type { Draft, Item } from '../src/model/item.ts';
import { checkCharacter } from './checkCharacter.ts';
import { sampleCatalogue } from './sampleCatalogue.ts';

/** Public data to compare with, beside the project; a clone has none and skips what needs it. */
const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const withData = describe.skipIf(!existsSync(data));

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

const base = (id: string) => catalogue.bases.find((one) => one.id === id)!.item;

describe('the sample', () => {
  test('cites no article that its register lacks', () => {
    const missing = [...catalogue.sources.values()].flatMap(({ path, value }) =>
      citations(value).flatMap(({ law, article }) =>
        article === undefined ||
        catalogue.lookups.law(law)?.articles?.some(({ number }) => number === article)
          ? []
          : [`${path}: ${law} ${article}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('is a catalogue of a city: forty permits of twelve departments in six divisions', () => {
    const { bases, guides } = catalogue;
    const { laws, centres, config } = catalogue.lookupData;
    expect(bases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(bases.map(({ item }) => item.authority!.decides!.department)).size).toBeGreaterThanOrEqual(
      12,
    );
    expect(guides.length).toBeGreaterThanOrEqual(150);
    expect(laws.length).toBeGreaterThanOrEqual(25);
    expect(centres.filter(({ windows }) => windows.length > 0).length).toBeGreaterThanOrEqual(3);
    const adopting = new Set(guides.map(({ division }) => division));
    expect([...adopting]).toContain('510700');
    const counties = config.divisions.filter(({ level, code }) => level === 'county' && adopting.has(code));
    expect(counties.length).toBeGreaterThanOrEqual(2);
    const themes = new Set(guides.flatMap(({ item }) => item.service?.themes ?? []));
    for (const { id } of config.codeLists.themes ?? []) expect(themes, id).toContain(id);
    for (const { item, id } of bases) {
      expect(item.service?.faq?.length, id).toBeGreaterThan(0);
      expect(item.sources?.length, id).toBeGreaterThan(1);
      expect(item.staff?.posts?.length, id).toBeGreaterThan(1);
    }
  });

  test('has a blank form and a filled sample of at least twenty materials in twelve items, and links them', () => {
    const both = catalogue.bases.flatMap(({ id, item }) =>
      (item.materials?.list ?? []).flatMap((material) => {
        const form = item.forms?.list?.find((one) => one.id === material.form);
        return form?.file === undefined || form.sample === undefined ? [] : [{ id, ...form }];
      }),
    );
    expect(new Set(both.map(({ file }) => file)).size).toBeGreaterThanOrEqual(20);
    const own = both.filter(({ file }) => file !== 'forms/proxy.docx');
    expect(new Set(own.map(({ id }) => id)).size).toBeGreaterThanOrEqual(12);
    // Divisions that adopt an item inherit its forms.
    for (const { id, file, sample } of both)
      for (const guide of catalogue.guides.filter((one) => one.id === id))
        expect(guide.item.forms?.list, guide.division).toContainEqual(
          expect.objectContaining({ file, sample }),
        );
    expect(both.every(({ file, sample }) => catalogue.files.has(file!) && catalogue.files.has(sample!))).toBe(
      true,
    );
  });

  test('is marked as a sample, file by file', () => {
    for (const { kind, path, value } of catalogue.sources.values())
      if (['item', 'layer', 'adoption', 'agency', 'centre'].includes(kind))
        expect((value as { sample?: boolean }).sample, path).toBe(true);
  });

  test('has in every guide hours, a window or an agency to go to, and two phones that nobody has', () => {
    for (const { id, division, item } of catalogue.guides) {
      const { phones, hours, windows } = item.service ?? {};
      const name = `${division}/${id}`;
      // No Chinese number begins with 000 after its area code.
      expect(phones?.advice, name).toMatch(/^0\d{2,3}-000\d{4}$/);
      expect(phones?.complaint, name).toMatch(/^0\d{2,3}-000\d{4}$/);
      expect(phones?.complaint, name).not.toBe(phones?.advice);
      expect(hours, name).toMatch(/\d+:\d{2}/);
      const { department } = item.authority!.decides!;
      const { lookups } = catalogue;
      expect(windows?.every((one) => lookups.window(one!) !== undefined) ?? true, name).toBe(true);
      expect(lookups.agencyFor(department!, division), name).toBeDefined();
    }
  });

  test('promises nowhere more than the law allows, with steps to the end and a basis for each limit', () => {
    for (const { id, division, item } of catalogue.guides) {
      const { statutory, promised, acceptance } = item.limits!;
      const name = `${division}/${id}`;
      expect(promised!.unit, name).toBe(statutory!.unit);
      expect(promised!.value, name).toBeLessThanOrEqual(statutory!.value!);
      expect(statutory!.basis?.length, name).toBeGreaterThan(0);
      expect(acceptance!.basis?.length, name).toBeGreaterThan(0);
      const kinds = item.procedure!.steps!.map((step) => step.kind);
      for (const kind of ['accept', 'decide', 'deliver'] as const) expect(kinds, name).toContain(kind);
    }
  });

  test('gives agencies a code with the right check character, or a placeholder', () => {
    for (const { uscc, id } of catalogue.lookupData.agencies)
      expect(uscc.startsWith('TE') || uscc.at(-1) === checkCharacter(uscc), id).toBe(true);
    // The function itself, on the code of a real ministry.
    expect(checkCharacter('11100000000013338W')).toBe('W');
  });
});

withData('against public texts (skipped where ../shared/data is missing)', () => {
  it('has just the free days and working weekends of each year that is published', () => {
    for (const { year, status, holidays, workdays } of catalogue.lookupData.calendars[0]!.years) {
      const { days } = json<{ days: { date: string; isOffDay: boolean }[] }>(`holiday-cn/${year}.json`);
      // A day of this year may have been told with the year before or after.
      const near = [year - 1, year, year + 1].flatMap((one) =>
        existsSync(join(data, `holiday-cn/${one}.json`))
          ? json<{ days: typeof days }>(`holiday-cn/${one}.json`).days
          : [],
      );
      const told = (off: boolean) =>
        [...new Set(near.filter((day) => day.isOffDay === off).map(({ date }) => date))]
          .filter((date) => date.startsWith(`${year}-`))
          .toSorted();
      expect([year, status], String(year)).toEqual([year, days.length > 0 ? 'published' : 'unpublished']);
      expect([...(holidays ?? [])].toSorted(), String(year)).toEqual(told(true));
      expect([...(workdays ?? [])].toSorted(), String(year)).toEqual(told(false));
    }
  });

  it('has divisions by their codes and names', () => {
    const provinces = json<Place[]>('divisions/provinces.json').map((one) => ({
      ...one,
      code: `${one.code}0000`,
    }));
    const cities = json<Place[]>('divisions/cities.json').map((one) => ({ ...one, code: `${one.code}00` }));
    const known = [...provinces, ...cities, ...json<Place[]>('divisions/areas.json')];
    const ours = catalogue.lookupData.config.divisions.filter(({ code }) => code !== '000000');
    expect(ours.length).toBeGreaterThanOrEqual(7);
    for (const { code, name } of ours) expect(known.find((one) => one.code === code)?.name, code).toBe(name);
  });

  it('registers only articles that the text of the law has, and knows the version compared', () => {
    const compared: string[] = [];
    for (const law of catalogue.lookupData.laws) {
      const text = textOf(law);
      if (text === undefined) continue;
      compared.push(law.id);
      if (text.adopted !== undefined)
        expect(
          law.versions.map(({ adopted }) => adopted),
          law.id,
        ).toContain(text.adopted);
      for (const { number } of law.articles ?? [])
        expect(text.article(number), `${law.id} ${number}`).toBeDefined();
    }
    expect(compared.length).toBeGreaterThanOrEqual(60);
  });

  it('names paragraphs and items that the article has', () => {
    let deep = 0;
    for (const { path, value } of catalogue.sources.values())
      for (const { law, article, paragraph = 1, item = 0 } of citations(value)) {
        const text =
          article === undefined ? undefined : textOf(catalogue.lookups.law(law)!)?.article(article);
        if (text === undefined) continue;
        deep += paragraph > 1 || item > 0 ? 1 : 0;
        const where = `${path}: ${law} ${article} ${paragraph} ${item}`;
        const parts = text.split('\n').filter((line) => line.trim() !== '');
        expect(parts.filter((line) => !isItem(line)).length, where).toBeGreaterThanOrEqual(paragraph);
        expect(parts.filter(isItem).length, where).toBeGreaterThanOrEqual(item);
      }
    expect(deep).toBeGreaterThan(400);
  });

  it.each([
    ['construction-permit', 'statutory', '七日内'],
    ['water-abstraction-licence', 'statutory', '45个工作日内'],
    ['water-abstraction-licence', 'acceptance', '5个工作日内'],
    ['road-freight-licence', 'statutory', '20日内'],
    ['pollutant-discharge-permit', 'statutory', '20日内'],
    ['pollutant-discharge-permit', 'acceptance', '3日内'],
    ['urban-road-excavation-permit', 'statutory', '二十日内'],
    ['hotel-special-trade-licence', 'statutory', '二十日内'],
    ['drinking-water-hygiene-licence', 'statutory', '二十日内'],
    ['forest-felling-licence', 'statutory', '二十日内'],
    ['forest-felling-licence', 'acceptance', '五日内'],
    ['forest-felling-licence', 'delivery', '十日内'],
    ['forest-felling-licence', 'extension', '十日'],
    ['fireworks-retail-licence', 'statutory', '20日内'],
    ['fire-safety-inspection', 'statutory', '十个工作日内'],
    ['internet-cafe-licence', 'statutory', '20个工作日内'],
    ['commercial-performance-permit', 'statutory', '3日内'],
    ['travel-agency-licence', 'statutory', '20个工作日内'],
    ['private-non-enterprise-registration', 'statutory', '60日内'],
    ['social-organisation-registration', 'statutory', '60日内'],
    ['public-fundraising-qualification', 'statutory', '二十日内'],
    ['pesticide-trading-licence', 'statutory', '20个工作日内'],
    ['veterinary-drug-trading-licence', 'statutory', '30个工作日内'],
    ['housing-presale-permit', 'statutory', '10日内'],
    ['medical-institution-registration', 'statutory', '45日内'],
    ['nurse-registration', 'statutory', '20个工作日内'],
    ['drug-retail-licence', 'statutory', '30个工作日内'],
    ['road-passenger-licence', 'statutory', '20日内'],
    ['road-works-permit', 'statutory', '20日内'],
    ['environmental-impact-approval', 'statutory', '六十日内'],
    ['mass-event-safety-permit', 'statutory', '7日内'],
    ['explosives-purchase-permit', 'statutory', '5日内'],
    ['human-resources-service-licence', 'statutory', '20日内'],
    ['teacher-qualification', 'statutory', '30日内'],
  ] as const)('%s: the article cited for its %s limit says %s', (id, limit, words) => {
    const { value, basis } = base(id).limits![limit]!;
    const text = textOf(catalogue.lookups.law(basis![0]!.law!)!)!.article(basis![0]!.article!)!;
    expect(text).toContain(words);
    expect([`${value}`, chineseNumber(value!)]).toContain(/^(.+?)(个工作)?日/.exec(words)![1]);
  });

  it.each([
    ['food-business-licence', '5年'],
    ['water-abstraction-licence', '5年'],
    ['pollutant-discharge-permit', '5年'],
    ['pesticide-trading-licence', '5年'],
    ['veterinary-drug-trading-licence', '5年'],
    ['nurse-registration', '5年'],
    ['drug-retail-licence', '5年'],
  ])('%s: the article cited for its validity says %s', (id, words) => {
    const { value, basis } = base(id).result!.validity!;
    expect(textOf(catalogue.lookups.law(basis![0]!.law!)!)!.article(basis![0]!.article!)).toContain(words);
    expect(`${value}年`).toBe(words);
  });

  it('has the basic codes that real catalogues give the same permits', () => {
    const listed = new Map(
      readFileSync(join(data, 'catalogue-ln/items.csv'), 'utf8')
        .split('\n')
        .map((row) => [row.split(',')[1], row.split(',')[0]]),
    );
    const drinking = base('drinking-water-hygiene-licence').basics!;
    expect(listed.get(drinking.name)).toBe(drinking.basicCode);
    const water = realGuides().find(({ matter_name }) => matter_name.includes('取水许可'))!;
    // 18 of the agency, 1 level, 12 basic code, 2 variant.
    expect(water.matter_code.slice(19, 31)).toBe(base('water-abstraction-licence').basics!.basicCode);
  });

  it('has rules that find in the limits of real guides only that long ones cite nothing', () => {
    const ready = readyRules({ lookups: catalogue.lookups, date: '2026-06-01' });
    let limits = 0;
    for (const { matter_name, handle_time, handle_time_limit } of realGuides()) {
      const [statutory, promised] = [handle_time, handle_time_limit].map(limitOf);
      if (statutory === undefined || promised === undefined) continue;
      limits++;
      const item: Draft<Item> = {
        basics: { name: matter_name, type: '01' },
        limits: { statutory, promised },
      };
      const subject: EffectiveItem = { ...catalogue.bases[0]!, item };
      const errors = runItemRules(subject, ready).filter(({ severity }) => severity === 'error');
      const isLong = statutory.value > (statutory.unit === 'working-days' ? 20 : 28);
      expect(
        errors.map(({ code }) => code),
        matter_name,
      ).toEqual(isLong ? ['long-limit-needs-law'] : []);
    }
    expect(limits).toBeGreaterThan(100);
  });
});

/** Whether a line of an article begins an item: （一）. */
function isItem(line: string): boolean {
  return /^\s*[（(][一二三四五六七八九十]+[）)]/.test(line);
}

interface Place {
  code: string;
  name: string;
}

interface Citation {
  law: string;
  article?: number;
  paragraph?: number;
  item?: number;
}

interface RealGuide {
  matter_name: string;
  matter_code: string;
  handle_time: string;
  handle_time_limit: string;
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(join(data, path), 'utf8')) as T;
}

function realGuides(): RealGuide[] {
  return readFileSync(join(data, 'guides-gd-2021/permits-dev-110.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RealGuide);
}

/** `20(工作日)` as a limit. */
function limitOf(words: string) {
  const match = /^(\d+)[(（](工作日|自然日)/.exec(words);
  if (match === null) return undefined;
  const unit = match[2] === '工作日' ? ('working-days' as const) : ('calendar-days' as const);
  return { value: Number(match[1]), unit };
}

/** Every citation anywhere in a file's value. */
function citations(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citations);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(citations);
  return 'law' in value && typeof value.law === 'string' ? [value as Citation, ...inner] : inner;
}

let lawFiles: string[] | undefined;

/** The newest public text of a law: the day in its file's name and its articles by number; none where it is missing. */
function textOf(law: Law) {
  lawFiles ??= readdirSync(join(data, 'laws'), { recursive: true, encoding: 'utf8' });
  const title = law.title.replace(/^中华人民共和国/, '');
  const named = lawFiles.filter((path) => /(?:^|\/)([^/]*?)(?:\([\d-]+\))?\.md$/.exec(path)?.[1] === title);
  const newest = named.toSorted().at(-1);
  if (newest === undefined) return undefined;
  const articles = new Map<string, string>();
  const text = readFileSync(join(data, 'laws', newest), 'utf8').replaceAll(/^#.*$/gm, '');
  for (const [, number, words] of text.matchAll(
    /^第([一二三四五六七八九十百零]+)条[ \u3000]+([\s\S]*?)(?=^第[一二三四五六七八九十百零]+条[ \u3000]|$(?![\s\S]))/gm,
  ))
    articles.set(number!, words!);
  return {
    adopted: /\(([\d-]+)\)/.exec(newest)?.[1],
    article: (number: number) => articles.get(chineseNumber(number)),
  };
}
