import type { Path } from './path.ts';

/** A value that a file of the catalogue can hold. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * One change of a value, to be made in its text. A lens of the studio, a quick fix and an importer all speak it.
 *
 * - `set` replaces the value at `path`, or adds it with the maps above it where they are missing.
 * - `insert` puts `value` into the list at `path` minus its last step, which is the position (0 to length).
 * - `remove` takes the map entry or list element at `path` out, with the comments that belong to it.
 * - `move` takes the list element at `path` to position `to` of the same list, comments included.
 */
export type Edit =
  | { kind: 'set'; path: Path; value: Plain }
  | { kind: 'insert'; path: Path; value: Plain }
  | { kind: 'remove'; path: Path }
  | { kind: 'move'; path: Path; to: number };
