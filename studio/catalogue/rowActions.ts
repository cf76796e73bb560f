import type { CatalogueRow, Permission } from '../../src/api/index.ts';

/** What can be done with a file of the catalogue beside changing it. */
export type RowAction = 'history' | 'layer' | 'copy' | 'translate' | 'rename' | 'remove';

/** What the menu of `row` offers: reading to everybody; the rest to who drafts, changes of the file where it is theirs. */
export function rowActions(
  { role }: Pick<CatalogueRow, 'role'>,
  { mayDraft, permission }: { mayDraft: boolean; permission: Permission },
): RowAction[] {
  if (!mayDraft) return ['history'];
  const isTheirs = permission.kind === 'allowed';
  return [
    'history',
    'layer',
    'copy',
    // A translation is of the whole item, and is theirs whose the base is.
    ...(isTheirs && role === 'base' ? (['translate'] as const) : []),
    // A layer has the name of its base, and goes with it.
    ...(isTheirs && role === 'base' ? (['rename'] as const) : []),
    ...(isTheirs ? (['remove'] as const) : []),
  ];
}
