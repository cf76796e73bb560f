import type { ActView } from '../../src/api/index.ts';
import { keptIn } from './keptIn.ts';

/**
 * The commit of a draft that somebody saw last, kept in this browser. A look is no act: were it a commit, everybody's
 * page would be out of date whenever somebody else only read it.
 */
export const lastLook = {
  of(subject: string, draft: string): string | undefined {
    return looks(subject).of(draft);
  },
  keep(subject: string, draft: string, commit: string): void {
    looks(subject).keep(draft, commit);
  },
};

/** What somebody must have seen of a draft that this browser knows nothing of: all up to their own last act. */
export function lastAct(acts: readonly ActView[], subject: string): string | undefined {
  return acts.findLast(({ person }) => person.subject === subject)?.commit;
}

function looks(subject: string) {
  return keptIn(`guicheng.looks.${subject}`, 300, (value): value is string => typeof value === 'string');
}
