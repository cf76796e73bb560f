import type { Draft } from '../../model/item.ts';
import type { Condition, Operand } from '../../model/generated/schemas.ts';
import { valueAt } from '../../model/path.ts';
import { elementsAt, stepsOf } from './fieldPath.ts';
import { compilePattern } from './pattern.ts';

/** What a condition is judged on. */
export interface Subject {
  item: unknown;
  element: unknown;
  /** Counts down what a rule may cost on one item; below 0 nothing more is judged. */
  budget: { left: number };
}

/** Whether something holds; `undefined` where what is not filled in, or not comparable, leaves it open. */
export type Verdict = boolean | undefined;
export type Judge = (subject: Subject) => Verdict;

/** How many comparisons, each character a pattern looks at counting by the pattern's size, one rule may cost on one item. */
export const budget = 2_000_000;

/** A condition as a function. What `conditionProblems` finds in it must be mended first: it judges nothing then. */
export function judgeOf(condition: Draft<Condition>): Judge {
  const parts: Judge[] = [];
  const value = valueOf(condition);
  const { present, equals, in: among, contains, matches, atMost, atLeast, all, any, not, some } = condition;
  if (present !== undefined) parts.push((subject) => (value(subject) !== undefined) === present);
  if (equals !== undefined) parts.push((subject) => anyOf(value(subject), (one) => one === equals));
  if (among !== undefined) {
    const allowed = new Set<unknown>(among);
    parts.push((subject) => anyOf(value(subject), (one) => allowed.has(one)));
  }
  if (contains !== undefined)
    parts.push((subject) =>
      anyOf(value(subject), (one) => {
        if (typeof one !== 'string') return undefined;
        subject.budget.left -= (one.length * contains.length) >> 4;
        return contains.some((word) => one.includes(word));
      }),
    );
  if (matches !== undefined) {
    const pattern = compilePattern(matches);
    if (pattern.kind === 'pattern')
      parts.push((subject) =>
        anyOf(value(subject), (one) => {
          if (typeof one !== 'string') return undefined;
          subject.budget.left -= one.length * pattern.size;
          return subject.budget.left < 0 ? undefined : pattern.test(one);
        }),
      );
  }
  if (atMost !== undefined) {
    const other = operandOf(atMost);
    parts.push((subject) => atMostIs(value(subject), other(subject)));
  }
  if (atLeast !== undefined) {
    const other = operandOf(atLeast);
    parts.push((subject) => atMostIs(other(subject), value(subject)));
  }
  if (all !== undefined) parts.push(every(all.map(judgeOf)));
  if (any !== undefined) parts.push(someOf(any.map(judgeOf)));
  if (not !== undefined) {
    const judge = judgeOf(not);
    parts.push((subject) => opposite(judge(subject)));
  }
  if (some?.each !== undefined && some.meets !== undefined) {
    const steps = stepsOf(some.each);
    const judge = judgeOf(some.meets);
    parts.push((subject) => {
      const elements = elementsAt(subject.item, steps);
      subject.budget.left -= elements.length;
      return joined(elements, ({ value: element }) => judge({ ...subject, element }));
    });
  }
  const whole = every(parts);
  return (subject) => (--subject.budget.left < 0 ? undefined : whole(subject));
}

function valueOf({ field, itemField }: Draft<Condition> | Exclude<Draft<Operand>, number>) {
  const steps = stepsOf(itemField ?? field ?? '');
  return ({ item, element }: Subject): unknown => {
    const value = valueAt(itemField === undefined ? element : item, steps);
    return value === '' || value === null ? undefined : value;
  };
}

function operandOf(operand: Draft<Operand>): (subject: Subject) => unknown {
  if (typeof operand === 'number') return () => operand;
  if (operand.field !== undefined || operand.itemField !== undefined) return valueOf(operand);
  return () => (operand.unit === undefined ? operand.value : operand);
}

/** Whether one of a list, or the value itself, passes; nothing is said of what is not filled in. */
function anyOf(value: unknown, test: (one: unknown) => Verdict): Verdict {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? joined(value, test) : test(value);
}

/**
 * Whether `a` is no more than `b`: numbers, characters of a text, elements of a list, or days. So many working days
 * last at least as many calendar days; beyond that days of unlike units are not compared.
 */
function atMostIs(a: unknown, b: unknown): Verdict {
  const [x, y] = [measureOf(a), measureOf(b)];
  if (x === undefined || y === undefined) return undefined;
  if (x.unit === y.unit) return x.value <= y.value;
  if (x.unit === 'working-days' && y.unit === 'calendar-days') return x.value > y.value ? false : undefined;
  if (x.unit === 'calendar-days' && y.unit === 'working-days') return x.value <= y.value ? true : undefined;
  return undefined;
}

function measureOf(value: unknown): { value: number; unit: unknown } | undefined {
  if (typeof value === 'number') return { value, unit: undefined };
  if (typeof value === 'string') return { value: [...value].length, unit: undefined };
  if (Array.isArray(value)) return { value: value.length, unit: undefined };
  const number = valueAt(value, ['value']);
  const unit = valueAt(value, ['unit']);
  return typeof number === 'number' && unit !== undefined ? { value: number, unit } : undefined;
}

function every(judges: readonly Judge[]): Judge {
  return (subject) => {
    let verdict: Verdict = true;
    for (const judge of judges) {
      const one = judge(subject);
      if (one === false) return false;
      if (one === undefined) verdict = undefined;
    }
    return verdict;
  };
}

function someOf(judges: readonly Judge[]): Judge {
  return (subject) => joined(judges, (judge) => judge(subject));
}

/** True where one is true, else open where one is open. */
function joined<T>(list: readonly T[], judge: (one: T) => Verdict): Verdict {
  let verdict: Verdict = false;
  for (const one of list) {
    const said = judge(one);
    if (said === true) return true;
    if (said === undefined) verdict = undefined;
  }
  return verdict;
}

function opposite(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}
