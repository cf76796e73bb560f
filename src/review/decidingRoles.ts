import type { Person, Role, Signer } from './act.ts';
import { maySignAs } from './approvals.ts';
import type { DraftSummary } from './foldDraft.ts';
import type { Wish } from './mayAct.ts';

/** The signatures that a draft lacks, or is owed after the fact. */
export function askedSigners({ state }: Pick<DraftSummary, 'state'>): Signer[] {
  return state.kind === 'submitted' ? state.missing : state.kind === 'merged' ? state.owed : [];
}

/**
 * As which roles `person` decides on the files of a draft by `wish`, so that they must lie in the scope of one of
 * them; `undefined` where nothing is decided about the files, or where the person speaks for a body that governance
 * asks by name, whosever the files are.
 */
export function decidingRoles(draft: DraftSummary, person: Person, wish: Wish): readonly Role[] | undefined {
  const open = askedSigners(draft).filter((signer) => maySignAs(person, signer));
  switch (wish.kind) {
    case 'edit':
    case 'reformat':
    case 'submit':
    case 'take':
    case 'takeOver':
      return ['drafter'];
    case 'return':
      return open.some(({ of }) => of !== undefined) ? undefined : ['reviewer', 'legal'];
    case 'approve':
    case 'ratify':
      if (wish.role !== undefined) return wish.of === undefined ? [wish.role] : undefined;
      return open.some(({ of }) => of !== undefined) ? undefined : open.map(({ role }) => role);
    case 'override':
      return draft.overriders;
    case 'withdraw':
    case 'comment':
    case 'suggest':
    case 'resolve':
    case 'assign':
    case 'merge':
      return undefined;
  }
}
