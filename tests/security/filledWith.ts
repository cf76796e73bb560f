import { branchOf } from '../../src/model/field.ts';
import { followed, type Schema } from '../../src/model/schemas.ts';

/** Whether a field holds words of people: no identifier, code, choice or reference, whose form the schema says. */
export function isFree(schema: Schema): boolean {
  const { type, pattern, enum: choices, const: fixed, 'x-ref': ref } = followed(schema);
  return type === 'string' && [pattern, choices, fixed, ref].every((one) => one === undefined);
}
export const isAddress = (schema: Schema) => followed(schema).pattern?.startsWith('^https?') ?? false;

/** What is put where people write: a text, and an address. */
export interface Filling {
  text: string;
  address: string;
}

/**
 * `value` with what it leaves empty of `schema` filled in: each text holds `text`, each address `address`, each list an
 * element. What holds no text anywhere is left as it was, and so is what refers to something.
 */
export function filledWith(schema: Schema, value: unknown, filling: Filling): unknown {
  const whole = branchOf(followed(schema), value);
  if (Array.isArray(value))
    return whole.items === undefined ? value : value.map((one) => filledWith(whole.items!, one, filling));
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Record<string, unknown>;
  const known = Object.entries(whole.properties ?? {}).flatMap(([key, child]) => {
    const made = given[key] === undefined ? madeOf(child, filling) : filledWith(child, given[key], filling);
    return made === undefined ? [] : [[key, made] as const];
  });
  return { ...given, ...Object.fromEntries(known) };
}

/** Forms that patterns ask for; none of them says anything. */
const forms = ['x', '2026-01-01', '511500', '01', '00', 'forms/a.pdf', 'a.b', '0831-1234567'];
/** A schema may hold itself. */
const deepest = 5;

/** A value of `schema` where there is none yet; nothing where it would hold no text. */
function madeOf(schema: Schema, filling: Filling, depth = 0): unknown {
  const whole = branchOf(followed(schema), undefined);
  if (depth > deepest || whole['x-ref'] !== undefined) return undefined;
  if (isFree(whole)) return filling.text;
  if (isAddress(whole)) return filling.address;
  if (whole.items !== undefined) {
    const element = madeOf(whole.items, filling, depth + 1);
    return element === undefined ? undefined : [element];
  }
  if (whole.properties === undefined) return undefined;
  const made = Object.entries(whole.properties).flatMap(([key, child]) => {
    const one = madeOf(child, filling, depth + 1);
    return one === undefined ? [] : [[key, one] as const];
  });
  if (made.length === 0) return undefined;
  const beside = Object.entries(whole.properties).flatMap(([key, child]) => {
    const one = scalarOf(followed(child));
    return one === undefined ? [] : [[key, one] as const];
  });
  return Object.fromEntries([...beside, ...made]);
}

/** What stands beside the texts of an element: its id, its kind, its numbers. */
function scalarOf({ const: fixed, enum: choices, type, pattern, 'x-ref': ref }: Schema): unknown {
  if (fixed !== undefined) return fixed;
  if (ref !== undefined) return undefined;
  if (choices !== undefined) return choices[0];
  if (type === 'integer' || type === 'number') return 1;
  return pattern === undefined ? undefined : forms.find((form) => new RegExp(pattern, 'u').test(form));
}
