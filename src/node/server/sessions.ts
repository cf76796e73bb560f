import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who is signed in, and the token that their every write must carry. */
export interface OpenSession {
  subject: string;
  csrf: string;
}

/**
 * Sessions that live on the server, so that signing out ends one at once. A restart signs everybody out.
 * The cookie's value is a random token; only its hash is kept.
 */
export interface Sessions {
  begin(subject: string): OpenSession & { token: string };
  /** The session of a cookie, its idle time begun anew; undefined when there is none, or no longer. */
  find(token: string | undefined): OpenSession | undefined;
  end(token: string | undefined): void;
}

const minute = 60_000;
/** A session ends after so long without a request, and in any case after a working day. */
export const sessionLimits = { idle: 30 * minute, total: 10 * 60 * minute };

export function openSessions(now: () => number = Date.now): Sessions {
  const open = new Map<string, OpenSession & { begun: number; seen: number }>();
  const isOver = (session: { begun: number; seen: number }) =>
    now() - session.seen > sessionLimits.idle || now() - session.begun > sessionLimits.total;
  return {
    begin(subject) {
      for (const [key, session] of open) if (isOver(session)) open.delete(key);
      const token = randomBytes(32).toString('base64url');
      const csrf = randomBytes(32).toString('base64url');
      open.set(keyOf(token), { subject, csrf, begun: now(), seen: now() });
      return { token, subject, csrf };
    },
    find(token) {
      if (token === undefined) return undefined;
      const session = open.get(keyOf(token));
      if (session === undefined || isOver(session)) return undefined;
      session.seen = now();
      return { subject: session.subject, csrf: session.csrf };
    },
    end(token) {
      if (token !== undefined) open.delete(keyOf(token));
    },
  };
}

/** Whether two secrets are equal, in a time that tells nothing of where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(keyOf(a)), Buffer.from(keyOf(b)));
}

function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
