import type { ReviewView } from '../../src/api/index.ts';
import { keptIn } from './keptIn.ts';

type File = Pick<ReviewView['files'][number], 'path' | 'compared'>;

/** What somebody has made of a file: gone through, not yet, or gone through before it became another. */
export type SeenState = 'unseen' | 'seen' | 'changed';

/** Files by path, each with the contents that were compared when somebody ticked it off. */
export type Seen = Readonly<Record<string, string>>;

/** The files of a draft that somebody has ticked off, kept in this browser like their last look. */
export const seenFiles = {
  of(subject: string, draft: string): Seen {
    return ticks(subject).of(draft) ?? {};
  },
  keep(subject: string, draft: string, seen: Seen): void {
    ticks(subject).keep(draft, seen);
  },
};

/** Whether `file` was ticked off as it is. */
export function seenState(seen: Seen, { path, compared }: File): SeenState {
  if (seen[path] === undefined) return 'unseen';
  return seen[path] === compared ? 'seen' : 'changed';
}

/** `seen` with `file` ticked off, or no more. */
export function ticked(seen: Seen, { path, compared }: File, isSeen: boolean): Seen {
  const { [path]: _was, ...others } = seen;
  return isSeen ? { ...others, [path]: compared } : others;
}

function ticks(subject: string) {
  return keptIn(`guicheng.seen.${subject}`, 100, isSeen);
}

function isSeen(value: unknown): value is Seen {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string')
  );
}
