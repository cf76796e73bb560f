import type { FastifyInstance } from 'fastify';
import type { Person, ReviewPages, ReviewView } from '../../../api/index.ts';
import { renderGuidePage } from '../../../guide/index.ts';
import { catalogueOf, type Files } from '../catalogue/catalogueOf.ts';
import { draftParams, requiredDraft } from '../drafts/draftRequest.ts';
import { reviewView, sidesOf } from '../drafts/reviewView.ts';
import type { Services } from '../services.ts';

const since = { type: 'object', properties: { since: { type: 'string', pattern: '^[0-9a-f]{40}$' } } };
const guide = {
  type: 'object',
  properties: {
    division: { type: 'string', pattern: '^[0-9]{6}$' },
    item: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
  },
  required: ['division', 'item'],
};

/** `/api/drafts/:id/review`: what a reviewer decides on; `/api/drafters`: to whom a draft may be given. */
export function reviewRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  app.get<{ Params: { id: string }; Querystring: { since?: string } }>(
    '/api/drafts/:id/review',
    { schema: { params: draftParams, querystring: since } },
    async (request): Promise<ReviewView> => {
      signIn.require(request);
      return reviewView(await requiredDraft(store, request.params.id), store, request.query.since);
    },
  );

  app.get<{ Params: { id: string }; Querystring: { division: string; item: string } }>(
    '/api/drafts/:id/review/pages',
    { schema: { params: draftParams, querystring: guide } },
    async (request): Promise<ReviewPages> => {
      signIn.require(request);
      const { base, drafted } = await sidesOf(await requiredDraft(store, request.params.id), store);
      const [before, after] = [base, drafted].map((files) => pageOf(files, request.query));
      return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    },
  );

  app.get('/api/drafters', async (request): Promise<Person[]> => {
    signIn.require(request);
    const bySubject = new Map<string, Person>();
    for (const { commits } of await store.listDrafts())
      for (const { person } of commits)
        if (person.roles.includes('drafter')) bySubject.set(person.subject, person);
    return [...bySubject.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

/** The public page of a guide as `files` have it; `undefined` where they have none. */
function pageOf(files: Files, { division, item }: { division: string; item: string }): string | undefined {
  const { guides, lookups } = catalogueOf(files);
  const found = guides.find((one) => one.division === division && one.id === item);
  return found && renderGuidePage(found, lookups, { preview: true });
}
