import { ulid } from 'ulid';
import type { DraftView } from '../../src/api/index.ts';
import type { api } from '../api/client.ts';

/** A file to make a draft of. */
export interface Wanted {
  path: string;
  name: string;
  text: string;
}

export type Making =
  | { kind: 'waiting' }
  | { kind: 'busy' }
  | { kind: 'made'; draft: string }
  | { kind: 'failed'; error: unknown };

/**
 * Under which names the drafts are made. Kept from the first try on, so that trying again after a lost answer
 * finds the draft that is there and makes no second one.
 */
export type Operations = Map<string, { create: string; save: string }>;

type Calls = Pick<typeof api, 'createDraft' | 'saveFile'>;

/**
 * Makes a draft of each of `wanted`, one after the other, and tells `onChange` of each. A failure is told and
 * the next begun; `stopped` is asked before each.
 */
export async function makeDrafts(
  wanted: readonly Wanted[],
  calls: Calls,
  {
    operations,
    onChange,
    stopped,
  }: {
    operations: Operations;
    onChange: (path: string, making: Making) => void;
    stopped: () => boolean;
  },
): Promise<void> {
  for (const one of wanted) {
    if (stopped()) return;
    onChange(one.path, { kind: 'busy' });
    try {
      onChange(one.path, { kind: 'made', draft: await make(one, calls, operations) });
    } catch (error) {
      onChange(one.path, { kind: 'failed', error });
    }
  }
}

async function make({ path, name, text }: Wanted, calls: Calls, operations: Operations): Promise<string> {
  const named = operations.get(path) ?? { create: ulid(), save: ulid() };
  operations.set(path, named);
  const draft: DraftView = await calls.createDraft(path, name, named.create);
  // After a lost answer the text may stand there already.
  const held = draft.contents.find((file) => file.path === path);
  if (held?.text !== text)
    await calls.saveFile(draft.id, path, text, { tip: draft.tip, operation: named.save });
  return draft.id;
}
