import type { LookupData } from '../../src/catalogue/index.ts';
import { labelOf } from '../../src/model/field.ts';
import type { Schema } from '../../src/model/schemas.ts';
import type { Option } from '../form/fieldKind.ts';
import { referenceOptions } from '../form/references.ts';

/** The values to choose from, of a field of `schema` that has some. */
export function optionsOf(schema: Schema, data: LookupData): readonly Option[] | undefined {
  if (schema.enum !== undefined)
    return schema.enum.map((one) => ({ value: String(one), words: labelOf(schema, String(one)) }));
  const ref = schema['x-ref'];
  const options = ref === undefined ? [] : referenceOptions(ref, data);
  return options.length > 0 ? options : undefined;
}
