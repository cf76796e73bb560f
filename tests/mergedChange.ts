import { ulid } from 'ulid';
import type { Store } from '../src/node/review/index.ts';
import type { Member, Role } from '../src/review/index.ts';

const member = (role: Role): Member => ({
  subject: `local:${role}`,
  name: role,
  roles: [role],
  grants: [{ roles: [role], where: 'everywhere' }],
});
const [drafter, reviewer, legal] = [member('drafter'), member('reviewer'), member('legal')];

/**
 * Takes a file into main through a draft that a drafter wrote and a reviewer and a legal approver signed; gives
 * the commit of main. @throws Error where the store refuses any of it.
 */
export async function mergedChange(
  store: Store,
  { path, content, title = '改' }: { path: string; content: string; title?: string },
): Promise<string> {
  const created = await store.createDraft({ person: drafter, operation: ulid(), title });
  if (created.kind !== 'created') throw new Error(created.reasonEn);
  const { id: draft, tip: ifMatch } = created.draft;
  const saved = await store.save({ draft, path, content, ifMatch, person: drafter, operation: ulid() });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  let { tip } = saved;
  for (const [person, deed] of [
    [drafter, { kind: 'submit' }],
    [reviewer, { kind: 'approve', role: 'reviewer' }],
    [legal, { kind: 'approve', role: 'legal' }],
  ] as const) {
    const done = await store.act({ draft, deed, ifMatch: tip, person, operation: ulid() });
    if (done.kind !== 'done') throw new Error(JSON.stringify(done));
    tip = done.tip;
  }
  const merged = await store.merge({ draft, person: legal, operation: ulid() });
  if (merged.kind !== 'merged') throw new Error(merged.kind);
  return merged.main;
}
