import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const document = readFileSync(`${root}docs/security.md`, 'utf8');

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; in each they come first. */
const sections: Record<string, number[]> = {
  V1: [2, 9, 11, 3, 2],
  V2: [3, 3, 4, 1],
  V3: [0, 2, 4, 6, 5, 0, 2],
  V4: [3, 1, 2, 4],
  V5: [1, 3, 2, 3],
  V6: [3, 12, 4, 4, 5, 3, 0, 4],
  V7: [3, 4, 2, 5, 2, 2],
  V8: [2, 3, 1, 1],
  V9: [3, 4],
  V10: [2, 2, 4, 11, 5, 2, 3],
  V11: [2, 3, 3, 4, 1, 1],
  V12: [3, 2, 4],
  V13: [1, 5, 2, 5],
  V14: [2, 4, 3],
  V15: [3, 3, 7],
  V16: [1, 5, 4, 3, 3],
  V17: [1, 4, 2],
};
const required = Object.entries(sections).flatMap(([chapter, counts]) =>
  counts.flatMap((count, i) => Array.from({ length: count }, (_, n) => `${chapter}.${i + 1}.${n + 1}`)),
);

test('docs/security.md answers each requirement of levels 1 and 2 once, and no other', () => {
  const rows = [...document.matchAll(/^\| (V[\d.]+) *\|/gm)].map(([, id]) => id!);
  const last = document.slice(document.indexOf('### What does not apply'));
  const answered = [...rows, ...[...last.matchAll(/V\d+\.\d+\.\d+/g)].map(([id]) => id)];
  expect(required).toHaveLength(253);
  expect(answered.toSorted()).toEqual(required.toSorted());
});

test('every file that it names is there', () => {
  const named = [...document.matchAll(/`((?:src|tests|docs|studio|schemas)\/[^`\s]+|package-lock\.json)`/g)];
  expect(named.length).toBeGreaterThan(140);
  expect(named.map(([, path]) => path!).filter((path) => !existsSync(root + path))).toEqual([]);
});

test('every answer says whether it is met, by whom, or why not', () => {
  const answers = [...document.matchAll(/^\| V[\d.]+ *\| [^|]+ \| ([^|]+) \|$/gm)];
  expect(answers.length).toBeGreaterThan(180);
  for (const [row, how] of answers) expect(how, row).toMatch(/^(met|operator|not met)\b/);
});
