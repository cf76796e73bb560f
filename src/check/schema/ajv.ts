import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemaOf } from '../../catalogue/index.ts';
import { commonSchema, schemas, vocabularySchema, type FileKind } from '../../model/schemas.ts';

let ajv: Ajv2020 | undefined;
const validators = new Map<FileKind, ValidateFunction>();

/**
 * The validator of files of `kind`, compiled once. Strict: a misspelt keyword or an `x-` keyword that
 * `schemas/vocabulary.json` does not declare, or a value of one that it does not allow, is our fault and throws.
 */
export function validatorOf(kind: FileKind): ValidateFunction {
  let validator = validators.get(kind);
  if (validator === undefined) {
    ajv ??= newAjv();
    validator = ajv.getSchema(schemas[kind].$id!);
    if (validator === undefined) throw new Error(`No schema for ${kind}`);
    validators.set(kind, validator);
  }
  return validator;
}

function newAjv(): Ajv2020 {
  const instance = new Ajv2020({
    allErrors: true,
    discriminator: true,
    ownProperties: true,
    strict: true,
    // `if: {required: …}` and branches of `oneOf` take type and properties from the schema around them.
    strictTypes: false,
    strictRequired: false,
    messages: false,
  });
  for (const [keyword, metaSchema] of Object.entries(vocabularySchema.properties ?? {}))
    instance.addKeyword({ keyword, metaSchema: metaSchema as Record<string, unknown> });
  instance.addSchema(commonSchema);
  for (const kind of Object.keys(schemas) as FileKind[]) instance.addSchema(schemaOf(kind));
  return instance;
}
