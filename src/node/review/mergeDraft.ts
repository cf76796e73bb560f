import { mayAct } from '../../review/index.ts';
import { passGate } from './deeds.ts';
import { commitAct, type Doing, type Parts } from './parts.ts';
import { mainRef } from './refs.ts';
import { forbidden } from './refusals.ts';
import type { MergeResult } from './results.ts';
import { untilSwapped } from './untilSwapped.ts';

/**
 * Takes an approved draft into main: its changed files over main as it is, checked again as a whole. It follows
 * from the last signature; where it was cut off or blocked then, those who may sign may ask for it again.
 */
export async function mergeDraft(
  parts: Parts,
  { draft: id, person, operation }: Doing & { draft: string },
): Promise<MergeResult> {
  const { repository, catalogues, drafts, queues } = parts;
  const merge = async (): Promise<MergeResult | 'lost'> => {
    const draft = await drafts.required(id);
    if (draft.state.kind === 'merged') return { kind: 'merged', main: draft.state.oid };
    const permission = mayAct(draft, person, { kind: 'merge' });
    if (permission.kind === 'refused') return forbidden(permission);
    const conflicts = draft.changes
      .filter((change) => change.mainBlob !== change.beganBlob)
      .map(({ path }) => path);
    if (conflicts.length > 0) return { kind: 'conflict', paths: conflicts };
    // The very main that the approvals were held against: one that has moved since is seen at the next attempt.
    const { main } = draft;
    const gate = await passGate(parts, draft);
    if (gate.kind === 'blocked') return gate;
    const changes = new Map(draft.changes.map(({ path, blob }) => [path, blob === null ? null : { blob }]));
    const { oid } = await commitAct(
      parts,
      { act: { kind: 'merge', draft: id, title: draft.title }, person, operation },
      { parents: [main, draft.tip], baseTree: await catalogues.treeOf(main), changes },
    );
    const update = await repository.updateRef({ ref: mainRef, from: main, to: oid });
    return update.kind === 'updated' ? { kind: 'merged', main: oid } : 'lost';
  };
  // In the draft's own queue as well: nobody takes it back between the look and the merge.
  return queues.run(id, () => queues.run('main', () => untilSwapped(merge, parts.pause)));
}
