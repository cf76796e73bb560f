import type { Schema, Words } from '../../src/model/schemas.ts';

const others: Words = { zh: '其他', en: 'Others' };

/**
 * The heading before each of `fields`, as far as the layout of the catalogue gives one there. Fields without heading that
 * follow some with one are the others, or they would seem to belong under it.
 */
export function headingsOf(fields: readonly Schema[]): (Words | undefined)[] {
  let above: Words | undefined;
  return fields.map((field) => {
    const own = field['x-group'] ?? (above && others);
    if (own?.zh === above?.zh) return undefined;
    above = own;
    return own;
  });
}
