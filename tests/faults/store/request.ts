import type { Store } from '../../../src/node/review/index.ts';
import type { Deed } from '../../../src/review/index.ts';
import { people, type Name } from './openStore.ts';

/** One operation of the store, as a client would send it: sent again after a fault it is the very same. */
export type Request = { operation: string; who: Name } & (
  | { kind: 'create'; title: string }
  | { kind: 'save'; draft: string; path: string; content: string; ifMatch: string }
  | { kind: 'act'; draft: string; deed: Deed; ifMatch: string }
  | { kind: 'merge'; draft: string }
  | { kind: 'publish'; main: string; onto: string | undefined }
);

/** What was answered. `oid` is the commit that is acknowledged, `text` what a save says the file holds now. */
export type Answer =
  | { kind: 'acknowledged'; oid: string; text?: string }
  /** Nothing was done, and it was said. */
  | { kind: 'refused'; why: string; head?: string };

/** Does `request`. @throws what the store throws: nothing is said then. */
export async function perform(store: Store, request: Request): Promise<Answer> {
  const { operation } = request;
  const doing = { operation, person: people[request.who] };
  switch (request.kind) {
    case 'create': {
      const created = await store.createDraft({ ...doing, title: request.title });
      return created.kind === 'created'
        ? { kind: 'acknowledged', oid: created.draft.tip }
        : { kind: 'refused', why: created.reasonEn };
    }
    case 'save': {
      const { draft, path, content, ifMatch } = request;
      const saved = await store.save({ ...doing, draft, path, content, ifMatch });
      if (saved.kind === 'saved')
        return { kind: 'acknowledged', oid: saved.tip, text: saved.text ?? content };
      return saved.kind === 'stale'
        ? { kind: 'refused', why: 'stale', head: saved.head }
        : { kind: 'refused', why: saved.reasonEn };
    }
    case 'act': {
      const { draft, deed, ifMatch } = request;
      const done = await store.act({ ...doing, draft, deed, ifMatch });
      if (done.kind === 'done') return { kind: 'acknowledged', oid: done.tip };
      if (done.kind === 'stale') return { kind: 'refused', why: 'stale', head: done.head };
      return { kind: 'refused', why: done.kind === 'refused' ? done.reasonEn : done.kind };
    }
    case 'merge': {
      const merged = await store.merge({ ...doing, draft: request.draft });
      if (merged.kind === 'merged') return { kind: 'acknowledged', oid: merged.main };
      return { kind: 'refused', why: merged.kind === 'refused' ? merged.reasonEn : merged.kind };
    }
    case 'publish': {
      const { main, onto } = request;
      const recorded = await store.recordPublish({ ...doing, main, onto, date: '2026-01-05' });
      return recorded.kind === 'recorded'
        ? { kind: 'acknowledged', oid: recorded.oid }
        : { kind: 'refused', why: 'stale', ...(recorded.head !== undefined && { head: recorded.head }) };
    }
  }
}
