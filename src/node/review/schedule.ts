import { decodeMessage } from '../../review/index.ts';
import type { Repository } from '../git/index.ts';
import { commitAct, type Doing, type Parts } from './parts.ts';
import { scheduleRef } from './refs.ts';
import type { Scheduled, ScheduleResult } from './results.ts';

/**
 * Sets when the site is to follow main by itself (`at`, ISO 8601 in UTC), in the place of what was set before, or
 * takes it back (`at` undefined). The same operation again is done once. `stale`: somebody else was first.
 */
export async function setSchedule(
  parts: Parts,
  { at, person, operation }: Doing & { at: string | undefined },
): Promise<ScheduleResult> {
  const { repository, catalogues, queues } = parts;
  return queues.run('schedule', async (): Promise<ScheduleResult> => {
    const tip = await repository.readRef(scheduleRef);
    const last = tip === undefined ? undefined : await readLast(repository, tip);
    if (last?.operation !== operation) {
      if (at === undefined && last?.act.kind !== 'schedule')
        return { kind: 'recorded', scheduled: undefined };
      const { oid } = await commitAct(
        parts,
        { act: at === undefined ? { kind: 'unschedule' } : { kind: 'schedule', at }, person, operation },
        {
          parents: tip === undefined ? [] : [tip],
          // It holds no files of its own: those of the approved catalogue are there already.
          baseTree: await catalogues.treeOf(await parts.drafts.main()),
          changes: new Map(),
        },
      );
      const update = await repository.updateRef({ ref: scheduleRef, from: tip, to: oid });
      if (update.kind === 'stale') return { kind: 'stale' };
    }
    return { kind: 'recorded', scheduled: await readSchedule(repository) };
  });
}

/** The publish to come; `undefined` where none is set. */
export async function readSchedule(repository: Repository): Promise<Scheduled | undefined> {
  const tip = await repository.readRef(scheduleRef);
  if (tip === undefined) return undefined;
  const { act, oid, operation, person } = await readLast(repository, tip);
  return act.kind === 'schedule' ? { oid, at: act.at, operation, person } : undefined;
}

/** @throws Error where the commit tells no act of a schedule, which is a fault of the repository. */
async function readLast(repository: Repository, tip: string) {
  const { oid, message } = (await repository.history(tip, 1))[0]!;
  const signed = decodeMessage(message);
  if (signed?.act.kind !== 'schedule' && signed?.act.kind !== 'unschedule')
    throw new Error(`Commit ${oid} of ${scheduleRef} tells no schedule: it was not made here`);
  return { ...signed, oid };
}
