import type { Risk } from '../model/schemas.ts';
import type { Act, ApprovedFile, Judged, Person, Role, SignedAct, Signer } from './act.ts';
import {
  countedApprovals,
  lacking,
  maySignAs,
  rewritten,
  sameSigner,
  stillHolds,
  type Approval,
} from './approvals.ts';
import { writersOf } from './writers.ts';

/** One commit of a draft's branch. `changed` is told by its tree, not by its message. */
export interface DraftCommit extends SignedAct {
  oid: string;
  /** ISO 8601, UTC. */
  at: string;
  changed: boolean;
  /** Every value of its files is what it was in the commit before; told by its tree as well. */
  sameValues?: boolean;
}

export interface Signature extends Signer {
  person: Person;
  at: string;
  /** The commit that gave it. */
  commit: string;
}

/** What an emergency took the place of. */
export interface Override {
  person: Person;
  reason: string;
  at: string;
  commit: string;
  /** The signatures that it stands in for. */
  owed: Signer[];
}

/** A signature after the fact, for what an override let through. */
export interface Ratification extends Signature {
  upheld: boolean;
  text: string;
}

export type DraftState =
  | { kind: 'editing' }
  | { kind: 'submitted'; at: string; risk: Risk; signatures: Signature[]; missing: Signer[] }
  | { kind: 'returned'; at: string; by: Person; reason: string; threads: string[] }
  | { kind: 'withdrawn'; at: string }
  | { kind: 'approved'; at: string; risk: Risk; signatures: Signature[]; override?: Override }
  | {
      kind: 'merged';
      at: string;
      oid: string;
      signatures: Signature[];
      override?: Override;
      /** Signatures still to be given after the fact, and those given. */
      owed: Signer[];
      ratified: Ratification[];
    };

/** Who must sign, by the highest risk among the changed fields, and whose roles may override; from `governance/`. */
export interface SignaturePolicy extends Readonly<Record<Risk, readonly Signer[]>> {
  override: readonly Role[];
}

/** What a draft is, folded from its commits. */
export interface DraftSummary {
  title: string;
  author: Person;
  /** Who answers for it now: its author, whoever took it over, or whom it was given to. */
  holder: Person;
  createdAt: string;
  updatedAt: string;
  /** Subjects of all who wrote any of its content, its creator among them: none of them may approve it. */
  writers: ReadonlySet<string>;
  /** Whose roles may let it through in an emergency. */
  overriders: readonly Role[];
  state: DraftState;
  /** Its commits, oldest first, each by the person behind the account that made it. */
  commits: DraftCommit[];
}

export interface FoldContext {
  /** Files as they stand now: the draft's blob and main's. An approval counts only while these are what it named. */
  files: readonly ApprovedFile[];
  policy: SignaturePolicy;
  /** The rules of now: an approval counts only while it was given under the same. */
  judged: Judged;
  /** The one subject of all accounts of a person; told apart by account where this is not given. */
  subjectOf?: (subject: string) => string;
  /** The roles that somebody has now, none for who may not come in any more; `undefined`: as when they signed. */
  rolesNow?: (subject: string) => readonly Role[] | undefined;
  /** Subjects who wrote the same text in another draft. */
  wroteElsewhere?: readonly string[];
  /** The merge commit and the draft's commit that it took in, where main has taken the draft in. */
  merged?: { oid: string; at: string; tip: string };
}

/** Where a draft is before its signatures are counted. */
type Phase =
  | { kind: 'editing' | 'withdrawn'; at: string }
  | { kind: 'returned'; at: string; by: Person; reason: string; threads: string[] }
  | { kind: 'review'; at: string; risk: Risk; joint: string[]; approvals: Approval[]; override?: Approval };

/**
 * The state of a draft, from its commits oldest first. Nothing else is stored: a change of content, of main, or
 * of policy shows at once.
 * @throws Error where the first commit creates no draft, which is a fault of the repository.
 */
export function foldDraft(told: readonly DraftCommit[], context: FoldContext): DraftSummary {
  const commits = told.map((commit) => byOnePerson(commit, context));
  const [first] = commits;
  if (first?.act.kind !== 'create') throw new Error('A draft begins with the act that creates it');
  const taken =
    context.merged === undefined ? -1 : commits.findIndex(({ oid }) => oid === context.merged!.tip);
  // What came after main had taken it in changes nothing of how it got there.
  const before = taken < 0 ? commits : commits.slice(0, taken + 1);
  const writers = writersOf(before, context);
  let phase: Phase = { kind: 'editing', at: first.at };
  let holder = first.person;
  for (const commit of before) {
    phase = next(phase, commit);
    if (commit.act.kind === 'takeOver') holder = commit.person;
    if (commit.act.kind === 'assign') holder = commit.act.to;
  }
  // Who answers for it has a hand in it, though they may not have written yet.
  const involved = new Set([...writers, holder.subject]);
  const state = settled(phase, involved, context);
  return {
    title: first.act.title,
    author: first.person,
    holder,
    createdAt: first.at,
    updatedAt: commits.at(-1)!.at,
    writers: involved,
    overriders: context.policy.override,
    commits,
    state:
      context.merged === undefined
        ? state
        : merged(state, commits.slice(taken + 1), involved, { ...context, merged: context.merged }),
  };
}

