import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { anyDraft } from '../../tests/anyDraft.ts';
import { schemas, type FileKind, type Schema } from '../model/schemas.ts';
import { diffFile } from './diffFile.ts';
import { canonical, isMap } from './sameValue.ts';
import type { Change } from './types.ts';

const layer: Schema = {
  ...schemas.layer,
  properties: { ...schemas.layer.properties, overlay: schemas.item },
};
const drafts = {
  item: anyDraft(schemas.item),
  layer: anyDraft(layer),
  catalogue: anyDraft(schemas.catalogue),
  law: anyDraft(schemas.law),
  calendar: anyDraft(schemas.calendar),
  centre: anyDraft(schemas.centre),
} satisfies Partial<Record<FileKind, unknown>>;

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env['GUICHENG_RUNS'] ?? 60) });
vi.setConfig({ testTimeout: 300_000 });

/** A kind with two drafts of it: two that have nothing to do with each other, or one and a reworked copy. */
const pairs = fc.constantFrom(...(Object.keys(drafts) as (keyof typeof drafts)[])).chain((kind) =>
  fc.oneof(
    fc.record({ kind: fc.constant(kind), before: drafts[kind], after: drafts[kind] }),
    fc
      .tuple(drafts[kind], drafts[kind], fc.infiniteStream(fc.nat(9)))
      .map(([before, other, dice]) => ({ kind, before, after: grafted(before, other, dice) })),
  ),
);

test('the same value, its keys in another order, has not changed', () => {
  fc.assert(
    fc.property(pairs, ({ kind, before }) => {
      expect(diffFile(kind, before, turned(before))).toEqual([]);
    }),
  );
});

test('there are changes exactly where the values differ', () => {
  fc.assert(
    fc.property(pairs, ({ kind, before, after }) => {
      expect(diffFile(kind, before, after).length > 0).toBe(canonical(before) !== canonical(after));
    }),
  );
});

test('the changes lead from one value to the other', () => {
  fc.assert(
    fc.property(pairs, ({ kind, before, after }) => {
      const made = diffFile(kind, before, after).reduce(
        (value, change) => applied(value, after, change),
        before,
      );
      expect(canonical(settled(made))).toBe(canonical(settled(after)));
    }),
  );
});

test('before and after are the values at the path', () => {
  fc.assert(
    fc.property(pairs, ({ kind, before, after }) => {
      for (const change of diffFile(kind, before, after)) {
        if (change.kind === 'moved' && typeof change.after === 'number') continue;
        expect(canonical(change.before)).toBe(canonical(at(before, change.path)));
        expect(canonical(change.after)).toBe(canonical(at(after, change.path)));
      }
    }),
  );
});

test('lists in another order have only moved', () => {
  fc.assert(
    fc.property(pairs, fc.infiniteStream(fc.nat(9)), ({ kind, before }, dice) => {
      const kinds = new Set(diffFile(kind, before, shuffled(before, dice)).map((change) => change.kind));
      kinds.delete('moved');
      expect([...kinds]).toEqual([]);
    }),
  );
});

test('every change is said in whole words, in both languages', () => {
  fc.assert(
    fc.property(pairs, ({ kind, before, after }) => {
      for (const { words, field } of diffFile(kind, before, after))
        for (const text of [words.zh, words.en, field.zh, field.en])
          expect(text).toMatch(/^(?!.*(undefined|\[object|NaN 元)).+$/s);
    }),
  );
});

test('a whole file comes and goes as one legal change', () => {
  fc.assert(
    fc.property(pairs, ({ kind, before }) => {
      expect(diffFile(kind, undefined, before)).toMatchObject([{ kind: 'added', path: [], risk: 'legal' }]);
      expect(diffFile(kind, before, undefined)).toMatchObject([{ kind: 'removed', path: [], risk: 'legal' }]);
    }),
  );
});

/** `value` with all maps written the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, turned(entry)]),
  );
}

/** `value` with some of it taken from `other`. */
function grafted(value: unknown, other: unknown, dice: Iterator<number>): unknown {
  const number = dice.next().value as number;
  if (number === 0) return other;
  if (Array.isArray(value)) {
    const list = value.map((element, i) =>
      grafted(element, Array.isArray(other) ? other[i] : undefined, dice),
    );
    return list.filter((element) => element !== undefined);
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      grafted(entry, isMap(other) && Object.hasOwn(other, key) ? other[key] : undefined, dice),
    ]),
  );
}

function shuffled(value: unknown, dice: Iterator<number>): unknown {
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shuffled(entry, dice)]));
  if (!Array.isArray(value)) return value;
  const rest = [...value];
  return value.map(() => rest.splice((dice.next().value as number) % rest.length, 1)[0]);
}

/** The value at a path of changes, where a text names an element by its key. */
function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((here, step) => {
    if (Array.isArray(here)) return here[indexOf(here, step)];
    return isMap(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }, value);
}

const keys = ['id', 'code', 'number', 'year'];

function indexOf(list: unknown[], step: string | number): number {
  return list.findIndex((element) => keyOf(element) === step);
}

function keyOf(element: unknown): string | undefined {
  const values = isMap(element)
    ? keys.map((key) => (Object.hasOwn(element, key) ? element[key] : undefined))
    : [];
  const key = values.find((value) => typeof value === 'string' || typeof value === 'number');
  return key === undefined ? undefined : String(key);
}

/** `value` with a change made; `target` tells what is a list. The order of elements with ids is left as it was. */
function applied(value: unknown, target: unknown, { path, kind, after }: Made): unknown {
  if (kind === 'moved' && typeof after === 'number') return value;
  const [step, ...rest] = path;
  if (step === undefined) return after;
  const below = (inner: unknown) => applied(inner, at(target, [step]), { path: rest, kind, after });
  if (Array.isArray(value ?? target)) {
    const list = (value ?? []) as unknown[];
    const index = indexOf(list, step);
    if (index < 0) return [...list, below(rest.length > 0 ? { id: step } : undefined)];
    const element = below(list[index]);
    return element === undefined ? list.toSpliced(index, 1) : list.with(index, element);
  }
  const map = isMap(value) ? value : {};
  const entry = below(Object.hasOwn(map, step) ? map[step] : undefined);
  const others = Object.entries(map).filter(([key]) => key !== step);
  return Object.fromEntries(entry === undefined ? others : [...others, [step, entry]]);
}

type Made = Pick<Change, 'path' | 'kind' | 'after'>;

/** `value` without the order of elements with ids, without what is empty, and without elements that say only their id. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value
      .map(settled)
      .filter((element) => !isMap(element) || Object.keys(element).join('') !== 'id');
    const isKeyed = list.every((element) => keyOf(element) !== undefined);
    return isKeyed ? list.sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1)) : list;
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]) => [key, settled(entry)] as const)
      .filter(([, entry]) => entry !== undefined && !isEmpty(entry)),
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isMap(value) && Object.keys(value).length === 0;
}
