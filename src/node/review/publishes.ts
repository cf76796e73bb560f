import { decodeMessage } from '../../review/index.ts';
import type { Repository } from '../git/index.ts';
import { commitAct, type Doing, type Parts } from './parts.ts';
import { liveRef } from './refs.ts';
import type { Published, PublishResult } from './results.ts';
import { untilSwapped } from './untilSwapped.ts';

/**
 * Records that the public site shows commit `main`, if what it showed before is still the one that the
 * publisher saw (`onto`: the publish before). The same operation again is done once.
 */
export async function recordPublish(
  parts: Parts,
  {
    main,
    date,
    reason,
    onto,
    person,
    operation,
  }: Doing & { main: string; date: string; reason?: string; onto: string | undefined },
): Promise<PublishResult> {
  const { repository, catalogues, queues } = parts;
  const attempt = async (): Promise<PublishResult | 'lost'> => {
    const live = (await readPublishes(repository, 1))[0];
    if (live?.operation === operation) return { kind: 'recorded', oid: live.oid };
    if (live?.oid !== onto) return { kind: 'stale', head: live?.oid };
    const { oid } = await commitAct(
      parts,
      { act: { kind: 'publish', main, date, ...(reason !== undefined && { reason }) }, person, operation },
      {
        parents: onto === undefined ? [] : [onto],
        baseTree: await catalogues.treeOf(main),
        changes: new Map(),
      },
    );
    const update = await repository.updateRef({ ref: liveRef, from: onto, to: oid });
    // Who was first may have recorded this very publish: asked for at another server, whose answer was lost.
    return update.kind === 'updated' ? { kind: 'recorded', oid } : 'lost';
  };
  return queues.run('live', () => untilSwapped(attempt, parts.pause));
}

/** What was published, newest first: all of it, or the latest `most`. */
export async function readPublishes(repository: Repository, most?: number): Promise<Published[]> {
  const tip = await repository.readRef(liveRef);
  if (tip === undefined) return [];
  return (await repository.history(tip, most)).map(({ oid, at, message }) => {
    const signed = decodeMessage(message);
    if (signed?.act.kind !== 'publish')
      throw new Error(`Commit ${oid} of ${liveRef} tells no publish: it was not made here`);
    const { main, date, reason } = signed.act;
    const { person, operation } = signed;
    return { oid, at, main, date, operation, person, ...(reason !== undefined && { reason }) };
  });
}
