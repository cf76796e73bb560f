import type { Risk } from '../model/schemas.ts';
import type { Act, ApprovedFile, Person, Role, SignedAct } from './act.ts';

/** One commit of a draft's branch. `changed` is told by its tree, not by its message. */
export interface DraftCommit extends SignedAct {
  oid: string;
  /** ISO 8601, UTC. */
  at: string;
  changed: boolean;
}

export interface Signature {
  person: Person;
  role: Role;
  at: string;
}

export type DraftState =
  | { kind: 'editing' }
  | { kind: 'submitted'; at: string; risk: Risk; signatures: Signature[]; missing: Role[] }
  | { kind: 'returned'; at: string; by: Person; reason: string }
  | { kind: 'withdrawn'; at: string }
  | { kind: 'approved'; at: string; risk: Risk; signatures: Signature[] }
  | { kind: 'merged'; at: string; oid: string };

/** Who must sign, by the highest risk among the changed fields; from `governance/approvals.yaml`. */
export type SignaturePolicy = Readonly<Record<Risk, readonly Role[]>>;

/** What a draft is, folded from its commits. */
export interface DraftSummary {
  title: string;
  author: Person;
  createdAt: string;
  updatedAt: string;
  /** Subjects of all who wrote any of its content, its creator among them: none of them may approve it. */
  writers: ReadonlySet<string>;
  state: DraftState;
}

export interface FoldContext {
  /** Files as they stand now: the draft's blob and main's. An approval counts only while these are what it named. */
  files: readonly ApprovedFile[];
  policy: SignaturePolicy;
  /** The merge commit, where main has taken the draft in. */
  merged?: { oid: string; at: string };
}

/**
 * The state of a draft, from its commits oldest first. Nothing else is stored: a change of content, of main, or
 * of policy shows at once.
 * @throws Error where the first commit creates no draft, which is a fault of the repository.
 */
export function foldDraft(commits: readonly DraftCommit[], context: FoldContext): DraftSummary {
  const [first] = commits;
  if (first?.act.kind !== 'create') throw new Error('A draft begins with the act that creates it');
  const writers = new Set([first.person.subject]);
  let state: DraftState = { kind: 'editing' };
  for (const commit of commits) {
    if (commit.changed) writers.add(commit.person.subject);
    state = next(state, commit, context);
  }
  // Signatures of somebody who wrote, before or after signing, do not count.
  state = settled(state, writers, context.policy);
  if (context.merged !== undefined) state = { kind: 'merged', ...context.merged };
  const last = commits.at(-1)!;
  return {
    title: first.act.title,
    author: first.person,
    createdAt: first.at,
    updatedAt: last.at,
    writers,
    state,
  };
}

function next(state: DraftState, commit: DraftCommit, context: FoldContext): DraftState {
  // Whatever the message says, a commit that changed content ends every review of what stood before.
  if (commit.changed) return { kind: 'editing' };
  const { act, at, person } = commit;
  switch (act.kind) {
    case 'submit':
      return { kind: 'submitted', at, risk: act.risk, signatures: [], missing: [] };
    case 'return':
      return { kind: 'returned', at, by: person, reason: act.reason };
    case 'withdraw':
      return { kind: 'withdrawn', at };
    case 'approve':
      if (state.kind !== 'submitted' || !stillHolds(act, context)) return state;
      return { ...state, signatures: [...state.signatures, { person, role: act.role, at }] };
    case 'edit':
    case 'create':
    case 'comment':
    case 'import':
    case 'merge':
    case 'publish':
      return state;
  }
}

/** An approval counts while every file it named, and no other, stands as it was approved, on draft and on main. */
function stillHolds(act: Extract<Act, { kind: 'approve' }>, { files }: FoldContext): boolean {
  const named = new Set(act.files.map(keyOf));
  return named.size === files.length && files.every((file) => named.has(keyOf(file)));
}

function keyOf({ path, blob, base }: ApprovedFile): string {
  return `${path} ${blob} ${base}`;
}

function settled(state: DraftState, writers: ReadonlySet<string>, policy: SignaturePolicy): DraftState {
  if (state.kind !== 'submitted') return state;
  const signatures: Signature[] = [];
  for (const signature of state.signatures) {
    const { person, role } = signature;
    const again = signatures.some((one) => one.person.subject === person.subject || one.role === role);
    if (!writers.has(person.subject) && person.roles.includes(role) && !again) signatures.push(signature);
  }
  const missing = policy[state.risk].filter((role) => !signatures.some((one) => one.role === role));
  const { at, risk } = state;
  return missing.length === 0 && signatures.length > 0
    ? { kind: 'approved', at: signatures.at(-1)!.at, risk, signatures }
    : { kind: 'submitted', at, risk, signatures, missing };
}
