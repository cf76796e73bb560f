import type { DraftCommit, FoldContext } from './foldDraft.ts';

/**
 * Subjects of all who had a hand in what a draft says: who began it, changed a byte of it, took it over, proposed a
 * wording that was taken, or wrote the same text in another draft before.
 */
export function writersOf(
  commits: readonly DraftCommit[],
  {
    subjectOf = (subject) => subject,
    wroteElsewhere = [],
  }: Pick<FoldContext, 'subjectOf' | 'wroteElsewhere'>,
): Set<string> {
  const byCommit = new Map(commits.map((commit) => [commit.oid, commit]));
  const writers = new Set(wroteElsewhere.map(subjectOf));
  for (const { act, person, changed } of commits) {
    if (changed || act.kind === 'create' || act.kind === 'takeOver') writers.add(person.subject);
    const suggested = act.kind === 'take' ? byCommit.get(act.thread) : undefined;
    if (suggested !== undefined) writers.add(suggested.person.subject);
  }
  return writers;
}
