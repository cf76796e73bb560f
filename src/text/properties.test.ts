import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { key, randomDocument, randomEdit, randomShape, valueOf } from '../../tests/text/randomYaml.ts';
import type { RandomDocument } from '../../tests/text/randomYaml.ts';
import type { Edit, Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import { applyChanges, applyEdit, changes, edit, inverse, invertChanges, nodeAt, read, readFast, readValue, sameValue, serialize } from './index.ts'; // prettier-ignore
import type { TextChange } from './index.ts';

/** Edits in all. More than 10,000 are made in the usual run; a long run sets GUICHENG_RUNS. */
const runs = Math.max(11_000, Number(process.env.GUICHENG_RUNS ?? 0));
const options = { shape: randomShape };

vi.setConfig({ testTimeout: 60_000 + runs * 5 });

const edits: fc.Arbitrary<{ document: RandomDocument; one: Edit }> = randomDocument.chain((document) =>
  fc.record({ document: fc.constant(document), one: randomEdit(document.value) }),
);

function valueIn(text: string): Plain {
  const result = readValue(text, randomShape, '');
  if (result.kind === 'problems') throw new Error(result.diagnostics[0]!.messageEn);
  return result.value;
}

test(`${runs} random edits of random documents`, () => {
  let made = 0;
  fc.assert(
    fc.property(edits, ({ document: { text, value, comments }, one }) => {
      const expected = applyEdit(value, one);
      const result = changes(text, one, options);
      expect(result.kind === 'impossible').toBe(expected.kind === 'impossible');
      if (result.kind === 'impossible' || expected.kind === 'impossible') return;
      made++;

      const after = applyChanges(text, result.changes);
      expect(valueIn(after)).toEqual(expected.value);
      expectInPlace(text, one, result.changes);
      expectComments(text, after, comments, one);
      expect(after.includes('\r\n')).toBe(text.includes('\r\n') && after.includes('\n'));
      if (!/\r\n/.test(text)) expect(after).not.toContain('\r');

      // Bytes come back by the changes undone, the value by the inverse edits.
      const undo = invertChanges(text, result.changes);
      expect(applyChanges(after, undo)).toBe(text);
      const back = inverse(text, [one], options);
      if (back.kind === 'impossible') throw new Error(back.reasonEn);
      const again = edit(after, back.edits, options);
      if (again.kind === 'impossible') throw new Error(again.reasonEn);
      expect(sameValue(valueIn(again.text), value)).toBe(true);
      if (comesBack(text, one)) expect(again.text).toBe(text);
    }),
    { numRuns: runs },
  );
  expect(made).toBeGreaterThan(runs * 0.85);
});

test('edits in turn come to the same as their values in turn', () => {
  const turns = randomDocument.chain((document) =>
    fc.record({
      document: fc.constant(document),
      list: fc.array(randomEdit(document.value), { minLength: 2, maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(turns, ({ document: { text, value }, list }) => {
      let expected = value;
      for (const one of list) {
        const next = applyEdit(expected, one);
        if (next.kind === 'impossible') {
          expect(edit(text, list, options).kind).toBe('impossible');
          return;
        }
        expected = next.value;
      }
      const result = edit(text, list, options);
      if (result.kind === 'impossible') throw new Error(result.reasonEn);
      expect(valueIn(result.text)).toEqual(expected);
      expect(applyChanges(text, result.changes)).toBe(result.text);
      expect(applyChanges(result.text, invertChanges(text, result.changes))).toBe(text);
    }),
    { numRuns: runs / 20 },
  );
});

/** The text from the comments above the entry or element at `path` to the comments and blank lines below it. */
function surroundings(text: string, path: Path): [from: number, to: number] {
  const { root } = read(text, randomShape, '');
  const above = nodeAt(root, path.slice(0, -1));
  const step = path.at(-1);
  const item = above?.kind === 'map' ? above.entries.find((entry) => entry.key === step) : above?.kind === 'list' ? above.elements[step as number] : undefined; // prettier-ignore
  if (!item) return [0, text.length];
  const before = /(?:^|\n)(?:[ \t]*(?:#.*)?\r?\n)*[^\n]*$/.exec(text.slice(0, item.start))!;
  const after = /^[^\n]*(?:\n[ \t]*(?:#.*)?\r?(?=\n|$))*(?:\n|$)?/.exec(text.slice(item.end))!;
  return [before.index, item.end + after[0].length];
}

/** All changes lie in the entry or element that is edited; what is new changes the one it is added to. */
function expectInPlace(text: string, { kind, path }: Edit, made: readonly TextChange[]): void {
  const { root } = read(text, randomShape, '');
  let depth = path.length;
  if (kind !== 'set') depth--;
  while (depth > 0 && !nodeAt(root, path.slice(0, depth))) depth--;
  const [from, to] = surroundings(text, path.slice(0, depth));
  for (const change of made) {
    expect(change.from).toBeGreaterThanOrEqual(from);
    expect(change.to).toBeLessThanOrEqual(to);
  }
}

/** Comments outside what an edit takes away survive; where it takes nothing away, all do. */
function expectComments(
  text: string,
  after: string,
  comments: readonly string[],
  { kind, path }: Edit,
): void {
  const old = nodeAt(read(text, randomShape, '').root, path);
  const takes = kind === 'remove' || (kind === 'set' && old !== undefined && old.kind !== 'scalar');
  const [from, to] = takes ? surroundings(text, path) : [0, 0];
  for (const comment of comments) {
    const at = text.indexOf(comment);
    if (at < from || at >= to) expect(after).toContain(comment);
  }
}

/** Edits whose inverse edits say all there is to say, blank lines aside. */
function comesBack(text: string, { kind, path }: Edit): boolean {
  const above = nodeAt(read(text, randomShape, '').root, path.slice(0, -1));
  if (above?.kind !== 'list' || above.elements.length === 0 || /\n[ \t]*\r?\n/.test(text)) return false;
  return kind === 'insert' || (kind === 'move' && !text.includes('#'));
}

test('the fast reader gives what the positioned reader gives, or nothing', () => {
  const noise = fc.constantFrom('', '\n', ' ', '  ', '\t', '- ', ': ', '#', ' #', '"', "'", '[', ']', '{', '}', ',', '|', '>', '|-\n', '&', '*', '!', '?', '? ', '---\n', '\r\n', '-', ':', 'a', 'a: ', '%', '...\n', '\\', '0'); // prettier-ignore
  const damaged = fc
    .record({ document: randomDocument, at: fc.nat(400), cut: fc.nat(3), noise })
    .map(({ document: { text }, at, cut, noise }) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + noise + text.slice(from + cut);
    });
  const signs = fc.array(fc.constantFrom('\n', '\n', '\n ', '\n  ', ' ', '- ', '-', ': ', ':', '#', ' #', '"', "'", '[', ']', '{', '}', ',', '|', '>', '|-\n', '? ', '---', '\r\n', 'a', 'a: ', '1', 'null', '\\n', '~', '行'), { maxLength: 14 }).map((list) => list.join('')); // prettier-ignore
  fc.assert(
    fc.property(fc.oneof(damaged, signs), (text) => {
      const fast = readFast(text, randomShape);
      if (!fast) return;
      const { value, diagnostics } = read(text, randomShape, '');
      expect(diagnostics).toEqual([]);
      expect(fast.value).toEqual(value);
    }),
    { numRuns: runs / 2 },
  );
});

test('documents give their value by either reader, most of them by the fast one', () => {
  let fast = 0;
  const count = Math.round(runs / 10);
  fc.assert(
    fc.property(randomDocument, ({ text, value }) => {
      expect(read(text, randomShape, '').value).toEqual(value);
      const result = readFast(text, randomShape);
      if (result) {
        fast++;
        expect(result.value).toEqual(value);
      }
    }),
    { numRuns: count },
  );
  // Random styles are far odder than files are.
  expect(fast / count).toBeGreaterThan(0.8);
});

test('what is serialized reads back, by the fast reader', () => {
  const values = key.chain((name) =>
    valueOf(name, 3).map((value): { [key: string]: Plain } => ({ [name]: value })),
  );
  let fast = 0;
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 4 }), (value, indent) => {
      const text = serialize(value, { shape: randomShape, indent });
      expect(read(text, randomShape, '').value).toEqual(value);
      if (readFast(text, randomShape)) fast++;
    }),
    { numRuns: runs / 10 },
  );
  expect(fast / (runs / 10)).toBeGreaterThan(0.95);
});
