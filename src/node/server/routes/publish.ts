import type { FastifyInstance } from 'fastify';
import type { Member, PublishView } from '../../../api/index.ts';
import { operationOf } from '../draftRequest.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

/** `/api/publish`: what the public site shows and would show; show main. */
export function publishRoutes(app: FastifyInstance, { signIn, site }: Services): void {
  const view = async (person: Member): Promise<PublishView> => ({
    ...(await site.view()),
    site: '/site/',
    may: await site.mayPublish(person),
  });

  app.get('/api/publish', async (request): Promise<PublishView> => view(signIn.require(request).person));

  app.post('/api/publish', async (request): Promise<PublishView> => {
    const { person } = signIn.require(request);
    const operation = operationOf(request);
    const permission = await site.mayPublish(person);
    if (permission.kind === 'refused') throw refusals.forbidden(permission);
    await site.publish({ person, ...(operation !== undefined && { operation }) });
    request.log.info({ event: 'publish', subject: person.subject });
    return view(person);
  });
}
