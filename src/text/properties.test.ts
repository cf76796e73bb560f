import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { key, randomDocument, randomEdit, randomShape, valueOf } from '../../tests/text/randomYaml.ts';
import type { RandomDocument } from '../../tests/text/randomYaml.ts';
import type { Edit, Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import { applyChanges, applyEdit, changes, edit, inverse, invertChanges, nodeAt, read, readFast, readPlaced, readValue, readWithLibrary, sameValue, serialize, trimChanges } from './index.ts'; // prettier-ignore
import type { ScalarNode, TextChange } from './index.ts';

/**
 * Random edits tried. About 94 in 100 can be made, the others are of places that are not there; so more than
 * 10,000 are made in the usual run, which the test counts. A long run sets GUICHENG_RUNS.
 */
const runs = Math.max(11_500, Number(process.env.GUICHENG_RUNS ?? 0));
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
  let cameBack = 0;
  fc.assert(
    fc.property(edits, ({ document: { text, value, comments }, one }) => {
      const expected = applyEdit(value, one);
      const result = changes(text, one, options);
      expect(result.kind === 'impossible').toBe(expected.kind === 'impossible');
      if (result.kind === 'impossible' || expected.kind === 'impossible') return;
      made++;

      // Only what differs is changed: no change begins or ends with a mark that was there already.
      expect(result.changes).toEqual(trimChanges(text, result.changes));
      const after = applyChanges(text, result.changes);
      expect(valueIn(after)).toEqual(expected.value);
      expectInPlace(text, one, result.changes);
      expectComments(text, after, comments, one);
      expect(after.includes('\r\n')).toBe(text.includes('\r\n') && after.includes('\n'));
      if (!/\r\n/.test(text)) expect(after).not.toContain('\r');

      // Every byte comes back by the changes undone. Inverse edits speak of values, so they bring the value
      // back, and the bytes too wherever the text said no more than the value does.
      const undo = invertChanges(text, result.changes);
      expect(applyChanges(after, undo)).toBe(text);
      const back = inverse(text, [one], options);
      if (back.kind === 'impossible') throw new Error(back.reasonEn);
      const again = edit(after, back.edits, options);
      if (again.kind === 'impossible') throw new Error(again.reasonEn);
      expect(sameValue(valueIn(again.text), value)).toBe(true);
      if (again.text === text) cameBack++;
      else expect(comesBack(text, after, one)).toBe(false);
    }),
    { numRuns: runs },
  );
  expect(made).toBeGreaterThanOrEqual(10_000);
  expect(cameBack / made).toBeGreaterThan(0.5);
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

/**
 * All changes lie in the entry or element that is edited; what is new changes the one it is added to. Where one
 * line of a scalar becomes another, they lie in the scalar.
 */
function expectInPlace(text: string, edit: Edit, made: readonly TextChange[]): void {
  const { kind, path } = edit;
  const { root } = read(text, randomShape, '');
  const old = nodeAt(root, path);
  if (kind === 'set' && old?.kind === 'scalar' && isLine(old) && isLineValue(edit.value)) {
    for (const { from, to } of made) expect(from >= old.start && to <= old.end).toBe(true);
    return;
  }
  let depth = path.length;
  if (kind !== 'set') depth--;
  while (depth > 0 && !nodeAt(root, path.slice(0, depth))) depth--;
  const [from, to] = surroundings(text, path.slice(0, depth));
  for (const change of made) {
    expect(change.from).toBeGreaterThanOrEqual(from);
    expect(change.to).toBeLessThanOrEqual(to);
  }
}

function isLine({ start, end, style }: ScalarNode): boolean {
  return start < end && style !== 'literal' && style !== 'folded';
}

function isLineValue(value: Plain): boolean {
  return typeof value === 'string'
    ? !value.includes('\n')
    : typeof value === 'number' || typeof value === 'boolean';
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

/**
 * Whether the inverse edits must bring back every byte: what an edit adds goes again, what it moves returns, and
 * a scalar returns to the style in which the writer would have put it. What else is taken away, comments and
 * layout, no edit remembers.
 */
function comesBack(text: string, after: string, { kind, path }: Edit): boolean {
  const { root } = read(text, randomShape, '');
  const above = nodeAt(root, path.slice(0, -1));
  if (above === undefined || above.kind === 'scalar') return false;
  if (kind === 'remove') return false;
  if ((above.kind === 'map' ? above.entries : above.elements).length === 0) return false;
  if (kind === 'insert') return true;
  // An element that leaves the line of the dash above it leaves that line to the comments of the next one,
  // where they read as the dash's own and do not go back.
  // And where a block scalar keeps the line breaks below it, blank lines beside it cannot stay.
  if (kind === 'move' && !above.flow)
    return (!text.includes('#') || !/- +$/.test(text.slice(0, above.start))) && !/[|>]\+/.test(text);
  if (kind === 'move') return true;
  const old = nodeAt(root, path);
  if (old === undefined) return true;
  const now = nodeAt(read(after, randomShape, '').root, path);
  if (old.kind !== 'scalar' || now?.kind !== 'scalar' || now.style !== old.style) return false;
  return text.slice(old.start, old.end) === inStyle(old);
}

/** The scalar's value written in its own style as plainly as can be, where that is one line. */
function inStyle({ value, style }: ScalarNode): string | undefined {
  if (style === 'plain') return String(value);
  if (style === 'single') return `'${String(value).replaceAll("'", "''")}'`;
  return style === 'double' ? JSON.stringify(value) : undefined;
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
      const document = readWithLibrary(text, randomShape, '');
      expect(document.diagnostics).toEqual([]);
      expect(fast.value).toEqual(document.value);
      expect(readPlaced(text, randomShape, '')).toEqual(document);
    }),
    { numRuns: runs / 2 },
  );
});

test('documents give their value by either reader, most of them by the fast one', () => {
  let fast = 0;
  const count = Math.round(runs / 10);
  fc.assert(
    fc.property(randomDocument, ({ text, value }) => {
      const document = readWithLibrary(text, randomShape, '');
      expect(document.value).toEqual(value);
      const result = readFast(text, randomShape);
      if (result) {
        fast++;
        expect(result.value).toEqual(value);
        expect(readPlaced(text, randomShape, '')).toEqual(document);
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
      expect(readWithLibrary(text, randomShape, '').value).toEqual(value);
      if (readFast(text, randomShape)) fast++;
    }),
    { numRuns: runs / 10 },
  );
  expect(fast / (runs / 10)).toBeGreaterThan(0.95);
});
