import type { FastifyInstance } from 'fastify';
import type { ReviewView } from '../../../api/index.ts';
import { draftParams } from '../draftRequest.ts';
import { refusals } from '../refusal.ts';
import { reviewView } from '../reviewView.ts';
import type { Services } from '../services.ts';

/** `/api/drafts/:id/review`: what a reviewer decides on. */
export function reviewRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  app.get<{ Params: { id: string } }>(
    '/api/drafts/:id/review',
    { schema: { params: draftParams } },
    async (request): Promise<ReviewView> => {
      signIn.require(request);
      const draft = await store.readDraft(request.params.id);
      if (draft === undefined) throw refusals.notFound({ zh: '这份草稿', en: 'such draft' });
      return reviewView(draft, store);
    },
  );
}
