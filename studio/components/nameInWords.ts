import { placeOf } from '../../src/catalogue/index.ts';
import { wordsOf } from '../../src/model/field.ts';
import { schemas, type Words } from '../../src/model/schemas.ts';

/**
 * The name of a file or a draft as people read it. What has no name goes by its path; then it is what its kind is called,
 * with what tells it from others of its kind.
 */
export function nameInWords(name: string): Words {
  const place = placeOf(name);
  if (place.kind !== 'file') return { zh: name, en: name };
  const { zh, en } = wordsOf(schemas[place.fileKind]);
  const own = place.id ?? place.division;
  return own === undefined ? { zh, en } : { zh: `${zh} ${own}`, en: `${en} ${own}` };
}
