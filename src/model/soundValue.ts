import { branchOf } from './field.ts';
import { followed, type Schema } from './schemas.ts';

/**
 * `value` without what has another type than `schema` says, at any depth, so that code written for the type can
 * read a draft. Nothing is converted; what is missing stays missing, unknown fields go. `undefined` where the
 * value itself has the wrong type.
 */
export function soundValue(schema: Schema, value: unknown): unknown {
  const whole = branchOf(followed(schema), value);
  if (Array.isArray(value)) {
    if (!allows(whole, 'array')) return undefined;
    if (whole.type === undefined) return value;
    const items = whole.items;
    return items === undefined
      ? value
      : value.map((element) => soundValue(items, element)).filter((e) => e !== undefined);
  }
  if (typeof value === 'object' && value !== null) {
    if (!allows(whole, 'object')) return undefined;
    if (whole.type === undefined) return value;
    const out: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(value)) {
      const child =
        whole.properties?.[key] ??
        (typeof whole.additionalProperties === 'object' ? whole.additionalProperties : undefined);
      const sound = child && soundValue(child, entry);
      if (sound !== undefined) out[key] = sound;
    }
    return out;
  }
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return undefined;
  const isInteger = typeof value === 'number' && Number.isInteger(value);
  return allows(whole, typeof value) || (isInteger && allows(whole, 'integer')) ? value : undefined;
}

/** Whether a value of `type` may stand here, by `type` or the type of `const`. */
function allows({ type: said, const: only }: Schema, type: string): boolean {
  const wanted = said ?? (only === undefined ? undefined : typeof only);
  return wanted === undefined || (Array.isArray(wanted) ? wanted.includes(type) : wanted === type);
}
