import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemaOf } from '../../catalogue/index.ts';
import { commonSchema, schemas, vocabularySchema, type FileKind, type Schema } from '../../model/schemas.ts';

const options: Options = {
  allErrors: true,
  discriminator: true,
  strict: true,
  // `if: {required: …}` and branches of `oneOf` take type and properties from the schema around them.
  strictTypes: false,
  strictRequired: false,
  messages: false,
  // What is longer than this stands in a function of its own.
  inlineRefs: 12,
};

/**
 * Ajv with all schemas, ready to compile, its own options changed by `more`. That the schemas are themselves sound is
 * shown by `strictlyCompiled` in the tests and not found out again.
 */
export function quickAjv(more: Options = {}): Ajv2020 {
  return withSchemas(new Ajv2020({ ...options, meta: false, validateSchema: false, ...more }));
}

/**
 * The validator of files of `kind`, with the schemas judged first: a misspelt keyword, an `x-` keyword that
 * `schemas/vocabulary.json` does not declare, or a value of one that it does not allow is our fault and throws.
 */
export function strictlyCompiled(kind: FileKind): ValidateFunction {
  return compiled(withSchemas(new Ajv2020(options), true), kind);
}

/** The validator of files of `kind` from an Ajv that has all schemas. */
export function compiled(ajv: Ajv2020, kind: FileKind): ValidateFunction {
  const validator = ajv.getSchema(schemas[kind].$id!);
  if (validator === undefined) throw new Error(`No schema for ${kind}`);
  return validator;
}

function withSchemas(instance: Ajv2020, judgesKeywords = false): Ajv2020 {
  for (const [keyword, metaSchema] of Object.entries(vocabularySchema.properties ?? {}))
    // What a keyword may say is itself a schema, of any form.
    instance.addKeyword(
      judgesKeywords ? { keyword, metaSchema: metaSchema as Record<string, unknown> } : keyword,
    );
  instance.addSchema(commonSchema);
  const known = new Map<string, string>();
  for (const kind of Object.keys(schemas) as FileKind[]) instance.addSchema(inParts(schemaOf(kind), known));
  return instance;
}

/**
 * `root` with each map in it as a definition. A validator is then made of many functions: written into one, that of an
 * item is too long for the engine to make it fast. A map that is `known` from another schema is not written again: the
 * cases of a rule and a layer hold the same parts of an item.
 */
function inParts(root: Schema, known: Map<string, string>): Schema {
  const definitions: Record<string, Schema> = {};
  const within = (schema: Schema, name: string): Schema => ({
    ...schema,
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([key, child]) => [key, part(child, `${name}.${key}`)]),
      ),
    }),
    ...(schema.items && { items: part(schema.items, `${name}.items`) }),
    ...(schema.oneOf && { oneOf: schema.oneOf.map((branch, i) => within(branch, `${name}.${i}`)) }),
  });
  const part = (schema: Schema, name: string): Schema => {
    const whole = within(schema, name);
    if (whole.properties === undefined) return whole;
    const text = JSON.stringify(whole);
    let place = known.get(text);
    if (place === undefined) {
      definitions[name] = whole;
      place = `${root.$id}#/$defs/${name}`;
      // What refers to its own schema means another thing elsewhere.
      if (!text.includes('"$ref":"#')) known.set(text, place);
    }
    return { $ref: place };
  };
  const parted = within(root, 'in');
  for (const [name, definition] of Object.entries(root.$defs ?? {}))
    definitions[name] = within(definition, name);
  return { ...parted, $defs: definitions };
}
