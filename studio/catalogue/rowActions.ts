/** What can be done with a file of the catalogue beside changing it. */
export type RowAction = 'history';

export function rowActions(): RowAction[] {
  return ['history'];
}
