import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Saved } from '../../../api/index.ts';
import { placeOf } from '../../../catalogue/index.ts';
import { attachmentLimit, attachmentTypes, endingOf } from '../../../model/attachments/attachmentProblem.ts';
import type { SaveResult } from '../../review/index.ts';
import { draftParams, permit, precondition, requiredDraft } from '../drafts/draftRequest.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

interface FileRoute {
  Params: { id: string; '*': string };
}

/** Largest body taken: an attachment, and room so that its own check and not the server says what is too much. */
const bodyLimit = attachmentLimit + 64 * 1024;

/** `/api/drafts/:id/files/<path>`: write a file of a draft, take its changes back, read an attachment. */
export function fileRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  const options = {
    schema: { params: draftParams },
    // Before the body: nobody unknown makes the server hold ten megabytes.
    onRequest: async (request: FastifyRequest) => void signIn.require(request),
  };

  app.put<FileRoute & { Body: Buffer | null }>(
    '/api/drafts/:id/files/*',
    { ...options, bodyLimit },
    async (request): Promise<Saved> => {
      const write = await writeOf(request);
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return savedOf(await store.save({ ...write, content }));
    },
  );

  app.delete<FileRoute>('/api/drafts/:id/files/*', options, async (request): Promise<Saved> =>
    savedOf(await store.revert(await writeOf(request))),
  );

  app.get<FileRoute & { Querystring: { began?: string } }>(
    '/api/drafts/:id/files/*',
    options,
    async (request, reply) => {
      const { id, '*': path } = request.params;
      const ending = endingOf(path);
      if (placeOf(path).kind !== 'attachment' || ending === undefined) throw refusals.noPlace(path);
      const draft = await requiredDraft(store, id);
      const commit = request.query.began === undefined ? draft.tip : draft.began;
      const blob = (await store.repository.readTree(commit)).get(path);
      if (blob === undefined) throw refusals.notFound({ zh: '这个附件', en: 'such attachment' });
      // Pictures are shown beside each other in the review; everything else is saved and opened elsewhere.
      const isPicture = attachmentTypes[ending].startsWith('image/');
      const name = path.slice(path.lastIndexOf('/') + 1);
      return reply
        .type(attachmentTypes[ending])
        .header('content-disposition', `${isPicture ? 'inline' : 'attachment'}; filename="${name}"`)
        .send(await store.repository.readBlob(blob));
    },
  );

  async function writeOf(request: FastifyRequest<FileRoute>) {
    const { person } = signIn.require(request);
    const { id: draft, '*': path } = request.params;
    const conditions = precondition(request);
    if (!['file', 'attachment'].includes(placeOf(path).kind)) throw refusals.noPlace(path);
    permit(await requiredDraft(store, draft), person, { kind: 'edit' });
    return { draft, path, person, ...conditions };
  }
}

function savedOf(result: SaveResult): Saved {
  switch (result.kind) {
    case 'saved':
      return { tip: result.tip, savedAt: result.at, ...(result.text !== undefined && { text: result.text }) };
    case 'stale':
      throw refusals.stale(result);
    case 'refused':
      throw refusals.refusedText(result);
  }
}
