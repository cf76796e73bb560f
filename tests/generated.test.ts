import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { rulePages } from '../docs/rulePages.ts';
import { generateTypes } from '../schemas/generateTypes.ts';
import { rules } from '../src/check/index.ts';
import { schemas } from '../src/model/schemas.ts';

vi.setConfig({ testTimeout: 30_000 });

let committed: string;
let copy: string;
beforeAll(async () => {
  committed = await readFile(new URL('../src/model/generated/schemas.ts', import.meta.url), 'utf8');
  copy = `${await mkdtemp(join(tmpdir(), 'guicheng-schemas-'))}/`;
  await cp(fileURLToPath(new URL('../schemas/', import.meta.url)), copy, { recursive: true });
});
afterAll(() => rm(copy, { recursive: true, force: true }));

test('the types are those of the schemas; `npm run generate` renews them', async () => {
  expect(await generateTypes()).toBe(committed);
});

test.each(Object.keys(schemas))('%s has its type', (kind) => {
  expect(committed).toContain(`export interface ${kind.charAt(0).toUpperCase()}${kind.slice(1)}File {`);
});

test.each([
  ['a field that is no longer required', 'item', '"required": ["from"]', '"required": []'],
  ['a value more', 'law', '"local-rule",', '"local-rule", "town-rule",'],
  ['another type', 'common', '"type": "integer"', '"type": "string"'],
  ['another title', 'centre', '"title": "政务服务中心"', '"title": "办事大厅"'],
])('%s would be noticed', async (_, name, old, changed) => {
  const file = `${copy}${name}.json`;
  const text = await readFile(file, 'utf8');
  expect(text).toContain(old);
  await writeFile(file, text.replace(old, changed));
  expect(await generateTypes(copy)).not.toBe(committed);
  await writeFile(file, text);
});

test('the pages of the rules are those of the rules; `npm run generate` renews them', async () => {
  const folder = new URL('../docs/rules/', import.meta.url);
  const names = await readdir(folder);
  const written = new Map<string, string>();
  for (const name of names) written.set(name, await readFile(new URL(name, folder), 'utf8'));
  expect(written).toEqual(rulePages());
  const all = [...written.values()].join('\n');
  for (const { id, why, title } of rules)
    for (const words of [`## ${id}`, why.zh, why.en, title.zh]) expect(all).toContain(words);
});
