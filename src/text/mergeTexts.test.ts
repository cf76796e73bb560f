import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { randomDocument, randomEdit, randomShape } from '../../tests/text/randomYaml.ts';
import { mergeValues } from '../diff/index.ts';
import type { Edit, Plain } from '../model/edit.ts';
import { valueAt, type Path } from '../model/path.ts';
import { commentsOf } from './comments.ts';
import { edit, mergeTexts, read, sameValue } from './index.ts';

/** Pairs of random edits tried; a long run sets GUICHENG_RUNS. */
const runs = Math.max(1200, Number(process.env.GUICHENG_RUNS ?? 0));
vi.setConfig({ testTimeout: 60_000 + runs * 10 });

const random = {
  shape: randomShape,
  // No key of the random documents stands in this schema: maps are merged by key, lists are one field.
  mergeValues: (values: { base: Plain; theirs: Plain; mine: Plain }) => mergeValues('governance', values),
};
/** The path of what an edit changes: lists are one field. */
function fieldOf(value: Plain, { kind, path }: Edit): Path {
  const list = path.findIndex((_, at) => Array.isArray(valueAt(value, path.slice(0, at))));
  if (list >= 0) return path.slice(0, list);
  return kind === 'insert' ? path.slice(0, -1) : path;
}

function isWithin(path: Path, other: Path): boolean {
  return other.length <= path.length && other.every((step, at) => step === path[at]);
}

/** Whether `path` leads into a list that has an element twice: its values cannot tell which of the two was moved. */
function movesTwins(value: Plain, path: Path): boolean {
  return path.some((_, at) => {
    const list = valueAt(value, path.slice(0, at));
    return Array.isArray(list) && new Set(list.map((one) => JSON.stringify(one))).size < list.length;
  });
}

const asTheyStand = (comments: string[]): string[] => comments;
const sorted = (comments: string[]): string[] => comments.toSorted();

test(`${runs} pairs of edits of different fields: the merge is doing both`, () => {
  let merged = 0;
  let sameText = 0;
  const pairs = randomDocument.chain((document) =>
    fc.record({
      document: fc.constant(document),
      one: randomEdit(document.value),
      two: randomEdit(document.value),
    }),
  );
  fc.assert(
    fc.property(pairs, ({ document: { text, value }, one, two }) => {
      const [a, b] = [fieldOf(value, one), fieldOf(value, two)];
      if (isWithin(a, b) || isWithin(b, a)) return;
      const [theirs, mine] = [edit(text, [one], random), edit(text, [two], random)];
      const both = edit(text, [one, two], random);
      const reverse = edit(text, [two, one], random);
      if (theirs.kind !== 'edited' || mine.kind !== 'edited') return;
      if (both.kind !== 'edited' || reverse.kind !== 'edited') throw new Error('Two fields, not both');
      const result = mergeTexts({ base: text, theirs: theirs.text, mine: mine.text }, random);
      if (result.kind === 'conflict') throw new Error(`No merge: ${JSON.stringify(result.conflicts)}`);
      merged++;
      const [found, expected] = [read(result.text, randomShape, ''), read(both.text, randomShape, '')];
      expect(sameValue(found.value!, expected.value!)).toBe(true);
      // A map that loses its last entry keeps other comments than one that does not: each edit alone says which.
      const emptied = [theirs, mine, both].some(({ text }) =>
        [one, two].some(({ kind, path }) => {
          const above = valueAt(read(text, randomShape, '').value, path.slice(0, -1)) ?? {};
          return kind === 'remove' && Object.keys(above).length === 0;
        }),
      );
      const order = [one, two].some(({ path }) => movesTwins(value, path)) ? sorted : asTheyStand;
      if (!emptied) expect(order(commentsOf(found))).toEqual(order(commentsOf(expected)));
      if (result.text === both.text || result.text === reverse.text) sameText++;
    }),
    { numRuns: runs },
  );
  expect(merged).toBeGreaterThan(runs / 4);
  expect(sameText / merged).toBeGreaterThan(0.9);
});
