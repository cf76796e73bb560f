import { readFile } from 'node:fs/promises';
import { writeFileAtomic } from '../../files/index.ts';
import type { SessionList } from './sessions.ts';

/** Where sessions are kept, so that a restart of the server signs nobody out. */
export interface SessionKeeper {
  /** What was kept; nothing where there is no file, or none that can be read. */
  kept: SessionList;
  keep(sessions: SessionList): void;
  /** When all that was told has reached the disk: what was ended must not come back after a crash. */
  saved(): Promise<void>;
}

/**
 * Keeps sessions in the file `path`, readable to its owner alone: hashes of what opens them, and who is in them.
 * `onFault` hears where the disk refuses; the sessions themselves go on.
 */
export async function keepSessions(path: string, onFault: (error: unknown) => void): Promise<SessionKeeper> {
  let latest: SessionList | undefined;
  let writing = Promise.resolve();
  async function writeLatest(): Promise<void> {
    const text = JSON.stringify({ sessions: latest });
    latest = undefined;
    await writeFileAtomic(path, text, 0o600).catch(onFault);
  }
  return {
    kept: await readKept(path),
    keep(sessions) {
      const isQueued = latest !== undefined;
      latest = sessions;
      // One that waits writes what is told until its turn comes.
      if (isQueued) return;
      writing = writing.then(writeLatest);
    },
    saved: () => writing,
  };
}

async function readKept(path: string): Promise<SessionList> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const { sessions } = parsed(text);
  return Array.isArray(sessions) ? sessions.filter(isKept) : [];
}

/** A file cut off or touched by hand signs people out, no more. */
function parsed(text: string): { sessions?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { sessions?: unknown };
  } catch {
    return {};
  }
}

function isKept(value: unknown): value is SessionList[number] {
  const [key, session] = (Array.isArray(value) ? value : []) as Partial<SessionList[number]>;
  return (
    typeof key === 'string' &&
    typeof session?.id === 'string' &&
    typeof session.identity?.subject === 'string' &&
    typeof session.identity.name === 'string' &&
    [session.begun, session.seen].every((time) => typeof time === 'number')
  );
}
