import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forbiddenImports, type ImportTable, type SourceFile } from './imports.ts';

/** Who may import whom. `docs/architecture.md` shows the same table; change both in one commit. */
const table: ImportTable = {
  model: 'schemas',
  text: 'model',
  procedure: 'model',
  catalogue: 'model, text',
  check: 'model, text, catalogue, procedure, diff',
  diff: 'model, text, catalogue, procedure',
  review: 'model, diff, check',
  report: 'model, catalogue, procedure, check',
  exchange: 'model, text, catalogue, procedure',
  guide: 'model, catalogue, procedure, diff, exchange',
  search: 'model',
  api: 'types of all of src but node',
  'node/files': 'model',
  'node/git': 'model, node/files',
  'node/exchange': 'model, exchange',
  'node/review': 'model, text, catalogue, check, diff, review, node/git',
  'node/publish': 'model, catalogue, check, diff, review, guide, search, exchange, node/files, node/git',
  'node/workFolder': 'model, catalogue, diff, review, node/files, node/review',
  'node/server': 'all of src',
  'node/cli': 'all of src',
  studio: 'all of src but node',
};

/** Files that may be long, with the reason. */
const long: Record<string, string> = {
  'src/model/generated/schemas.ts': 'generated',
};

const root = fileURLToPath(new URL('..', import.meta.url));

function filesUnder(folders: string[], ...endings: string[]): SourceFile[] {
  return (
    folders
      .flatMap((folder) => readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      // The programs that benchmarks measure against are installed below bench/.
      .filter((entry) => !entry.parentPath.includes('node_modules'))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .map((path) => ({
        path: path.slice(root.length).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      }))
  );
}

const house = filesUnder(['src', 'studio'], '.ts', '.vue');
const code = filesUnder(['src', 'studio', 'schemas', 'tests', 'bench', 'docs'], '.ts', '.vue', '.css', '.md');

describe('the import table', () => {
  test('is that of docs/architecture.md', () => {
    const document = readFileSync(`${root}docs/architecture.md`, 'utf8');
    const rows = document
      .slice(document.indexOf('| folder | may import |'))
      .split('\n\n')[0]!
      .split('\n')
      .slice(2);
    const drawn = rows.map((row) =>
      row
        .split('|')
        .map((cell) => cell.replaceAll('`', '').trim())
        .slice(1, 3),
    );
    expect(drawn).toEqual(Object.entries(table));
  });

  test('is kept by every import', () => {
    expect(house.length).toBeGreaterThan(0);
    expect(forbiddenImports(house, table)).toEqual([]);
  });

  test.each([
    [
      'an upstream arrow',
      'src/model/a.ts',
      `import type { A } from '../check/a.ts';`,
      'model may not import check',
    ],
    ['a re-export', 'src/search/a.ts', `export { a } from '../guide/a.ts';`, 'search may not import guide'],
    ['an import on demand', 'src/check/a.ts', `await import('../guide/a.ts');`, 'check may not import guide'],
    ['a type in passing', 'src/text/a.ts', `let a: import('../diff/a.ts').A;`, 'text may not import diff'],
    ['a value in api', 'src/api/a.ts', `import { a } from '../model/a.ts';`, 'api may not import model'],
    [
      'a store that publishes',
      'src/node/review/a.ts',
      `import '../publish/a.ts';`,
      'node/review may not import node/publish',
    ],
    [
      'a studio that reaches into Node',
      'studio/App.vue',
      `<script setup lang="ts">\nimport { a } from '../src/node/git/a.ts';\n</script>`,
      'studio may not import node/git',
    ],
    [
      'a worker of the studio',
      'src/guide/a.ts',
      `new Worker(new URL('../check/worker.ts', import.meta.url));`,
      'guide may not import check',
    ],
    ['yaml', 'src/catalogue/a.ts', `import { parse } from 'yaml';`, 'src/text is the only user of yaml'],
    ['a built-in by its old name', 'src/check/a.ts', `import fs from 'fs';`, 'only src/node may use Node'],
    ['a built-in', 'studio/a.ts', `import { join } from 'node:path';`, 'only src/node may use Node'],
    ['a new folder', 'src/utils/a.ts', `import '../model/a.ts';`, 'its folder is not in the table'],
    ['a file outside', 'src/check/a.ts', `import '../../bench/a.ts';`, 'outside of the house'],
  ])('reports %s', (_name, path, text, why) => {
    const [report, ...more] = forbiddenImports([{ path, text }], table);
    expect(report).toMatch(new RegExp(`^${path} → .*: ${why}$`));
    expect(more).toEqual([]);
  });

  test.each([
    ['a drawn arrow', 'src/catalogue/a.ts', `import { a } from '../text/a.ts';`],
    ['a neighbour', 'src/text/a.ts', `import { a } from './b.ts'; import { parse } from 'yaml';`],
    ['a type in api', 'src/api/a.ts', `import type { A } from '../model/a.ts';`],
    ['Node in its folder', 'src/node/git/a.ts', `import { join } from 'node:path';`],
  ])('lets pass %s', (_name, path, text) => {
    expect(forbiddenImports([{ path, text }], table)).toEqual([]);
  });
});

describe('the files', () => {
  test('are at most 600 lines long', () => {
    const over = code.filter(({ path, text }) => !(path in long) && text.split('\n').length > 601);
    expect(over.map(({ path }) => path)).toEqual([]);
    expect(Object.keys(long).filter((path) => !code.some((file) => file.path === path))).toEqual([]);
  });

  // The words are put together here, so that this file does not hold them.
  test.each([
    ['postponed work', new RegExp(`\\b(${['TO', 'FIX'].join('DO|')}ME)\\b|\\bXXX\\b`)],
    [
      'tests that do not run',
      new RegExp(`\\b(test|it|describe)\\.(${['ski', 'onl', 'tod'].join('|')})(p|y|o)\\b`),
    ],
    ['paths of one machine', new RegExp(`(?<![\\w.])/(${['wor', 'roo', 'hom'].join('|')})(k|t|e)/\\w`)],
  ])('hold no %s', (_name, pattern) => {
    expect(code.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('name no registry in package-lock.json', () => {
    expect(readFileSync(`${root}package-lock.json`, 'utf8')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });
});
