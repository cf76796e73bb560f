import type { Lookups } from '../../src/catalogue/index.ts';
import { parseTarget, targetSchema } from '../../src/exchange/import/index.ts';
import { labelOf } from '../../src/model/field.ts';
import { followed } from '../../src/model/schemas.ts';
import type { Option } from '../form/fieldKind.ts';
import { referenceOptions } from '../form/references.ts';

/** What a field may hold where it holds only certain values; empty where it takes any. */
export function valueOptions(to: string, lookups: Lookups): readonly Option[] {
  const field = targetSchema('item', parseTarget(to), lookups.shape) ?? {};
  const schema = field.type === 'array' ? followed(field.items ?? {}) : field;
  if (schema.type === 'boolean')
    return [
      { value: 'true', words: { zh: '是', en: 'yes' } },
      { value: 'false', words: { zh: '否', en: 'no' } },
    ];
  if (schema.enum !== undefined)
    return schema.enum.map((value) => ({ value: String(value), words: labelOf(schema, String(value)) }));
  return schema['x-ref'] === undefined ? [] : referenceOptions(schema['x-ref'], lookups.data);
}
