import type { ActView } from '../../src/api/index.ts';

const most = 300;

/**
 * The commit of a draft that somebody saw last, kept in this browser. A look is no act: were it a commit, everybody's
 * page would be out of date whenever somebody else only read it.
 */
export const lastLook = {
  of(subject: string, draft: string): string | undefined {
    return looks(subject).find(([id]) => id === draft)?.[1];
  },
  keep(subject: string, draft: string, commit: string): void {
    const others = looks(subject).filter(([id]) => id !== draft);
    localStorage.setItem(key(subject), JSON.stringify([[draft, commit], ...others].slice(0, most)));
  },
};

/** What somebody must have seen of a draft that this browser knows nothing of: all up to their own last act. */
export function lastAct(acts: readonly ActView[], subject: string): string | undefined {
  return acts.findLast(({ person }) => person.subject === subject)?.commit;
}

function key(subject: string): string {
  return `guicheng.looks.${subject}`;
}

function looks(subject: string): [draft: string, commit: string][] {
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(key(subject)) ?? '[]');
  } catch {
    // Written by something else: as if nothing had been looked at.
    return [];
  }
  return Array.isArray(kept) ? kept.filter(isLook) : [];
}

function isLook(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
}
