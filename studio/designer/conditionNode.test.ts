import { describe, expect, it, test } from 'vitest';
import { ruleFields } from '../../src/check/index.ts';
import { valueAt } from '../../src/model/path.ts';
import {
  comparisonsFor,
  firstValue,
  groupOf,
  leafOf,
  readNode,
  someOf,
  type Comparison,
} from './conditionNode.ts';

const all: Comparison[] = [
  'present',
  'absent',
  'yes',
  'no',
  'is',
  'isNot',
  'in',
  'notIn',
  'contains',
  'containsNot',
  'matches',
  'matchesNot',
  'atMost',
  'atLeast',
];

describe('a comparison that is written', () => {
  it.each(all)('%s is read as the same one', (comparison) => {
    const leaf = leafOf('itemField', 'basics.name', comparison, 'x');
    const node = readNode(leaf);
    expect(node).toMatchObject({ kind: 'leaf', scope: 'itemField', field: 'basics.name', comparison });
    const takes = !['present', 'absent', 'yes', 'no'].includes(comparison);
    if (takes && node.kind === 'leaf') expect(valueAt(leaf, node.at)).toBe('x');
  });

  it.each(['all', 'any', 'none'] as const)('%s of several', (how) => {
    const group = groupOf(how, [{}, {}]);
    expect(readNode(group)).toMatchObject({ kind: 'group', how, members: [{}, {}] });
  });

  it.each([true, false])('an element that is there: %s', (isThere) => {
    const some = someOf(isThere, 'procedure.steps.*', {});
    expect(readNode(some)).toMatchObject({ kind: 'some', isThere, each: 'procedure.steps.*' });
  });

  it.each([
    [undefined, 'empty'],
    [{}, 'empty'],
    [{ field: 'kind' }, 'leaf'],
    [{ field: 'kind', itemField: 'basics.name', present: true }, 'other'],
    [{ field: 'copies', atLeast: 1, atMost: 3 }, 'other'],
    [{ all: [], field: 'kind', present: true }, 'other'],
    [{ not: { not: { field: 'kind', present: true } } }, 'other'],
    [{ not: { field: 'kind', present: true } }, 'other'],
    ['no map', 'empty'],
  ])('%j is %s', (condition, kind) => expect(readNode(condition).kind).toBe(kind));
});

test.each([
  ['materials.list.*', 'kind', 'is'],
  ['materials.list.*', 'name', 'present'],
  ['materials.list.*', 'sharing', 'yes'],
  ['materials.list.*', 'copies', 'atMost'],
  [undefined, 'limits.promised', 'atMost'],
  [undefined, 'materials.list', 'present'],
] as const)('the likeliest comparison of %s %s is %s', (element, field, first) => {
  const known = ruleFields(element).find((one) => one.field === field)!;
  expect(comparisonsFor(known)[0]).toBe(first);
});

test('a value goes along to a comparison that can keep it', () => {
  const kind = ruleFields('materials.list.*').find(({ field }) => field === 'kind')!;
  expect(firstValue('in', kind, 'form')).toEqual(['form']);
  expect(firstValue('is', kind, ['form', 'other'])).toBe('form');
  expect(firstValue('is', kind, undefined)).toBe('certificate');
  const promised = ruleFields().find(({ field }) => field === 'limits.promised')!;
  expect(firstValue('atLeast', promised, undefined)).toEqual({ value: 20, unit: 'working-days' });
});
