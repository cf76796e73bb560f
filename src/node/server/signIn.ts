import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person, Role } from '../../api/index.ts';
import type { Accounts } from './accounts.ts';
import { refusals } from './refusal.ts';
import { isWrite } from './security.ts';
import { sameSecret, type Sessions } from './sessions.ts';

const cookieName = 'guicheng';

/** Who asks, with the token that their writes carry. */
export interface SignedIn {
  person: Person;
  csrf: string;
}

/** Turns cookies into people and back. */
export interface SignIn {
  begin(reply: FastifyReply, person: Person): SignedIn;
  end(request: FastifyRequest, reply: FastifyReply): void;
  /**
   * Who asks. Throws 401 when nobody is signed in or their account is gone, and 403 when a write lacks the
   * token of the session.
   */
  require(request: FastifyRequest): SignedIn;
}

export function signIn({ accounts, sessions }: { accounts: Accounts; sessions: Sessions }): SignIn {
  // No `Secure`: the server speaks plain HTTP on loopback only, where browsers would drop such a cookie.
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
  return {
    begin(reply, person) {
      const { token, csrf } = sessions.begin(person.subject);
      reply.setCookie(cookieName, token, cookie);
      return { person, csrf };
    },
    end(request, reply) {
      sessions.end(request.cookies[cookieName]);
      reply.clearCookie(cookieName, cookie);
    },
    require(request) {
      const session = sessions.find(request.cookies[cookieName]);
      const person = session && accounts.person(session.subject);
      if (session === undefined || person === undefined) throw refusals.unauthenticated();
      const given = request.headers['x-csrf-token'];
      if (isWrite(request) && !(typeof given === 'string' && sameSecret(given, session.csrf)))
        throw refusals.crossSite();
      return { person, csrf: session.csrf };
    },
  };
}

/** Refuses a person who has none of `roles`. */
export function requireRole(person: Person, ...roles: Role[]): void {
  if (roles.some((role) => person.roles.includes(role))) return;
  throw refusals.forbidden({
    kind: 'refused',
    reason: '您的角色不能做这件事。',
    reasonEn: 'Your role may not do this.',
  });
}
