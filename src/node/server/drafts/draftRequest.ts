import type { FastifyRequest } from 'fastify';
import type { Person } from '../../../api/index.ts';
import { mayAct, type Wish } from '../../../review/index.ts';
import type { Draft, Store } from '../../review/index.ts';
import { refusals } from '../refusal.ts';

const ulid = '[0-7][0-9A-HJKMNP-TV-Z]{25}';
const isUlid = new RegExp(`^${ulid}$`);

/** Fastify's schema of a route below `/api/drafts/:id`: what is no ULID names no draft and reaches no git. */
export const draftParams = {
  type: 'object',
  properties: { id: { type: 'string', pattern: isUlid.source } },
  required: ['id'],
};

/** Which version a write builds on, and the name under which it happens once however often it is sent. */
export interface Precondition {
  ifMatch: string;
  operation: string;
}

/** Reads `If-Match: "<tip>"` and `X-Operation-Id`. Throws 428 where one is missing, 400 where one is malformed. */
export function precondition(request: FastifyRequest): Precondition {
  const ifMatch = request.headers['if-match'];
  const operation = operationOf(request);
  if (ifMatch === undefined || operation === undefined) throw refusals.preconditionRequired();
  const tip = /^"([0-9a-f]{40})"$/.exec(ifMatch)?.[1];
  if (tip === undefined) throw refusals.malformed('If-Match');
  return { ifMatch: tip, operation };
}

/** The operation id of a request, if it has one. Throws 400 where it is no ULID. */
export function operationOf(request: FastifyRequest): string | undefined {
  const operation = request.headers['x-operation-id'];
  if (operation === undefined) return undefined;
  if (typeof operation !== 'string' || !isUlid.test(operation)) throw refusals.malformed('X-Operation-Id');
  return operation;
}

/** The draft `id`. Throws 404 where there is none. */
export async function requiredDraft(store: Store, id: string): Promise<Draft> {
  const draft = await store.readDraft(id);
  if (draft === undefined) throw refusals.notFound({ zh: '这份草稿', en: 'such draft' });
  return draft;
}

/** Throws 403 with the reason where `person` may not do `wish` to `draft`, whosever its files are. */
export function permit(draft: Draft, person: Person, wish: Wish): void {
  const permission = mayAct(draft, person, wish);
  if (permission.kind === 'refused') throw refusals.forbidden(permission);
}
