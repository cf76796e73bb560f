import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import type { FileKind } from '../../model/schemas.ts';
import { compiled, quickAjv } from './compile.ts';

// What `#validators` is where nothing has been built: scripts that run from the source. The build puts the text of
// `writtenValidators` in its place.

let ajv: Ajv2020 | undefined;
const validators = new Map<FileKind, ValidateFunction>();

/** The validator of files of `kind`, compiled once, when it is first asked for. */
export function validatorOf(kind: FileKind): ValidateFunction {
  let validator = validators.get(kind);
  if (validator === undefined) {
    // Making the code smaller would take longer than it saves.
    ajv ??= quickAjv({ code: { optimize: false } });
    validators.set(kind, (validator = compiled(ajv, kind)));
  }
  return validator;
}
