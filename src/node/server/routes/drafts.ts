import type { FastifyInstance } from 'fastify';
import { ulid } from 'ulid';
import type { ActRequest, DraftRow, DraftView, Member } from '../../../api/index.ts';
import { ownName, placeOf } from '../../../catalogue/index.ts';
import { wishOf, type Draft } from '../../review/index.ts';
import { catalogueOf } from '../catalogue/catalogueOf.ts';
import {
  draftParams,
  operationOf,
  permit,
  precondition,
  requiredDraft,
  type Precondition,
} from '../drafts/draftRequest.ts';
import { draftRow, draftView } from '../drafts/draftView.ts';
import { requireDone } from '../drafts/requireDone.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';
import { requireRole } from '../people/signIn.ts';

const newDraft = {
  type: 'object',
  properties: { file: { type: 'string', maxLength: 200 }, title: { type: 'string', maxLength: 200 } },
  required: ['file'],
  additionalProperties: false,
};

/** An act of `kind` with its other `properties`, those of `optional` not needed; nothing else reaches a commit. */
const deedOf = (kind: string, properties: Record<string, object> = {}, optional: string[] = []) => ({
  properties: { kind: { const: kind }, ...properties },
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const words = { type: 'string', minLength: 1, maxLength: 5000 };
const fieldName = { type: 'string', maxLength: 200 };
const fileName = { type: 'string', minLength: 1, maxLength: 200 };
const fileQuery = { type: 'object', properties: { file: fileName } };
const path = { type: 'array', maxItems: 64, items: { anyOf: [fieldName, { type: 'number' }] } };
const thread = { type: 'string', pattern: '^[0-9a-f]{40}$' };
const role = { enum: ['drafter', 'reviewer', 'legal', 'administrator'] };
const of = { type: 'string', maxLength: 64 };
const deed = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [
    deedOf('submit'),
    deedOf('approve', { role, of, text: words }, ['of', 'text']),
    deedOf('override', { reason: words }),
    deedOf('ratify', { role, of, upheld: { type: 'boolean' }, text: words }, ['of']),
    deedOf('return', { reason: words, threads: { type: 'array', maxItems: 500, items: thread } }, [
      'threads',
    ]),
    deedOf('withdraw'),
    deedOf('merge'),
    deedOf('comment', { text: words, file: fileName, path, thread }, ['file', 'path', 'thread']),
    // Any value that a file can hold; whether the field may hold it, the check says.
    deedOf('suggest', { file: fileName, path, value: {}, text: words }, ['text']),
    deedOf('resolve', { thread }),
    deedOf('reopen', { thread }),
    deedOf('take', { thread }),
    deedOf('decline', { thread }),
    deedOf('takeOver', { reason: words }),
    deedOf('assign', { to: { type: 'string', maxLength: 300 }, reason: words }),
    deedOf('remove', { file: fileName, reason: words }),
    deedOf('rename', { file: fileName, to: fileName, reason: words }),
  ],
};

/** `/api/drafts`: list, begin, read, act. */
export function draftRoutes(app: FastifyInstance, { signIn, store }: Services): void {
  const required = (id: string) => requiredDraft(store, id);

  app.get('/api/drafts', async (request): Promise<DraftRow[]> => {
    const { person } = signIn.require(request);
    const drafts = await store.listDrafts();
    return Promise.all(drafts.map((draft) => draftRow(draft, person, store)));
  });

  app.post<{ Body: { file: string; title?: string } }>(
    '/api/drafts',
    { schema: { body: newDraft } },
    async (request, reply): Promise<DraftView> => {
      const { person } = signIn.require(request);
      requireRole(person, 'drafter');
      const { file, title } = request.body;
      requirePlace(file);
      const operation = operationOf(request) ?? ulid();
      const catalogue = catalogueOf(await store.readCatalogue(await store.main()));
      const place = placeOf(file);
      const id = place.kind === 'file' ? place.id : undefined;
      const name =
        (id !== undefined && catalogue.lookups.itemName(id)) ||
        ownName(catalogue.sources.get(file)?.value)?.zh ||
        file;
      const created = await store.createDraft({ person, operation, title: title?.trim() || name, file });
      if (created.kind === 'refused') throw refusals.refusedText(created);
      reply.code(201);
      return draftView(created.draft, person, store);
    },
  );

  app.get<{ Params: { id: string }; Querystring: { file?: string } }>(
    '/api/drafts/:id',
    { schema: { params: draftParams, querystring: fileQuery } },
    async (request): Promise<DraftView> => {
      const { person } = signIn.require(request);
      const { file } = request.query;
      if (file !== undefined) requirePlace(file);
      return draftView(await required(request.params.id), person, store, file);
    },
  );

  app.post<{ Params: { id: string }; Body: ActRequest }>(
    '/api/drafts/:id/acts',
    { schema: { params: draftParams, body: deed } },
    async (request): Promise<DraftView> => {
      const { person } = signIn.require(request);
      const { id } = request.params;
      const conditions = precondition(request);
      requireKnown(request.body);
      await act(await required(id), person, request.body, conditions);
      request.log.info({ event: request.body.kind, draft: id, subject: person.subject });
      return draftView(await required(id), person, store);
    },
  );

  async function act(
    draft: Draft,
    person: Member,
    body: ActRequest,
    conditions: Precondition,
  ): Promise<void> {
    const { id } = draft;
    const { ifMatch, operation } = conditions;
    // The same operation again finds its act done, and what follows from it may still be to do.
    if (!draft.commits.some((commit) => commit.operation === operation)) permitDeed(draft, person, body);
    if (body.kind === 'merge') {
      if (draft.tip !== ifMatch) throw refusals.stale({ head: draft.tip });
    } else {
      requireDone(await store.act({ draft: id, deed: body, person, ...conditions }));
      if (!['approve', 'override'].includes(body.kind) || (await required(id)).state.kind !== 'approved')
        return;
    }
    const merged = await store.merge({ draft: id, person, operation });
    switch (merged.kind) {
      case 'conflict':
        throw refusals.conflict(merged.paths);
      case 'blocked':
        throw refusals.blocked(merged.diagnostics);
      case 'refused':
        // Signed it is; somebody who returned it, or took it back, in between was before the merge.
        if (body.kind !== 'merge') return;
        throw refusals.refusedText(merged);
      case 'merged':
    }
  }
}

/** Throws 403 with the reason where `person` may not do it; of a thread that is not there the store speaks. */
function permitDeed(draft: Draft, person: Member, body: ActRequest): void {
  const wish = body.kind === 'merge' ? body : wishOf(body, draft);
  if (wish !== undefined) permit(draft, person, wish);
}

/** Throws 422 where an act names what can be no file of a catalogue, be it only to talk about it. */
function requireKnown(body: ActRequest): void {
  for (const path of ['file' in body && body.file, 'to' in body && body.kind === 'rename' && body.to])
    if (typeof path === 'string' && placeOf(path).kind === 'unknown') throw refusals.noPlace(path);
}

function requirePlace(path: string): void {
  if (placeOf(path).kind !== 'file') throw refusals.noPlace(path);
}
