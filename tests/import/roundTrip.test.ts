import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readCatalogue, type Catalogue } from '../../src/catalogue/index.ts';
import { csvText, exportTables, type ExportFile, type ExportTable } from '../../src/exchange/export/index.ts';
import { exportedProfile, importFiles, profileProblems } from '../../src/exchange/import/index.ts';
import type { Plain } from '../../src/model/edit.ts';
import { writeXlsx } from '../../src/node/exchange/index.ts';
import { sampleCatalogue } from '../sampleCatalogue.ts';
import { sourceOf, valuesOf } from './importing.ts';

vi.setConfig({ testTimeout: 60_000 });

let catalogue: Catalogue;
let files: ExportFile[];
let tables: ExportTable[];
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  files = [...catalogue.sources.values()].map(({ path, kind, written }) => ({
    path,
    kind,
    value: written as Plain, // the sample is read without a problem
  }));
  tables = exportTables(files, catalogue.lookups);
});

async function back(sources: { name: string; bytes: Uint8Array }[]) {
  const read = await Promise.all(sources.map(({ name, bytes }) => sourceOf(name, bytes)));
  const profile = exportedProfile(read);
  expect(profileProblems(profile, catalogue.lookups)).toEqual([]);
  return importFiles(read, profile, catalogue.lookups);
}

const encode = (text: string) => new TextEncoder().encode(text);
const asCsv = (some: readonly ExportTable[]) =>
  some.map((table) => ({ name: `${table.name}.csv`, bytes: encode(csvText(table)) }));

describe('the sample catalogue', () => {
  test.each([
    ['Excel', async () => [{ name: 'all.xlsx', bytes: await writeXlsx(tables) }]],
    ['CSV', () => asCsv(tables)],
  ])('comes back from %s as it was', async (_, sources) => {
    const imported = await back(await sources());
    const lost = imported.report.values.filter(({ outcome }) =>
      outcome.some(({ kind }) => !['placed', 'names-file', 'heading'].includes(kind)),
    );
    expect(lost).toEqual([]);
    const values = valuesOf(imported);
    expect([...values.keys()].sort()).toEqual(files.map(({ path }) => path).sort());
    for (const { path, value } of files) expect(values.get(path), path).toEqual(value);
    // Read as a catalogue, it has the same guides.
    const again = readCatalogue(new Map(imported.files.map(({ path, text }) => [path, text])));
    expect(again.guides.map(({ id, division, item }) => ({ id, division, item }))).toEqual(
      catalogue.guides.map(({ id, division, item }) => ({ id, division, item })),
    );
  });

  test('stands in tables by its words', () => {
    const items = tables.find(({ columns }) => columns[0]!.to === 'file:item')!;
    expect(items.name).toBe('事项操作规程');
    const at = (to: string) => items.columns.findIndex((column) => column.to === to);
    const licence = items.rows.find(([file]) => file === '000000/food-business-licence.yaml')!;
    expect(items.columns[at('basics.handling')]!.title).toBe('基本信息›办件类型');
    expect(licence[at('basics.handling')]).toBe('承诺件');
    expect(licence[at('basics.served')]).toContain('自然人\n');
    expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
    expect(tables.map(({ name }) => name)).toContain('事项操作规程·申请材料›材料'.replace('›', '·'));
  });
});

describe('hostile cells', () => {
  const hostile = [
    '=HYPERLINK("http://a.example","x")',
    '+1',
    '-1',
    '@SUM(A1)',
    "'=1",
    '"引号"',
    ' 空格 ',
    '一行\n=二行\n',
    '逗,号',
    '[方括号]',
    'true',
    '007',
    '1e5',
  ];
  const file: ExportFile = {
    path: '000000/hostile.yaml',
    kind: 'item',
    value: {
      id: 'hostile',
      basics: { synonyms: hostile },
      materials: { list: hostile.map((name, n) => ({ id: `m${n}`, name })) },
    },
  };

  test.each([
    ['Excel', async (some: ExportTable[]) => [{ name: 'h.xlsx', bytes: await writeXlsx(some) }]],
    ['CSV', async (some: ExportTable[]) => asCsv(some)],
  ])('come back from %s to the letter', async (_, sources) => {
    const imported = await back(await sources(exportTables([file], catalogue.lookups)));
    expect(valuesOf(imported).get(file.path)).toEqual(file.value);
  });

  test('are no formulas in CSV', () => {
    const [, materials] = exportTables([file], catalogue.lookups);
    const text = csvText(materials!);
    expect(text).toContain(`"'=HYPERLINK(""http://a.example"",""x"")"`);
    for (const line of text.split('\r\n'))
      for (const field of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
        expect(field.replace(/^\uFEFF|^"/g, '')).not.toMatch(/^[=+\-@\t]/);
  });
});
