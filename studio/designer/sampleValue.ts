import type { LookupData } from '../../src/catalogue/index.ts';
import type { Plain } from '../../src/model/edit.ts';
import { followed, type Schema } from '../../src/model/schemas.ts';
import { referenceOptions } from '../form/references.ts';

/** A value that a field of `schema` might hold, to show how it looks; nothing of groups and lists of them. */
export function sampleValue(schema: Schema, data: LookupData): Plain | undefined {
  const whole = followed(schema);
  if (whole.enum !== undefined) return String(whole.enum[0]);
  const ref = whole['x-ref'];
  if (ref !== undefined) return referenceOptions(ref, data)[0]?.value;
  switch (whole.type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max(whole.minimum ?? 1, 1);
    case 'array': {
      const one = whole.items && sampleValue(whole.items, data);
      return one === undefined ? undefined : [one];
    }
    case 'string':
      if (whole.pattern?.startsWith('^https') === true) return 'https://example.gov.cn/';
      return whole.pattern?.includes('\\d{4}-') === true || whole.pattern?.includes('[0-9]{4}-') === true
        ? '2026-01-01'
        : '示例文字';
    default:
      return undefined;
  }
}
