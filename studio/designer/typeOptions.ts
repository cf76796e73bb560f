import { schemas } from '../../src/model/schemas.ts';
import { fieldKind, type Option } from '../form/fieldKind.ts';

/** The types that an added field may have, in words. */
export function typeOptions(): readonly Option[] {
  const kind = fieldKind(schemas.extension.properties!['fields']!.items!.properties!['type']!);
  return kind.kind === 'choice' ? kind.options : [];
}
