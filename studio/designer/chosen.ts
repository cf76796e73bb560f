/** What the designer of fields is at: a field, by its path from the root of an item, or a heading, by its id in the layout. */
export type Chosen = { kind: 'field'; path: string } | { kind: 'heading'; id: string };

/** Whether two choices are of the same thing. */
export function isSame(one: Chosen, other: Chosen): boolean {
  if (one.kind === 'field') return other.kind === 'field' && one.path === other.path;
  return other.kind === 'heading' && one.id === other.id;
}
