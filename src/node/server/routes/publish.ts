import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Member, PublishProgress, PublishView } from '../../../api/index.ts';
import { operationOf } from '../drafts/draftRequest.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

const backBody = {
  type: 'object',
  properties: {
    to: { type: 'string', pattern: '^[0-9a-f]{40}$' },
    reason: { type: 'string', minLength: 1, maxLength: 1000, pattern: '\\S' },
  },
  required: ['to', 'reason'],
  additionalProperties: false,
};
const scheduleBody = {
  type: 'object',
  // The server's own form, so that two times can be compared as texts.
  properties: { at: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' } },
  required: ['at'],
  additionalProperties: false,
};

/** `/api/publish`: what the public site shows and would show; show main, at once or later; go back. */
export function publishRoutes(app: FastifyInstance, { signIn, site, pages }: Services): void {
  const view = async (person: Member): Promise<PublishView> => ({
    ...(await site.view()),
    ...(pages && { pages: pages.view() }),
    site: '/site/',
    may: await site.mayPublish(person),
  });

  app.get('/api/publish', async (request): Promise<PublishView> => view(signIn.require(request).person));

  app.get('/api/publish/progress', async (request): Promise<PublishProgress> => {
    signIn.require(request);
    return site.progress();
  });

  app.post('/api/publish', async (request): Promise<PublishView> => {
    const doing = await publisher(request);
    await site.publish(doing);
    return done(request, 'publish', doing);
  });

  app.post<{ Body: { to: string; reason: string } }>(
    '/api/publish/back',
    { schema: { body: backBody } },
    async (request): Promise<PublishView> => {
      const doing = await publisher(request);
      await site.goBack({ ...doing, ...request.body });
      return done(request, 'go-back', doing);
    },
  );

  app.put<{ Body: { at: string } }>(
    '/api/publish/schedule',
    { schema: { body: scheduleBody } },
    async (request): Promise<PublishView> => {
      const doing = await publisher(request);
      await site.schedule({ ...doing, at: request.body.at });
      return done(request, 'schedule', doing);
    },
  );

  app.delete('/api/publish/schedule', async (request): Promise<PublishView> => {
    const doing = await publisher(request);
    await site.schedule({ ...doing, at: undefined });
    return done(request, 'unschedule', doing);
  });

  /** Who asks, if it is theirs to publish. */
  async function publisher(request: FastifyRequest): Promise<{ person: Member; operation?: string }> {
    const { person } = signIn.require(request);
    const operation = operationOf(request);
    const permission = await site.mayPublish(person);
    if (permission.kind === 'refused') throw refusals.forbidden(permission);
    return { person, ...(operation !== undefined && { operation }) };
  }

  function done(
    request: FastifyRequest,
    event: string,
    { person }: { person: Member },
  ): Promise<PublishView> {
    request.log.info({ event, subject: person.subject });
    return view(person);
  }
}
