import type { Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import type { RenamedElement } from '../model/renamedElement.ts';
import type { Person } from './act.ts';
import type { DraftCommit } from './foldDraft.ts';

export interface Post {
  commit: string;
  person: Person;
  at: string;
  text: string;
}

/** A wording that somebody proposes for a field. */
export interface Suggestion {
  value: Plain;
  was: Plain;
  state: 'open' | 'taken' | 'declined';
  /** Who took or declined it. */
  by?: Person;
}

/** What people said about one thing: a field, an element, a file or the draft. */
export interface Thread {
  /** The commit that began it. */
  id: string;
  by: Person;
  file?: string;
  /** Elements of lists by their id, so that it stays with its element wherever that goes. */
  path?: Path;
  posts: Post[];
  suggestion?: Suggestion;
  state: 'open' | 'resolved';
  resolvedBy?: Person;
  /** The text was changed after it was begun. */
  isBefore: boolean;
}

/** The talk about a draft, in the order in which it was begun, from its commits oldest first. */
export function foldThreads(commits: readonly DraftCommit[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const { act, person, at, oid, changed } of commits) {
    if (changed) for (const thread of threads.values()) thread.isBefore = true;
    switch (act.kind) {
      case 'comment': {
        const { text, file, path } = act;
        const post = { commit: oid, person, at, text };
        const answered = act.thread === undefined ? undefined : threads.get(act.thread);
        if (answered !== undefined) answered.posts.push(post);
        else threads.set(oid, begun(oid, person, { file, path }, [post]));
        break;
      }
      case 'suggest': {
        const { file, path, value, was, text = '' } = act;
        const thread = begun(oid, person, { file, path }, [{ commit: oid, person, at, text }]);
        threads.set(oid, { ...thread, suggestion: { value, was, state: 'open' } });
        break;
      }
      case 'take':
      case 'decline': {
        const thread = threads.get(act.thread);
        if (thread?.suggestion?.state !== 'open') break;
        thread.suggestion = {
          ...thread.suggestion,
          state: act.kind === 'take' ? 'taken' : 'declined',
          by: person,
        };
        settle(thread, person);
        break;
      }
      case 'resolve': {
        const thread = threads.get(act.thread);
        if (thread !== undefined) settle(thread, person);
        break;
      }
      case 'reopen': {
        const thread = threads.get(act.thread);
        if (thread === undefined) break;
        thread.state = 'open';
        delete thread.resolvedBy;
        break;
      }
      case 'edit':
        for (const element of act.renamed ?? [])
          for (const thread of threads.values()) follow(thread, element);
        break;
      case 'rename':
        for (const thread of threads.values()) if (thread.file === act.file) thread.file = act.to;
        break;
      default:
    }
  }
  return [...threads.values()];
}

/** A thread on an element, or on something in it, stays with it when it gets another id. */
function follow(thread: Thread, { file, path, to }: RenamedElement): void {
  const at = thread.path;
  if (thread.file === file && at !== undefined && path.every((step, i) => at[i] === step))
    thread.path = at.with(path.length - 1, to);
}

function begun(
  id: string,
  by: Person,
  { file, path }: { file: string | undefined; path: Path | undefined },
  posts: Post[],
): Thread {
  const about = { ...(file !== undefined && { file }), ...(path !== undefined && { path }) };
  return { id, by, ...about, posts, state: 'open', isBefore: false };
}

function settle(thread: Thread, by: Person): void {
  thread.state = 'resolved';
  thread.resolvedBy = by;
}
