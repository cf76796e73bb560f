import { parse } from 'csv-parse/sync';
import { load } from 'js-yaml';
import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { payloads } from '../../../tests/security/payloads.ts';
import { openCsv, overviewCsv, overviewLine } from './openCsv.ts';
import { openItem, type OpenItem } from './openItem.ts';
import { openYaml } from './openYaml.ts';

let guides: OpenItem[];
let inner: OpenItem;
beforeAll(async () => {
  const { guides: effective, lookups } = await sampleCatalogue();
  guides = effective.map((guide) => openItem(guide, lookups));
  inner = openItem(effective[0]!, lookups, 'staff');
});

function rowsOf(csv: string): string[][] {
  const rows: string[][] = parse(csv, { bom: true });
  return rows.map((row) => row.map((cell) => (/^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell)));
}

/** Guides put together again from the lines of their values. */
function guidesOf(csv: string): unknown[] {
  const [heading, ...rows] = rowsOf(csv);
  expect(heading).toEqual(['division', 'id', 'path', 'type', 'value']);
  const found = new Map<string, { root?: unknown }>();
  for (const [division, id, path, type, value] of rows as [string, string, string, string, string][]) {
    const key = `${division}/${id}`;
    if (!found.has(key)) found.set(key, {});
    let holder = found.get(key) as Record<string, unknown>;
    const steps = ['root', ...path.split('/').slice(1)];
    steps.forEach((step, at) => {
      const name = step.replace(/^#/, '').replaceAll('~1', '/').replaceAll('~0', '~');
      const next = steps[at + 1];
      if (next !== undefined) holder[name] ??= next.startsWith('#') ? [] : {};
      else
        holder[name] =
          type === 'list' ? [] : type === 'map' ? {} : type === 'string' ? value : JSON.parse(value);
      holder = holder[name] as Record<string, unknown>;
    });
  }
  return [...found.values()].map(({ root }) => root);
}

test('of every guide, YAML and the table of values read back as its JSON', () => {
  for (const open of guides) {
    const json: unknown = JSON.parse(JSON.stringify(open));
    expect(load(openYaml(open))).toEqual(json);
  }
  const some = guides.slice(0, 40);
  expect(guidesOf(openCsv(some))).toEqual(JSON.parse(JSON.stringify(some)));
});

test('whatever is written stands in all of them as it is, and as a formula in none', () => {
  const strange = [
    'no',
    'NO',
    '~',
    '1e3',
    '0x1f',
    '12:30',
    '2026-01-05',
    '<<',
    '=1+1',
    "'=1",
    '- a',
    'a: b',
    '#',
    '',
    ' 前',
    '后 ',
    '甲\n乙\r\n',
    '\u2028\u0085\ufeff',
    '是',
    '甲 #乙',
  ];
  const open = {
    ...guides[0]!,
    item: {
      basics: { name: '=HYPERLINK("x")', synonyms: [...strange, ...payloads] },
      'x-a/b~c': [{}, [], [[1]], null, -5, false],
    },
  } as unknown as OpenItem;
  expect(load(openYaml(open))).toEqual(open);
  const csv = openCsv([open]);
  expect(guidesOf(csv)).toEqual([open]);
  expect(csv).not.toMatch(/(?:^|,)"?[=@＝]/m);
});

test('posts and worked examples stay inside, and a sample says that it is one', () => {
  expect(inner.item.staff?.posts?.length).toBeGreaterThan(0);
  expect(guides.filter(({ item }) => item.staff !== undefined || item.examples !== undefined)).toEqual([]);
  expect(guides.every(({ item }) => item.sample)).toBe(true);
  for (const line of guides.map(overviewLine)) expect(line[5]).toBe('true');
});

test('the table of all guides has a line for each, as wide as its heading', () => {
  const rows = rowsOf(overviewCsv(guides.map(overviewLine)));
  expect(rows).toHaveLength(guides.length + 2);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([16]));
});

test('what is named of the catalogue stands in words beside the item', () => {
  const food = guides.find(({ id, division }) => id === 'food-business-licence' && division === '511500')!;
  expect(food.names.bodies.map(({ role }) => role)).toEqual(['accepts', 'decides', 'supervises']);
  expect(food.names.laws.map(({ id }) => id)).toContain('food-safety-law');
  expect(food.names.codes['itemTypes']).toEqual({ '01': '行政许可' });
});
