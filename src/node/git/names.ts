/** A git object id (SHA-1), or a ref or path of ours. Everything that reaches git's argument list passes here. */
const oidPattern = /^[0-9a-f]{40}$/;
const refPattern = /^refs\/heads\/(main|studio\/(?:live|schedule|reports)|draft\/[0-9A-HJKMNP-TV-Z]{26})$/;
const pathPattern = /^(?:[a-z0-9][A-Za-z0-9._-]{0,80}\/){0,3}[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export const zeroOid = '0'.repeat(40);

/** `oid` if it is one. @throws RangeError otherwise. */
export function checkedOid(oid: string): string {
  if (!oidPattern.test(oid)) throw new RangeError('Not an object id');
  return oid;
}

/** `ref` if it is one of those the store uses. @throws RangeError otherwise. */
export function checkedRef(ref: string): string {
  if (!refPattern.test(ref)) throw new RangeError('Not a ref of the store');
  return ref;
}

/** Whether `path` may stand in a catalogue: relative, ASCII, at most four parts, none beginning with a dot or dash. */
export function isCataloguePath(path: string): boolean {
  return pathPattern.test(path) && !path.includes('..') && !path.endsWith('.lock');
}

/** Whether a ref is the branch of a draft, by its name. */
export function isDraftRef(ref: string): boolean {
  return ref.startsWith('refs/heads/draft/') && refPattern.test(ref);
}

/** Name of the branch of a draft. @throws RangeError where `id` is no ULID. */
export function draftRef(id: string): string {
  return checkedRef(`refs/heads/draft/${id}`);
}
