/** An element of a list that got another id: its place in `file` by keys and ids, as it was before. */
export interface RenamedElement {
  file: string;
  path: readonly string[];
  to: string;
}
