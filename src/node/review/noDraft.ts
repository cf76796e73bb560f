import { StrangeEntry } from '../git/index.ts';

/**
 * A branch stands where drafts do and holds none: somebody who may write to the repository put it there by hand. It is
 * passed over and counted, so that one such branch does not keep everybody from all the others.
 */
export class NoDraft extends Error {
  override name = 'NoDraft';
}

/** What a reader of a branch throws because of what stands on it; anything else is thrown as it is. */
export function asNoDraft(error: unknown): never {
  throw error instanceof StrangeEntry ? new NoDraft(error.message, { cause: error }) : error;
}
