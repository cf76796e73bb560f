import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { Store } from '../../../src/node/review/index.ts';
import type { Random } from '../random.ts';
import type { Acknowledged } from './judge.ts';
import { files, itemText, type Name } from './openStore.ts';
import { perform, type Request } from './request.ts';

/** Races of signing against changing what is signed: how many, what was acknowledged, and how many came into main. */
export interface ApprovalRaces {
  tried: number;
  acknowledged: Acknowledged[];
  merged: number;
}

/** Two sign and merge at one server while the drafter takes the text back and changes it at another. */
export async function raceApprovals(
  [one, other]: readonly [Store, Store],
  { count, random }: { count: number; random: Random },
): Promise<ApprovalRaces> {
  const told: ApprovalRaces = { tried: 0, acknowledged: [], merged: 0 };
  const ask = async (store: Store, request: Request): Promise<boolean> => {
    const answer = await perform(store, request);
    if (answer.kind === 'refused') return false;
    const { oid, text } = answer;
    told.acknowledged.push({ request, oid, ...(text !== undefined && { text }) });
    return true;
  };
  for (; told.tried < count; told.tried++) {
    const draft = ulid();
    const path = random.one(files);
    const text = (say: string) => itemText(path.at(-6)!).replace('初', say);
    const tip = async (store: Store) => (await store.readDraft(draft))!.tip; // It is made first.
    const act = async (store: Store, who: Name, deed: Extract<Request, { kind: 'act' }>['deed']) =>
      ask(store, { kind: 'act', who, operation: ulid(), draft, deed, ifMatch: await tip(store) });
    const save = async (store: Store, who: Name, say: string) =>
      ask(store, {
        kind: 'save',
        who,
        operation: ulid(),
        draft,
        path,
        content: text(say),
        ifMatch: await tip(store),
      });
    await ask(one, { kind: 'create', who: 'drafter', operation: draft, title: '竞签' });
    await save(one, 'drafter', `甲${told.tried}`);
    await act(one, 'drafter', { kind: 'submit' });
    const pause = () => sleep(random.below(120));
    const sign = async () => {
      await pause();
      await act(one, 'reviewer', { kind: 'approve', role: 'reviewer' });
      await act(one, 'legal', { kind: 'approve', role: 'legal' });
      await pause();
      if (await ask(one, { kind: 'merge', who: 'legal', operation: ulid(), draft })) told.merged++;
    };
    const change = async () => {
      await pause();
      await pause();
      // Whoever signs in between makes the withdrawal one of an older version.
      for (let i = 0; i < 4 && !(await act(other, 'drafter', { kind: 'withdraw' })); i++);
      await save(other, 'drafter', `乙${told.tried}`);
      // And what was signed once is put under review as another text.
      await act(other, 'drafter', { kind: 'submit' });
    };
    await Promise.all([sign(), change()]);
  }
  return told;
}
