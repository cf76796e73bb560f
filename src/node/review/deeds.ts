import { sameValue } from '../../diff/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Risk } from '../../model/schemas.ts';
import { decidingRoles, foldThreads, mayAct, type Act, type Deed, type Wish } from '../../review/index.ts';
import { draftRef } from '../git/index.ts';
import { lastingPath, removed, renamed, suggestion, taken, type Made } from './contentDeeds.ts';
import { approvedFiles } from './drafts.ts';
import { judgedBy } from './judged.ts';
import { changesOutOfReach, outOfReach, writingsOf } from './outOfReach.ts';
import { commitAct, type Gate, type Parts, type ScopedDoing } from './parts.ts';
import { forbidden, operationTaken, refusal } from './refusals.ts';
import type { ActResult, Draft, Refusal } from './results.ts';
import { untilSwapped } from './untilSwapped.ts';

/** Does `deed` to a draft, as one commit. Whether it may be done is decided here, again. */
export async function doDeed(
  parts: Parts,
  {
    draft: id,
    deed,
    ifMatch,
    person,
    operation,
  }: ScopedDoing & { draft: string; deed: Deed; ifMatch: string },
): Promise<ActResult> {
  const { repository, catalogues, drafts, queues } = parts;
  const attempt = async (): Promise<ActResult | 'lost'> => {
    const draft = await drafts.required(id);
    const done = draft.commits.find((commit) => commit.operation === operation);
    if (done !== undefined)
      return done.person.subject === person.subject && isDeed(done.act, deed)
        ? { kind: 'done', tip: draft.tip }
        : operationTaken();
    if (draft.tip !== ifMatch) return { kind: 'stale', head: draft.tip };
    const wish = wishOf(deed, draft);
    if (wish === undefined) return refusal('没有这条意见。', 'There is no such thread.');
    const permission = mayAct(draft, person, wish);
    if (permission.kind === 'refused') return forbidden(permission);
    const roles = decidingRoles(draft, person, wish);
    const refused =
      roles &&
      (await outOfReach(parts, { person, roles, files: await writingsOf(parts, draft), main: draft.main }));
    if (refused !== undefined) return refused;
    const made = await actOf(parts, deed, draft);
    if (made.kind !== 'act') return made;
    const { changes = new Map() } = made;
    const strange = await changesOutOfReach(parts, { person, draft, changes });
    if (strange !== undefined) return strange;
    const { oid } = await commitAct(
      parts,
      { act: made.act, person, operation },
      {
        parents: [draft.tip],
        baseTree: await catalogues.treeOf(draft.tip),
        changes,
      },
    );
    const update = await repository.updateRef({ ref: draftRef(id), from: draft.tip, to: oid });
    // Who moved it may have done this very act: asked for at another server, whose answer was lost.
    return update.kind === 'updated' ? { kind: 'done', tip: oid } : 'lost';
  };
  return queues.run(id, () => untilSwapped(attempt, parts.pause));
}

/** The gate on what main would be with the draft in it. */
export async function passGate(
  { catalogues, gate }: Pick<Parts, 'catalogues' | 'gate'>,
  draft: Draft,
): ReturnType<Gate> {
  const [files, base] = [
    await catalogues.readWithDraft(draft, draft.main),
    await catalogues.read(draft.main),
  ];
  return gate(files, base);
}

/** What permission a deed needs; `undefined` where it is about a thread that is not there. */
export function wishOf(deed: Deed, draft: Draft): Wish | undefined {
  switch (deed.kind) {
    case 'resolve':
    case 'reopen': {
      const thread = foldThreads(draft.commits).find(({ id }) => id === deed.thread);
      return thread && { kind: 'resolve', by: thread.by.subject };
    }
    case 'approve':
    case 'ratify': {
      const { kind, role, of } = deed;
      return { kind, role, ...(of !== undefined && { of }) };
    }
    case 'decline':
      return { kind: 'take' };
    case 'remove':
    case 'rename':
      return { kind: 'edit' };
    default:
      return { kind: deed.kind };
  }
}

