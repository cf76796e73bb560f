import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Member, Person, Role } from '../../../api/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import type { Identity, People } from '../../../review/index.ts';
import type { Accounts } from './accounts.ts';
import { refusals } from '../refusal.ts';
import { isWrite } from '../security.ts';
import { sameSecret, type KeptSession, type OpenSession, type Sessions } from './sessions.ts';

/** Who asks, with the token that their writes carry. */
export interface SignedIn {
  person: Member;
  csrf: string;
}

/** Turns cookies into people and back. */
export interface SignIn {
  /**
   * Begins a session of its own for who has just proved who they are; one that the browser had before ends, so that
   * nobody goes on in a session that somebody else has put there. Throws 403 where they may do nothing here.
   */
  begin(request: FastifyRequest, reply: FastifyReply, identity: Identity): Promise<SignedIn>;
  end(request: FastifyRequest, reply: FastifyReply): void;
  /** Reads who may do what as main says now, before a request is answered; `require` tells people by it. */
  prepare(request: FastifyRequest): Promise<void>;
  /**
   * Who asks. Throws 401 when nobody is signed in or their account is gone, and 403 when a write lacks the
   * token of the session.
   */
  require(request: FastifyRequest): SignedIn;
  /** The session of a request and who it is, if they are signed in; what `require` decides by. */
  whose(request: FastifyRequest): { session: OpenSession; person: Member } | undefined;
  /** By which session a request was answered, for the access log; undefined where by none. */
  traceOf(request: FastifyRequest): { subject: string; session: string } | undefined;
  /** Who somebody in a session is by what holds now; `undefined` where they are nobody any more. */
  memberIn(session: KeptSession): Promise<Member | undefined>;
}

export interface SignInOptions {
  accounts: Accounts;
  sessions: Sessions;
  /** Who may do what, by the catalogue as it is approved now. */
  people(): Promise<People>;
  /** Whether browsers come by HTTPS alone. */
  isSecure?: boolean;
}

export function signIn({ accounts, sessions, people, isSecure = false }: SignInOptions): SignIn {
  // Without HTTPS no `Secure`: on loopback browsers would drop such a cookie.
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  const cookieName = isSecure ? '__Host-guicheng' : 'guicheng';
  const prepared = new WeakMap<FastifyRequest, People>();
  const traces = new WeakMap<FastifyRequest, { subject: string; session: string }>();

  /** An account of this machine is what it is now; what an identity provider said holds for the session. */
  function identityIn(session: KeptSession): Identity | undefined {
    const { subject } = session.identity;
    if (!subject.startsWith('local:')) return session.identity;
    const account = accounts.identity(subject);
    return account !== undefined && session.begun >= account.since ? account.identity : undefined;
  }
  function memberOf(session: KeptSession, who: People): Member | undefined {
    const identity = identityIn(session);
    const member = identity && who.memberOf(identity, dayOf(new Date()));
    return member !== undefined && isKnown(member, session.identity) ? member : undefined;
  }
  function whose(request: FastifyRequest) {
    const session = sessions.find(request.cookies[cookieName]);
    const who = prepared.get(request);
    const person = session && who && memberOf(session, who);
    return person === undefined ? undefined : { session: session!, person };
  }
  return {
    async begin(request, reply, identity) {
      const person = (await people()).memberOf(identity, dayOf(new Date()));
      if (!isKnown(person, identity)) throw refusals.notListed();
      sessions.end(request.cookies[cookieName]);
      const { token, csrf, id } = sessions.begin({
        identity,
        address: request.ip,
        agent: request.headers['user-agent'] ?? '',
      });
      reply.setCookie(cookieName, token, cookie);
      traces.set(request, { subject: person.subject, session: id });
      return { person, csrf };
    },
    end(request, reply) {
      sessions.end(request.cookies[cookieName]);
      reply.clearCookie(cookieName, cookie);
    },
    async prepare(request) {
      if (request.cookies[cookieName] === undefined) return;
      const [who] = await Promise.all([people(), accounts.refresh()]);
      prepared.set(request, who);
    },
    require(request) {
      const found = whose(request);
      if (found === undefined) throw refusals.unauthenticated();
      const { person, session } = found;
      traces.set(request, { subject: person.subject, session: session.id });
      const given = request.headers['x-csrf-token'];
      if (isWrite(request) && !(typeof given === 'string' && sameSecret(given, session.csrf)))
        throw refusals.crossSite();
      return { person, csrf: session.csrf };
    },
    whose,
    traceOf: (request) => traces.get(request),
    async memberIn(session) {
      await accounts.refresh();
      return memberOf(session, await people());
    },
  };
}

/** An identity provider knows many; here only those are somebody to whom the catalogue grants something. */
function isKnown(member: Member, { subject }: Identity): boolean {
  return subject.startsWith('local:') || member.grants.length > 0;
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
