import { describe, expect, test } from 'vitest';
import { shapeOfKind } from '../../src/catalogue/index.ts';
import type { Plain } from '../../src/model/edit.ts';
import { fieldAt } from '../../src/model/field.ts';
import { valueAt, type Path } from '../../src/model/path.ts';
import { edit, readValue } from '../../src/text/index.ts';
import { fieldKind } from './fieldKind.ts';
import { elementPlace, keptBranches, type Branch, type BranchValue } from './keptBranches.ts';

const path: Path = ['fees', 'list', 0, 'standard'];
const standard = fieldKind(fieldAt('item', ['fees', 'list', '0', 'standard'])!.schema);
if (standard.kind !== 'branches') throw new Error('The standard of a fee is of one of several kinds');
const { branches, discriminant } = standard;
const shape = shapeOfKind('item');

/** What a fee says as each kind, with fields that other kinds have and some that they have not. */
const filled: Record<string, BranchValue> = {
  fixed: { kind: 'fixed', amount: 500 },
  unit: { kind: 'unit', amount: 40000, unit: '平方米', question: 'area', roundUp: true },
  tiers: { kind: 'tiers', unit: '米', mode: 'whole', tiers: [{ upTo: 10, amount: 300 }, { amount: 200 }] },
  formula: { kind: 'formula', text: '按面积和层数', combine: 'sum', terms: [] },
};

/** A file with one fee, and a form over it that switches the kind of that fee. */
function openFee(value: BranchValue) {
  const kept = keptBranches();
  let text = 'fees:\n  list:\n    - id: repair # 修复费\n      standard: {}\n      min: 50\n';
  const fee = () => {
    const read = readValue(text, shape, 'a.yaml');
    return valueAt(read.kind === 'value' ? read.value : undefined, path) as BranchValue;
  };
  const put = (next: Plain) => {
    const made = edit(text, [{ kind: 'set', path, value: next }], { shape });
    if (made.kind === 'impossible') throw new Error(made.reasonEn);
    ({ text } = made);
  };
  put(value);
  return {
    fee,
    put,
    text: () => text,
    choose(kind: string) {
      const branch = branches.find((one) => one.value === kind);
      put(kept.switched({ place: '/fees/list/repair/standard', discriminant, value: fee(), branch })!);
    },
  };
}

const kinds = branches.map(({ value }) => value);
const pairs = kinds.flatMap((from) => kinds.filter((to) => to !== from).map((to) => [from, to] as const));

test('the kinds that are filled are those of the schema', () => {
  expect(Object.keys(filled).sort()).toEqual([...kinds].sort());
});

describe('a change of kind', () => {
  test.each(pairs)('leaves no value of another branch in the text: from %s to %s', (from, to) => {
    const form = openFee(filled[from]!);
    form.choose(to);
    const had = Object.keys(branches.find(({ value }) => value === to)!.schema.properties!);
    const gone = Object.keys(filled[from]!).filter((key) => !had.includes(key));
    expect(form.fee()[discriminant]).toBe(to);
    for (const key of gone) expect(form.text()).not.toMatch(new RegExp(`\\b${key}:`));
    expect(form.text()).toContain('# 修复费');
  });

  test.each(pairs)('and back brings what was there: from %s by %s', (from, to) => {
    const form = openFee(filled[from]!);
    const before = form.fee();
    form.choose(to);
    form.put(filled[to]!);
    form.choose(from);
    expect(form.fee()).toEqual(before);
    form.choose(to);
    expect(form.fee()).toEqual(filled[to]);
  });

  test('to one that was not chosen before keeps the fields that both have', () => {
    const form = openFee(filled['unit']!);
    form.choose('tiers');
    expect(form.fee()).toEqual({ kind: 'tiers', unit: '平方米', question: 'area', roundUp: true });
  });

  test('does not bring back what another branch had left there', () => {
    const form = openFee({ ...filled['fixed'], unit: '米' });
    form.choose('tiers');
    form.choose('fixed');
    expect(form.fee()).toEqual(filled['fixed']);
  });
});

describe('what is kept', () => {
  const [fixed, unit] = ['fixed', 'unit'].map((kind): Branch =>
    branches.find(({ value }) => value === kind)!,
  );

  test('comes back after no kind was chosen', () => {
    const kept = keptBranches();
    const at = { place: '/a', discriminant };
    expect(kept.switched({ ...at, value: filled['unit']!, branch: undefined })).toBeUndefined();
    expect(kept.switched({ ...at, value: {}, branch: unit })).toEqual(filled['unit']);
  });

  test('is of its place', () => {
    const kept = keptBranches();
    kept.switched({ place: '/a', discriminant, value: filled['unit']!, branch: fixed });
    expect(kept.switched({ place: '/b', discriminant, value: filled['fixed']!, branch: unit })).toEqual({
      kind: 'unit',
      amount: 500,
    });
  });

  test('is not given to a new element with the id of one that was deleted', () => {
    const kept = keptBranches();
    kept.switched({ place: '/a', discriminant, value: filled['unit']!, branch: fixed });
    expect(kept.switched({ place: '/a', discriminant, value: {}, branch: unit })).toEqual({ kind: 'unit' });
  });
});

test.each<[string, Path, string | undefined]>([
  ['elements by their ids', ['list', 1, 'standard'], '/list/b/standard'],
  ['an element without an id has no place of its own', ['list', 1, 'times', 0], undefined],
  ['a field outside of lists', ['one', 'standard'], '/one/standard'],
])('%s', (_name, at, place) => {
  const root = { list: [{ id: 'a' }, { id: 'b', times: [{ kind: 'fixed' }] }] };
  expect(elementPlace(at, (to) => valueAt(root, to))).toBe(place);
});
