import { createHash } from 'node:crypto';
import { commonSchema, schemas } from '../../model/schemas.ts';
import type { Judged, SignaturePolicy } from '../../review/index.ts';

/** Of all schemas that this studio judges by. */
const schema = hash([schemas, commonSchema]);

/** The rules that an approval is given under: the schemas, and the signatures that are asked for. */
export function judgedBy({ plain, legal }: SignaturePolicy): Judged {
  return { schema, policy: hash({ plain, legal }) };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
