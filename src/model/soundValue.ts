import { branchOf } from './field.ts';
import { followed, type Schema } from './schemas.ts';

/**
 * `value` without what has another type than `schema` says, at any depth, so that code written for the type can
 * read a draft. Nothing is converted; what is missing stays missing, unknown fields go. `undefined` where the
 * value itself has the wrong type. What is sound throughout is given back as it is and not copied.
 */
export function soundValue(schema: Schema, value: unknown): unknown {
  const whole = branchOf(followed(schema), value);
  if (Array.isArray(value)) {
    if (!allows(whole, 'array')) return undefined;
    return whole.type === undefined || whole.items === undefined ? value : soundList(whole.items, value);
  }
  if (typeof value === 'object' && value !== null) {
    if (!allows(whole, 'object')) return undefined;
    return whole.type === undefined ? value : soundMap(whole, value as Record<string, unknown>);
  }
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return undefined;
  const isInteger = typeof value === 'number' && Number.isInteger(value);
  return allows(whole, typeof value) || (isInteger && allows(whole, 'integer')) ? value : undefined;
}

function soundList(items: Schema, list: unknown[]): unknown[] {
  let out: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const sound = soundValue(items, list[i]);
    if (out === undefined && sound !== list[i]) out = list.slice(0, i);
    if (out !== undefined && sound !== undefined) out.push(sound);
  }
  return out ?? list;
}

function soundMap(whole: Schema, map: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(map);
  let out: Record<string, unknown> | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const child = entrySchema(whole, key);
    const sound = child && soundValue(child, map[key]);
    if (out === undefined && (sound === undefined || sound !== map[key]))
      out = Object.fromEntries(keys.slice(0, i).map((before) => [before, map[before]]));
    if (out !== undefined && sound !== undefined) out[key] = sound;
  }
  return out ?? map;
}

/** A draft may have an entry called `constructor`, which every object of the language knows. */
function entrySchema({ properties, additionalProperties }: Schema, key: string): Schema | undefined {
  if (properties !== undefined && Object.hasOwn(properties, key)) return properties[key];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** Whether a value of `type` may stand here, by `type` or the type of `const`. */
function allows({ type: said, const: only }: Schema, type: string): boolean {
  const wanted = said ?? (only === undefined ? undefined : typeof only);
  return wanted === undefined || (Array.isArray(wanted) ? wanted.includes(type) : wanted === type);
}
