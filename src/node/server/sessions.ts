import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Identity } from '../../review/index.ts';

/** Who is signed in, and the token that their every write must carry. */
export interface OpenSession {
  /** Names the session in lists and in the access log; opens nothing. */
  id: string;
  identity: Identity;
  csrf: string;
  /** Milliseconds since 1970, as are all times here. */
  begun: number;
  seen: number;
  /** From where: the address, and what the browser calls itself. */
  address: string;
  agent: string;
}

/**
 * Sessions that live on the server, so that signing out, or an administrator, ends one at once. A restart signs
 * everybody out. The cookie's value is a random token; only its hash is kept.
 */
export interface Sessions {
  begin(who: Pick<OpenSession, 'identity' | 'address' | 'agent'>): OpenSession & { token: string };
  /** The session of a cookie, its idle time begun anew; undefined when there is none, or no longer. */
  find(token: string | undefined): OpenSession | undefined;
  end(token: string | undefined): void;
  /** All that are open, the latest begun first. */
  list(): OpenSession[];
  /** Ends those that `which` names; how many they were. */
  endThose(which: (session: OpenSession) => boolean): number;
}

const minute = 60_000;
/** A session ends after so long without a request, and in any case after a working day. */
export const sessionLimits = { idle: 30 * minute, total: 10 * 60 * minute };

export function openSessions(now: () => number = Date.now): Sessions {
  const open = new Map<string, OpenSession>();
  const isOver = (session: OpenSession) =>
    now() - session.seen > sessionLimits.idle || now() - session.begun > sessionLimits.total;
  const endThose = (which: (session: OpenSession) => boolean): number => {
    const those = [...open].filter(([, session]) => which(session));
    for (const [key] of those) open.delete(key);
    return those.length;
  };
  return {
    begin({ identity, address, agent }) {
      endThose(isOver);
      const token = randomBytes(32).toString('base64url');
      const csrf = randomBytes(32).toString('base64url');
      const session: OpenSession = {
        id: randomBytes(9).toString('base64url'),
        identity,
        csrf,
        begun: now(),
        seen: now(),
        address,
        agent: agent.slice(0, 200),
      };
      open.set(keyOf(token), session);
      return { ...session, token };
    },
    find(token) {
      if (token === undefined) return undefined;
      const session = open.get(keyOf(token));
      if (session === undefined || isOver(session)) return undefined;
      session.seen = now();
      return { ...session };
    },
    end(token) {
      if (token !== undefined) open.delete(keyOf(token));
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