async function actOf(
  parts: Parts,
  deed: Deed,
  draft: Draft,
): Promise<Made | { kind: 'blocked'; diagnostics: Diagnostic[] } | Refusal> {
  switch (deed.kind) {
    case 'submit': {
      if (draft.changes.length === 0)
        return refusal('还没有任何改动，无可提交。', 'Nothing has changed, so there is nothing to submit.');
      const gate = await passGate(parts, draft);
      if (gate.kind === 'blocked') return gate;
      const { risk, joint = [] } = gate;
      return { kind: 'act', act: { kind: 'submit', risk, ...(joint.length > 0 && { joint }) } };
    }
    case 'approve': {
      const gate = await passGate(parts, draft);
      if (gate.kind === 'blocked') return gate;
      if (!isAsSubmitted(draft, gate)) return submitAgain();
      const seen = await whatIsSeen(parts, draft);
      return { kind: 'act', act: { ...deed, risk: gate.risk, ...seen } };
    }
    case 'override': {
      const gate = await passGate(parts, draft);
      if (gate.kind === 'blocked') return gate;
      if (!isAsSubmitted(draft, gate)) return submitAgain();
      const owed = draft.state.kind === 'submitted' ? draft.state.missing : [];
      const seen = await whatIsSeen(parts, draft);
      return { kind: 'act', act: { ...deed, risk: gate.risk, ...seen, owed } };
    }
    case 'comment': {
      if (deed.thread !== undefined && !foldThreads(draft.commits).some(({ id }) => id === deed.thread))
        return refusal('没有这条意见。', 'There is no such thread.');
      if (deed.file === undefined || deed.path === undefined) return { kind: 'act', act: deed };
      const path = await lastingPath(parts, draft, deed.file, deed.path);
      return { kind: 'act', act: { ...deed, path } };
    }
    case 'suggest':
      return suggestion(parts, draft, deed);
    case 'take':
      return taken(parts, draft, deed);
    case 'remove':
      return removed(parts, draft, deed);
    case 'rename':
      return renamed(parts, draft, deed);
    case 'assign': {
      const to = (await parts.drafts.list())
        .flatMap(({ commits }) => commits)
        .find(({ person: { subject, roles } }) => subject === deed.to && roles.includes('drafter'))?.person;
      if (to === undefined) return refusal('没有这样一位起草人。', 'There is no such drafter.');
      return { kind: 'act', act: { kind: 'assign', to, reason: deed.reason } };
    }
    default:
      return { kind: 'act', act: deed };
  }
}

/**
 * Whether the risk and the joint bodies, which tell who signs, are what they were when the draft was submitted: a
 * schema, an agency or a level above may have changed since.
 */
function isAsSubmitted({ commits }: Draft, { risk, joint = [] }: { risk: Risk; joint?: string[] }): boolean {
  const submitted = commits.findLast(({ act }) => act.kind === 'submit')?.act;
  return submitted?.kind === 'submit' && submitted.risk === risk && sameValue(submitted.joint ?? [], joint);
}

function submitAgain(): Refusal {
  return refusal(
    '提交以后，要谁签批已经变了。请退回，重新提交。',
    'Who has to sign changed since it was submitted. Return it, to be submitted again.',
  );
}

/** What an approval of the draft is for: its files over those of main, and the rules of now. */
async function whatIsSeen({ catalogues, policy }: Parts, { changes, main }: Draft) {
  const rules = policy(
    await catalogues.read(main),
    changes.map(({ path }) => path),
  );
  return { files: approvedFiles(changes), judged: judgedBy(rules) };
}

/** Whether `act` is what came of `deed`: it says all that the deed says. */
function isDeed(act: Act, deed: Deed): boolean {
  if (deed.kind === 'assign')
    return act.kind === 'assign' && act.to.subject === deed.to && act.reason === deed.reason;
  const said = { ...act } as Partial<Record<string, unknown>>; // Looked into by the deed's keys.
  // A path is kept by ids, however it was asked for.
  return Object.entries(deed).every(([key, value]) => key === 'path' || sameValue(said[key], value));
}
