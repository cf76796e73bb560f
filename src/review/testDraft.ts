// For tests: people, and the commits of a draft as they would stand on its branch.
import type { Act, ApprovedFile, Judged, Person, Role } from './act.ts';
import type { DraftCommit, FoldContext, SignaturePolicy } from './foldDraft.ts';

export const person = (subject: string, ...roles: Role[]): Person => ({ subject, name: subject, roles });
export const ann = person('ann', 'drafter');
export const bob = person('bob', 'drafter', 'reviewer');
export const rev = person('rev', 'reviewer');
export const law = person('law', 'legal');
export const both = person('both', 'reviewer', 'legal');

export const policy: SignaturePolicy = {
  plain: [{ role: 'reviewer' }],
  legal: [{ role: 'reviewer' }, { role: 'legal' }],
  override: ['administrator'],
};
export const files: ApprovedFile[] = [{ path: '000000/a.yaml', blob: 'b1', base: 'b0' }];
export const judged: Judged = { schema: 's1', policy: 'p1' };
export const context: FoldContext = { files, policy, judged };

let clock = 0;

/** A commit later than all before, whose tree says that it changed the content where its act does. */
export function commit(
  who: Person,
  act: Act,
  changed = ['edit', 'reformat', 'remove', 'rename', 'take'].includes(act.kind),
): DraftCommit {
  clock += 1;
  const at = new Date(Date.UTC(2026, 0, 1) + clock * 1000).toISOString();
  return { act, person: who, operation: `op${clock}`, oid: `c${clock}`, at, changed };
}

export const create = (who: Person) => commit(who, { kind: 'create', title: '改时限' });
export const edit = (who: Person) => commit(who, { kind: 'edit', files: ['000000/a.yaml'] });
export const submit = (who: Person, risk: 'plain' | 'legal' = 'legal', joint?: string[]) =>
  commit(who, { kind: 'submit', risk, ...(joint && { joint }) });
export const approve = (who: Person, role: Role, of: readonly ApprovedFile[] = files) =>
  commit(who, { kind: 'approve', role, risk: 'legal', files: [...of], judged });
