import type { Shape } from '../model/shape.ts';

/** JSON's grammar of numbers, RFC 8259 section 6. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** No number, `null`, `true` or `false` begins with a character after this one, and most texts do. */
const lastOfWords = 't'.charCodeAt(0);

/**
 * The value of a plain (unquoted) scalar whose text is `source`, where the schema allows the kinds in `allowed`
 * (empty: it says nothing, and JSON's rules hold).
 *
 * An empty place is null whatever the schema says: nothing is written there, and a text that is meant to be
 * empty is written `''`. Else `null`, `true`, `false` and JSON's numbers are taken as such only where the schema
 * allows their kind; everything else is the text itself, so `code: 007` is "007" and it is left to the schema
 * to complain about `days: seven`. A number that a double cannot hold (an integer beyond 2^53, 1e999) stays
 * text, since reading it would change it.
 */
export function plainScalar(source: string, allowed: Shape['scalar']): null | boolean | number | string {
  if (source === '') return null;
  if (source.charCodeAt(0) > lastOfWords) return source;
  const any = allowed.size === 0;
  if (!any && allowed.size === 1 && allowed.has('string')) return source;
  if (source === 'null' && (any || allowed.has('null'))) return null;
  if ((source === 'true' || source === 'false') && (any || allowed.has('boolean'))) return source === 'true';
  if ((any || allowed.has('number')) && jsonNumber.test(source)) {
    const number = Number(source);
    if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return number;
  }
  return source;
}