/** The commit by the person behind the account. */
function byOnePerson(commit: DraftCommit, { subjectOf }: FoldContext): DraftCommit {
  if (subjectOf === undefined) return commit;
  const one = (person: Person): Person => ({ ...person, subject: subjectOf(person.subject) });
  const { act, person } = commit;
  return {
    ...commit,
    person: one(person),
    ...(act.kind === 'assign' && { act: { ...act, to: one(act.to) } }),
  };
}

function next(phase: Phase, commit: DraftCommit): Phase {
  const { act, at, person, oid } = commit;
  if (commit.changed) {
    // Whatever the message says, a commit that changed a value ends every review of what stood before.
    if (act.kind !== 'reformat' || commit.sameValues !== true) return { kind: 'editing', at };
    return phase.kind === 'review' ? rewritten(phase, act.files) : phase;
  }
  switch (act.kind) {
    case 'submit':
      return { kind: 'review', at, risk: act.risk, joint: act.joint ?? [], approvals: [] };
    case 'return':
      return { kind: 'returned', at, by: person, reason: act.reason, threads: act.threads ?? [] };
    case 'withdraw':
      return { kind: 'withdrawn', at };
    case 'approve': {
      if (phase.kind !== 'review') return phase;
      const { role, of, files, judged } = act;
      const signature = { person, role, ...(of !== undefined && { of }), at, commit: oid };
      return { ...phase, approvals: [...phase.approvals, { signature, files, judged }] };
    }
    case 'override':
      return phase.kind === 'review' ? { ...phase, override: overrideOf(act, commit) } : phase;
    default:
      return phase;
  }
}

function overrideOf(act: Extract<Act, { kind: 'override' }>, { person, at, oid }: DraftCommit): Approval {
  const { files, judged, reason, owed } = act;
  // By which role is settled when it is counted: by any that governance lets override.
  const signature = { person, role: person.roles[0] ?? 'drafter', at, commit: oid };
  return { signature, files, judged, instead: { reason, owed } };
}

function settled(phase: Phase, writers: ReadonlySet<string>, context: FoldContext): DraftState {
  if (phase.kind === 'editing') return { kind: 'editing' };
  if (phase.kind !== 'review')
    return phase.kind === 'withdrawn' ? { kind: 'withdrawn', at: phase.at } : phase;
  const { at, risk, joint, approvals, override } = phase;
  const asked: Signer[] = [
    ...context.policy[risk],
    ...joint.map((of): Signer => ({ role: 'reviewer', of, joint: true })),
  ];
  const signatures = countedApprovals(approvals, asked, writers, context);
  const missing = lacking(asked, signatures);
  const over = override && overrides(override, writers, context);
  if (over !== undefined) return { kind: 'approved', at: over.at, risk, signatures, override: over };
  return missing.length === 0 && signatures.length > 0
    ? { kind: 'approved', at: signatures.at(-1)!.at, risk, signatures }
    : { kind: 'submitted', at, risk, signatures, missing };
}

/** The override where it counts: for this very content, by somebody who wrote none of it and may do so. */
function overrides(
  override: Approval,
  writers: ReadonlySet<string>,
  context: FoldContext,
): Override | undefined {
  const { person, at, commit } = override.signature;
  const now = context.merged === undefined ? context.rolesNow?.(person.subject) : undefined;
  const roles = now ?? person.roles;
  const may = context.policy.override.some((role) => person.roles.includes(role) && roles.includes(role));
  if (writers.has(person.subject) || !stillHolds(override, context)) return undefined;
  // What main has taken in went by the policy of that day, whatever it says now.
  if (!may && context.merged === undefined) return undefined;
  return { person, at, commit, ...override.instead! }; // Made by `overrideOf`, which gives it.
}

/** A draft that is part of main, with what is owed after the fact where it went in by an override. */
function merged(
  state: DraftState,
  after: readonly DraftCommit[],
  writers: ReadonlySet<string>,
  context: FoldContext & { merged: { oid: string; at: string } },
): DraftState {
  const { oid, at } = context.merged;
  const signatures = 'signatures' in state ? state.signatures : [];
  const override = state.kind === 'approved' ? state.override : undefined;
  if (override === undefined) return { kind: 'merged', at, oid, signatures, owed: [], ratified: [] };
  const given = after.flatMap(({ act, person, at: when, oid: commit }) => {
    if (act.kind !== 'ratify') return [];
    const { role, of, upheld, text } = act;
    return [{ person, role, ...(of !== undefined && { of }), at: when, commit, upheld, text }];
  });
  const barred = new Set([...writers, ...[override, ...signatures].map(({ person }) => person.subject)]);
  const ratified: Ratification[] = [];
  for (const one of given) {
    if (barred.has(one.person.subject) || !maySignAs(one.person, one)) continue;
    if (!lacking(override.owed, ratified).some((signer) => sameSigner(signer, one))) continue;
    barred.add(one.person.subject);
    ratified.push(one);
  }
  return { kind: 'merged', at, oid, signatures, override, owed: lacking(override.owed, ratified), ratified };
}
