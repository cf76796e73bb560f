import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Member, Person, Role } from '../../api/index.ts';
import { dayOf } from '../../model/dayOf.ts';
import type { Identity, People } from '../../review/index.ts';
import type { Accounts } from './accounts.ts';
import { refusals } from './refusal.ts';
import { isWrite } from './security.ts';
import { sameSecret, type Sessions } from './sessions.ts';

const cookieName = 'guicheng';

/** Who asks, with the token that their writes carry. */
export interface SignedIn {
  person: Member;
  csrf: string;
}

/** Turns cookies into people and back. */
export interface SignIn {
  begin(reply: FastifyReply, identity: Identity): Promise<SignedIn>;
  end(request: FastifyRequest, reply: FastifyReply): void;
  /** Reads who may do what as main says now, before a request is answered; `require` tells people by it. */
  prepare(request: FastifyRequest): Promise<void>;
  /**
   * Who asks. Throws 401 when nobody is signed in or their account is gone, and 403 when a write lacks the
   * token of the session.
   */
  require(request: FastifyRequest): SignedIn;
}

export interface SignInOptions {
  accounts: Accounts;
  sessions: Sessions;
  /** Who may do what, by the catalogue as it is approved now. */
  people(): Promise<People>;
}

export function signIn({ accounts, sessions, people }: SignInOptions): SignIn {
  // No `Secure`: the server speaks plain HTTP on loopback only, where browsers would drop such a cookie.
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
  const prepared = new WeakMap<FastifyRequest, People>();
  return {
    async begin(reply, identity) {
      const person = memberOf(await people(), identity);
      const { token, csrf } = sessions.begin(identity.subject);
      reply.setCookie(cookieName, token, cookie);
      return { person, csrf };
    },
    end(request, reply) {
      sessions.end(request.cookies[cookieName]);
      reply.clearCookie(cookieName, cookie);
    },
    async prepare(request) {
      if (request.cookies[cookieName] !== undefined) prepared.set(request, await people());
    },
    require(request) {
      const session = sessions.find(request.cookies[cookieName]);
      const identity = session && accounts.identity(session.subject);
      const who = prepared.get(request);
      if (session === undefined || identity === undefined || who === undefined)
        throw refusals.unauthenticated();
      const given = request.headers['x-csrf-token'];
      if (isWrite(request) && !(typeof given === 'string' && sameSecret(given, session.csrf)))
        throw refusals.crossSite();
      return { person: memberOf(who, identity), csrf: session.csrf };
    },
  };
}

/** What somebody may do today. */
function memberOf(people: People, identity: Identity): Member {
  return people.memberOf(identity, dayOf(new Date()));
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
