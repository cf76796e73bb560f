import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateTypes } from '../schemas/generateTypes.ts';

test('the types are those of the schemas; `npm run generate` renews them', async () => {
  const committed = await readFile(new URL('../src/model/generated/schemas.ts', import.meta.url), 'utf8');
  expect(await generateTypes()).toBe(committed);
}, 30_000);
