/**
 * The number under which a signature is filed: the year in which it was given, the end of its draft's id, and which
 * of the draft's signatures it was (from 1). It is made of what never changes, so it is the same on every server and
 * in every clone; a running number would need somebody to count.
 */
export function opinionNumber({ draft, at, nth }: { draft: string; at: string; nth: number }): string {
  return `审〔${beijingYear(at)}〕${draft.slice(-6)}-${nth}`;
}

/** The year by the clock that the papers go by. */
function beijingYear(at: string): number {
  return new Date(Date.parse(at) + 8 * 3_600_000).getUTCFullYear();
}
