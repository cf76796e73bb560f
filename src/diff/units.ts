import { resolveRef, type Schema } from '../model/schemas.ts';

/**
 * Which entries of a map change as one in words: all of it (`whole`: a body, a `when`, a fee standard, whose parts
 * say nothing alone), or some (`20` and `working-days` of a limit), or none. Maps are known by the definition
 * that they are made from, lists of which are compared by value anyhow.
 */
export function unitOf(schema: Schema | undefined): 'whole' | readonly string[] {
  if (schema === undefined) return [];
  if (schema.discriminator !== undefined || isBody(schema) || isWhen(schema)) return 'whole';
  const properties = schema.properties ?? {};
  return ['value', 'unit'].every((key) => Object.hasOwn(properties, key))
    ? ['none', 'value', 'unit'].filter((key) => Object.hasOwn(properties, key))
    : [];
}

export function isBody(schema: Schema): boolean {
  return (
    schema.properties !== undefined && schema.properties === resolveRef('common.json#/$defs/body').properties
  );
}

export function isWhen(schema: Schema): boolean {
  return (
    typeof schema.additionalProperties === 'object' &&
    schema.additionalProperties === resolveRef('common.json#/$defs/when').additionalProperties
  );
}

export function isCitation(schema: Schema): boolean {
  return (
    schema.properties !== undefined &&
    schema.properties === resolveRef('common.json#/$defs/citation').properties
  );
}
