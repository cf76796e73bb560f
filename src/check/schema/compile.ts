import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemaOf } from '../../catalogue/index.ts';
import { commonSchema, schemas, vocabularySchema, type FileKind } from '../../model/schemas.ts';

const options: Options = {
  allErrors: true,
  discriminator: true,
  strict: true,
  // `if: {required: …}` and branches of `oneOf` take type and properties from the schema around them.
  strictTypes: false,
  strictRequired: false,
  messages: false,
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
  for (const kind of Object.keys(schemas) as FileKind[]) instance.addSchema(schemaOf(kind));
  return instance;
}
