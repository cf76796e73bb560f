import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Identity } from '../../../review/index.ts';

/** Who is signed in. */
export interface KeptSession {
  /** Names the session in lists and in the access log; opens nothing. */
  id: string;
  identity: Identity;
  /** Milliseconds since 1970, as are all times here. */
  begun: number;
  seen: number;
  /** From where: the address, and what the browser calls itself. */
  address: string;
  agent: string;
}

/** With the token that its every write must carry. */
export interface OpenSession extends KeptSession {
  csrf: string;
}

/** Sessions by the hash of what opens them: what may be kept of them. */
export type SessionList = [key: string, session: KeptSession][];

/**
 * Sessions that live on the server, so that signing out, or an administrator, ends one at once. The cookie's value is
 * a random token; only its hash is kept.
 */
export interface Sessions {
  begin(who: Pick<KeptSession, 'identity' | 'address' | 'agent'>): OpenSession & { token: string };
  /** The session of a cookie, its idle time begun anew; undefined when there is none, or no longer. */
  find(token: string | undefined): OpenSession | undefined;
  end(token: string | undefined): void;
  /** All that are open, the latest begun first. */
  list(): KeptSession[];
  /** Ends those that `which` names; how many they were. */
  endThose(which: (session: KeptSession) => boolean): number;
}

const minute = 60_000;
/** A session ends after so long without a request, and in any case after a working day. */
export const sessionLimits = { idle: 30 * minute, total: 10 * 60 * minute };

/** Opens with the sessions in `kept`. `keep` hears of each begin and end, and once a minute of who is still there. */
export function openSessions({
  now = Date.now,
  kept = [],
  keep = () => {},
}: { now?: () => number; kept?: SessionList; keep?: (sessions: SessionList) => void } = {}): Sessions {
  const open = new Map(kept);
  let told = now();
  const isOver = (session: KeptSession) =>
    now() - session.seen > sessionLimits.idle || now() - session.begun > sessionLimits.total;
  const tell = () => {
    told = now();
    keep([...open]);
  };
  const endThose = (which: (session: KeptSession) => boolean): number => {
    const those = [...open].filter(([, session]) => which(session));
    for (const [key] of those) open.delete(key);
    if (those.length > 0) tell();
    return those.length;
  };
  return {
    begin({ identity, address, agent }) {
      endThose(isOver);
      const token = randomBytes(32).toString('base64url');
      const session: KeptSession = {
        id: randomBytes(9).toString('base64url'),
        identity,
        begun: now(),
        seen: now(),
        address,
        agent: agent.slice(0, 200),
      };
      open.set(keyOf(token), session);
      tell();
      return { ...session, token, csrf: csrfOf(token) };
    },
    find(token) {
      if (token === undefined) return undefined;
      const session = open.get(keyOf(token));
      if (session === undefined || isOver(session)) return undefined;
      session.seen = now();
      if (now() - told >= minute) tell();
      return { ...session, csrf: csrfOf(token) };
    },
    end(token) {
      if (token !== undefined && open.delete(keyOf(token))) tell();
    },
    list() {
      endThose(isOver);
      return [...open.values()].map((session) => ({ ...session })).reverse();
    },
    endThose,
  };
}

/** Whether two secrets are equal, in a time that tells nothing of where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(keyOf(a)), Buffer.from(keyOf(b)));
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}

/** Follows from the token, so that it need not be kept; nothing leads back. */
function csrfOf(token: string): string {
  return createHash('sha256').update(`csrf ${token}`).digest('base64url');
}
