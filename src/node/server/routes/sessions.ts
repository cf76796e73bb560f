import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessEntry, Member, SessionView } from '../../../api/index.ts';
import { administersAll } from '../../../review/index.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { KeptSession } from '../people/sessions.ts';

const sessionParams = {
  type: 'object',
  properties: { id: { type: 'string', pattern: '^[\\w-]{12}$' } },
  required: ['id'],
};
const ofSubject = {
  type: 'object',
  properties: { subject: { type: 'string', minLength: 1, maxLength: 600 } },
  required: ['subject'],
  additionalProperties: false,
};

/** `/api/sessions`: one's own, or all to who administers everywhere; end one, or all of a person. `/api/access`: the log. */
export function sessionsRoutes(
  app: FastifyInstance,
  { signIn, sessions, saveSessions, accessLog }: Services,
): void {
  /** The open sessions, each with who is in it by what holds now. */
  async function known(): Promise<{ session: KeptSession; member: Member | undefined }[]> {
    return Promise.all(
      sessions.list().map(async (session) => ({ session, member: await signIn.memberIn(session) })),
    );
  }
  async function view(request: FastifyRequest): Promise<SessionView[]> {
    const { person } = signIn.require(request);
    const current = signIn.whose(request)?.session.id;
    const all = administersAll(person);
    return (await known()).flatMap(({ session: { id, address, agent, begun, seen }, member }) =>
      member !== undefined && (all || member.subject === person.subject)
        ? [
            {
              id,
              subject: member.subject,
              name: member.name,
              address,
              agent,
              begunAt: new Date(begun).toISOString(),
              seenAt: new Date(seen).toISOString(),
              isCurrent: id === current,
            },
          ]
        : [],
    );
  }
  async function end(which: (session: KeptSession) => boolean): Promise<void> {
    if (sessions.endThose(which) === 0) throw refusals.notFound({ zh: '这个登录', en: 'such session' });
    await saveSessions();
  }

  app.get('/api/sessions', view);

  app.delete<{ Params: { id: string } }>(
    '/api/sessions/:id',
    { schema: { params: sessionParams } },
    async (request, reply) => {
      const { person } = signIn.require(request);
      const { id } = request.params;
      const found = (await known()).find(({ session }) => session.id === id);
      // Somebody else’s is as good as none to who may not see it.
      const isTheirs = administersAll(person) || found?.member?.subject === person.subject;
      await end((session) => isTheirs && session.id === id);
      return reply.code(204).send();
    },
  );

  app.post<{ Body: { subject: string } }>(
    '/api/sessions/end',
    { schema: { body: ofSubject } },
    async (request, reply) => {
      const { person } = signIn.require(request);
      const { subject } = request.body;
      if (subject !== person.subject) requireAdministration(person);
      const theirs = new Set(
        (await known()).flatMap(({ session, member }) => (member?.subject === subject ? [session.id] : [])),
      );
      await end(({ id }) => theirs.has(id));
      return reply.code(204).send();
    },
  );

  app.get('/api/access', async (request): Promise<AccessEntry[]> => {
    requireAdministration(signIn.require(request).person);
    return accessLog.recent(500);
  });
}

function requireAdministration(person: Member): void {
  if (administersAll(person)) return;
  throw refusals.forbidden({
    kind: 'refused',
    reason: '只有职责为全部范围的管理人员可以查看和结束他人的登录。',
    reasonEn: 'Only administrators everywhere may see and end the sessions of others.',
  });
}
