import { beforeAll, describe, expect, test } from 'vitest';
import { shapeOfKind } from '../../src/catalogue/index.ts';
import { checkSchema } from '../../src/check/index.ts';
import type { Imported } from '../../src/exchange/import/index.ts';
import { schemas } from '../../src/model/schemas.ts';
import { read } from '../../src/text/index.ts';
import { expectAllReported, expectPlacesHold, type Found } from './accounting.ts';
import { dataFiles, hasData, importing, profileOf, valuesOf } from './importing.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

if (!hasData) console.warn('shared/data is not beside the project: imports of public data are not tested');
const withData = describe.skipIf(!hasData);

/** The values of JSON lines, by a walk of their own. */
function valuesOfJson({ name, bytes }: { name: string; bytes: Uint8Array }): Found[] {
  return text(bytes)
    .split('\n')
    .flatMap((line, index) => {
      if (line === '') return [];
      const found: Found[] = [];
      const walk = (value: unknown, at: string): void => {
        if (typeof value === 'object' && value !== null)
          for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], `${at}.${key}`);
        else if (value !== null && String(value).trim() !== '')
          found.push({ file: name, at: `${index + 1} ${at.slice(1)}`, value: String(value) });
      };
      walk(JSON.parse(line), '');
      return found;
    });
}

/** The fields of a small CSV without line breaks in its fields. */
function valuesOfCsv({ name, bytes }: { name: string; bytes: Uint8Array }): Found[] {
  return text(bytes)
    .trim()
    .split(/\r?\n/)
    .flatMap((line, row) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((match, column) => ({
        file: name,
        at: `${String.fromCharCode(65 + column)}${row + 1}`,
        value: match[1] ?? match[2] ?? '',
      })),
    );
}

withData.each([
  { profile: 'guides-gd-2021', folder: 'guides-gd-2021', ending: '.jsonl', drafts: 110, found: valuesOfJson },
  {
    profile: 'items-sc-guangan',
    folder: 'items-sc-guangan',
    ending: '.jsonl',
    drafts: 1135,
    found: valuesOfJson,
  },
  { profile: 'catalogue-ln', folder: 'catalogue-ln', ending: '.csv', drafts: 30, found: valuesOfCsv },
])('$profile', ({ profile, folder, ending, drafts, found }) => {
  let files: { name: string; bytes: Uint8Array }[];
  let imported: Imported;
  beforeAll(async () => {
    files = await dataFiles(folder, ending);
    imported = await importing(files, await profileOf(profile));
  });

  test(`becomes ${drafts} drafts`, () => {
    expect(imported.files).toHaveLength(drafts);
    expect(new Set(imported.files.map(({ path }) => path)).size).toBe(drafts);
  });

  test('is reported value for value', () => expectAllReported(imported, files.flatMap(found)));

  test('stands where the report says', () => expectPlacesHold(imported));

  test('has drafts that open, and a check that names every element they lack', () =>
    expectOpenDrafts(imported));
});

withData('the guides in prose', () => {
  let files: { name: string; bytes: Uint8Array }[];
  let imported: Imported;
  beforeAll(async () => {
    files = await dataFiles('guide-texts', '.txt');
    const profile = await profileOf('guide-texts');
    const tables = profile.tables.map((table) => ({ ...table, division: { value: '511502' } }));
    imported = await importing(files, { ...profile, tables });
  });

  test('become a draft each', () => expect(imported.files).toHaveLength(6));

  test('are reported line for line, to the last word', () => {
    for (const { name, bytes } of files)
      for (const [index, line] of text(bytes).split(/\r?\n/).entries()) {
        const entries = imported.report.values.filter(
          ({ file, at }) => file === name && Number(at.split('.')[0]) === index + 1,
        );
        if (line.trim() === '') expect(entries).toEqual([]);
        let rest = line;
        for (const { value } of entries.reverse()) {
          expect(rest, `${name}:${index + 1}`).toContain(value);
          const from = rest.lastIndexOf(value);
          rest = rest.slice(0, from) + rest.slice(from + value.length);
        }
        // Only the name of the column may be left, with its number and brackets.
        const column = entries[0]?.column?.split('/')[0] ?? '';
        expect(
          rest
            .replace(/\s/g, '')
            .replace(column, '')
            .replace(/^[一二三四五六七八九十\d]+[、.]/, ''),
          `${name}:${index + 1}`,
        ).toMatch(/^[【】:：|]*$/);
      }
  });

  test('stand where the report says', () => expectPlacesHold(imported));

  test('have drafts that open, and a check that names every element they lack', () =>
    expectOpenDrafts(imported));
});

function expectOpenDrafts(imported: Imported): void {
  const values = valuesOf(imported);
  for (const { path, text } of imported.files) {
    // What the studio's lenses do when they open a file: read it with its places, and check it.
    expect(read(text, shapeOfKind('item'), path).diagnostics, path).toEqual([]);
    const value = values.get(path) as Record<string, unknown>;
    const lacking = schemas.item.required!.filter((key) => value[key] === undefined);
    const missing = checkSchema('item', value, path)
      .filter(({ code, path: at }) => code === 'schema/required' && at.length === 1)
      .map((diagnostic) => diagnostic.path[0]);
    expect(missing.sort(), path).toEqual(lacking.sort());
    expect(lacking.length, path).toBeGreaterThan(0);
  }
}
