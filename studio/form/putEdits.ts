import type { Edit, Plain } from '../../src/model/edit.ts';
import { valueAt, type Path } from '../../src/model/path.ts';

/**
 * The edits that put `value` at `path` of `root`. An empty value (nothing, an empty text or list) takes the field
 * out, and with it the maps that would be left empty above it, up to an element of a list or the first level:
 * a file keeps no empty hulls of fields that somebody cleared.
 */
export function putEdits(root: Plain | undefined, path: Path, value: Plain | undefined): Edit[] {
  if (!isEmpty(value)) return [{ kind: 'set', path, value }];
  if (valueAt(root, path) === undefined) return [];
  let length = path.length;
  while (
    length > 1 &&
    typeof path[length - 2] === 'string' &&
    isLastEntry(valueAt(root, path.slice(0, length - 1)))
  )
    length--;
  return [{ kind: 'remove', path: path.slice(0, length) }];
}

function isEmpty(value: Plain | undefined): value is undefined | '' | [] {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function isLastEntry(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 1
  );
}
