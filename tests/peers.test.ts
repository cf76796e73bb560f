import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const rows = [
  ...readFileSync(`${root}docs/peers.md`, 'utf8').matchAll(/^\| ([^|]+) \| [^|]+ \| `([^`]+)`: (.+) \|$/gm),
];

test('docs/peers.md tells of each complaint a test that is there', () => {
  expect(rows.length).toBeGreaterThan(18);
  for (const [, complaint, file, title] of rows) {
    expect(existsSync(root + file!), `${complaint}: ${file}`).toBe(true);
    expect(readFileSync(root + file!, 'utf8'), complaint).toContain(title);
  }
});
