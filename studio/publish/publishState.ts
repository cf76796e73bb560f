import type { PublishView } from '../../src/api/index.ts';

/** How the public site stands to what is approved. */
export type PublishState =
  | { kind: 'never' }
  | { kind: 'current' }
  /** Something is approved that is not live. `guides` pages would change; none where it touches no page. */
  | { kind: 'behind'; guides: number };

export function publishState({ live, main, pending }: PublishView): PublishState {
  if (live === undefined) return { kind: 'never' };
  return live.oid === main && pending.length === 0
    ? { kind: 'current' }
    : { kind: 'behind', guides: pending.length };
}
