import type { RuleField } from '../../src/check/index.ts';
import type { Plain } from '../../src/model/edit.ts';
import type { Path } from '../../src/model/path.ts';

/** Whose field a condition names: of what the rule looks at, or of its item. */
export type Scope = 'field' | 'itemField';

/** How a field is compared; each with its opposite, so that nobody has to build a "not" around it. */
export type Comparison =
  | 'present'
  | 'absent'
  | 'yes'
  | 'no'
  | 'is'
  | 'isNot'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'containsNot'
  | 'matches'
  | 'matchesNot'
  | 'atMost'
  | 'atLeast';

/** A condition as the designer draws it. `value` and `inner` are where they stand below the condition. */
export type ConditionNode =
  /** Nothing is said yet. */
  | { kind: 'empty' }
  | { kind: 'leaf'; scope: Scope; field: string; comparison: Comparison | undefined; at: Path }
  | { kind: 'group'; how: 'all' | 'any' | 'none'; members: Plain[]; at: Path }
  | { kind: 'some'; isThere: boolean; each: string; at: Path }
  /** More at once than the designer draws; the source says it. */
  | { kind: 'other' };

const keyOf: Record<Comparison, string> = {
  present: 'present',
  absent: 'present',
  yes: 'equals',
  no: 'equals',
  is: 'equals',
  isNot: 'equals',
  in: 'in',
  notIn: 'in',
  contains: 'contains',
  containsNot: 'contains',
  matches: 'matches',
  matchesNot: 'matches',
  atMost: 'atMost',
  atLeast: 'atLeast',
};
const opposites: Partial<Record<Comparison, Comparison>> = {
  is: 'isNot',
  in: 'notIn',
  contains: 'containsNot',
  matches: 'matchesNot',
};
const negated = new Set(Object.values(opposites));

/** What a condition is, by what is written. */
export function readNode(condition: unknown): ConditionNode {
  if (!isMap(condition)) return { kind: 'empty' };
  const keys = Object.keys(condition);
  const [key] = keys;
  if (key === undefined) return { kind: 'empty' };
  if (key === 'not' && keys.length === 1) return opposite(readNode(condition['not']));
  if ((key === 'all' || key === 'any') && keys.length === 1) {
    const members = condition[key];
    return Array.isArray(members) ? { kind: 'group', how: key, members, at: [key] } : { kind: 'other' };
  }
  if (key === 'some' && keys.length === 1) {
    const some = condition['some'];
    const each = isMap(some) ? some['each'] : undefined;
    return { kind: 'some', isThere: true, each: typeof each === 'string' ? each : '', at: ['some', 'meets'] };
  }
  return readLeaf(condition, keys);
}

function readLeaf(condition: Record<string, Plain>, keys: readonly string[]): ConditionNode {
  const scope = keys.includes('itemField') ? 'itemField' : 'field';
  const field = condition[scope];
  const compared = keys.filter((key) => key !== scope);
  const [key] = compared;
  if (typeof field !== 'string' || compared.length > 1) return { kind: 'other' };
  const comparison = key === undefined ? undefined : comparisonOf(key, condition[key]);
  if (key !== undefined && comparison === undefined) return { kind: 'other' };
  return { kind: 'leaf', scope, field, comparison, at: key === undefined ? [] : [key] };
}

function comparisonOf(key: string, value: unknown): Comparison | undefined {
  if (key === 'present') return value === false ? 'absent' : 'present';
  if (key === 'equals' && typeof value === 'boolean') return value ? 'yes' : 'no';
  if (key === 'equals') return 'is';
  return key === 'in' || key === 'contains' || key === 'matches' || key === 'atMost' || key === 'atLeast'
    ? key
    : undefined;
}

function opposite(node: ConditionNode): ConditionNode {
  if ('at' in node) {
    const at = ['not', ...node.at];
    if (node.kind === 'leaf') {
      const comparison = node.comparison && opposites[node.comparison];
      return comparison === undefined ? { kind: 'other' } : { ...node, comparison, at };
    }
    if (node.kind === 'group') return node.how === 'any' ? { ...node, how: 'none', at } : { kind: 'other' };
    return node.isThere ? { ...node, isThere: false, at } : { kind: 'other' };
  }
  return { kind: 'other' };
}

/** The condition that compares a field so. `value` is kept where the comparison takes one. */
export function leafOf(scope: Scope, field: string, comparison: Comparison, value: Plain): Plain {
  const key = keyOf[comparison];
  const said = comparison === 'present' || comparison === 'yes' ? true : isFalse(comparison) ? false : value;
  const leaf: Plain = { [scope]: field, [key]: said };
  return negated.has(comparison) ? { not: leaf } : leaf;
}

function isFalse(comparison: Comparison): boolean {
  return comparison === 'absent' || comparison === 'no';
}

/** The condition that holds where all, any or none of `members` do. */
export function groupOf(how: 'all' | 'any' | 'none', members: Plain[]): Plain {
  return how === 'none' ? { not: { any: members } } : { [how]: members };
}

/** The condition that a list has, or has not, an element that meets `meets`. */
export function someOf(isThere: boolean, each: string, meets: Plain): Plain {
  const some: Plain = { some: { each, meets } };
  return isThere ? some : { not: some };
}

/** The comparisons that a field of a kind takes, the likeliest first. */
export function comparisonsFor({ kind, single }: Pick<RuleField, 'kind' | 'single'>): Comparison[] {
  const isChosen = single.enum !== undefined || single['x-ref'] !== undefined;
  const texts: Comparison[] = isChosen
    ? ['is', 'isNot', 'in', 'notIn']
    : ['contains', 'containsNot', 'matches', 'matchesNot', 'is', 'isNot', 'in', 'notIn'];
  const whether: Comparison[] = ['present', 'absent'];
  switch (kind) {
    case 'text':
      return [...(isChosen ? texts : []), ...whether, ...(isChosen ? [] : [...texts, ...sizes])];
    case 'number':
      return [...sizes, 'is', 'isNot', ...whether];
    case 'days':
      return [...sizes, ...whether];
    case 'boolean':
      return ['yes', 'no', ...whether];
    case 'list':
      return [...whether, ...sizes, ...(single.type === 'string' ? texts : [])];
    case 'group':
      return whether;
  }
}
const sizes: Comparison[] = ['atMost', 'atLeast'];

/** What a comparison begins with where it says nothing yet that it can keep. */
export function firstValue(
  comparison: Comparison,
  { kind, single }: Pick<RuleField, 'kind' | 'single'>,
  before: Plain | undefined,
): Plain {
  switch (keyOf[comparison]) {
    case 'in':
    case 'contains':
      if (Array.isArray(before)) return before;
      return typeof before === 'string' && before !== '' ? [before] : [];
    case 'atMost':
    case 'atLeast':
      if (typeof before === 'number' || isMap(before)) return before as Plain;
      return kind === 'days' ? { value: 20, unit: 'working-days' } : 0;
    case 'equals':
      if (kind === 'number') return typeof before === 'number' ? before : 0;
      if (typeof before === 'string') return before;
      if (Array.isArray(before) && typeof before[0] === 'string') return before[0];
      return typeof single.enum?.[0] === 'string' ? single.enum[0] : '';
    default:
      return typeof before === 'string' ? before : '';
  }
}

function isMap(value: unknown): value is Record<string, Plain> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
