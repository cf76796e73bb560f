/**
 * What a schema says of the kinds of scalars in a document, and nothing else: enough to read `code: 007` as
 * the text "007" and `days: 7` as the number 7. Compiled from a JSON Schema; all its branches are united.
 *
 * `scalar` is the set of kinds the schema allows at this place; empty means the schema says nothing.
 */
export interface Shape {
  scalar: ReadonlySet<'string' | 'number' | 'boolean' | 'null'>;
  /** Shapes of named entries. */
  properties: ReadonlyMap<string, Shape>;
  /** Shape of entries not named in `properties`. */
  rest?: Shape;
  /** Shape of every list element. */
  items?: Shape;
}
