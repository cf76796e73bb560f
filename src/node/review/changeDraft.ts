import { ulid } from 'ulid';
import { mayAct } from '../../review/index.ts';
import { draftRef, isCataloguePath } from '../git/index.ts';
import { contentProblem } from './contentProblem.ts';
import type { FirstStep } from './createDraft.ts';
import { changesOutOfReach } from './outOfReach.ts';
import { commitAct, type Parts, type ScopedDoing } from './parts.ts';
import { forbidden, operationTaken, refusal } from './refusals.ts';
import type { ActResult, Draft, Refusal } from './results.ts';
import { untilSwapped } from './untilSwapped.ts';

/**
 * Changes many files of a draft by `steps`, one commit each, all of them or none: the branch moves once, to the last,
 * which has the operation's id.
 */
export async function changeDraft(
  parts: Parts,
  { draft: id, person, operation, ifMatch }: ScopedDoing & { draft: string; ifMatch: string },
  stepsFor: (draft: Draft) => Promise<readonly FirstStep[] | Refusal>,
): Promise<ActResult> {
  const { repository, catalogues, drafts, queues } = parts;
  const attempt = async (): Promise<ActResult | 'lost'> => {
    const draft = await drafts.required(id);
    const done = draft.commits.find((commit) => commit.operation === operation);
    if (done !== undefined)
      return done.person.subject === person.subject ? { kind: 'done', tip: draft.tip } : operationTaken();
    if (draft.tip !== ifMatch) return { kind: 'stale', head: draft.tip };
    const permission = mayAct(draft, person, { kind: 'edit' });
    if (permission.kind === 'refused') return forbidden(permission);
    const steps = await stepsFor(draft);
    if ('kind' in steps) return steps;
    if (steps.length === 0) return refusal('这里没有可改的。', 'There is nothing to change.');
    for (const { changes } of steps) {
      for (const [path, content] of changes) {
        if (!isCataloguePath(path))
          return refusal('这个位置不能放文件。', 'No file may stand at this place.');
        const problem = content === null ? undefined : contentProblem(path, content);
        if (problem !== undefined) return { kind: 'refused', ...problem };
      }
      const strange = await changesOutOfReach(parts, { person, draft, changes });
      if (strange !== undefined) return strange;
    }
    let oid = draft.tip;
    for (const [i, { act, changes }] of steps.entries())
      ({ oid } = await commitAct(
        parts,
        { act, person, operation: i === steps.length - 1 ? operation : ulid() },
        { parents: [oid], baseTree: await catalogues.treeOf(oid), changes },
      ));
    const update = await repository.updateRef({ ref: draftRef(id), from: draft.tip, to: oid });
    return update.kind === 'updated' ? { kind: 'done', tip: oid } : 'lost';
  };
  return queues.run(id, () => untilSwapped(attempt, parts.pause));
}
