import type { Diagnostic } from '../../model/diagnostic.ts';
import { mayAct, type Act, type Role } from '../../review/index.ts';
import { draftRef } from '../git/index.ts';
import { approvedFiles } from './drafts.ts';
import { outOfReach, writingsOf } from './outOfReach.ts';
import { commitAct, type Gate, type Parts, type ScopedDoing } from './parts.ts';
import { forbidden, operationTaken, refusal } from './refusals.ts';
import type { ActResult, Deed, Draft, Refusal } from './results.ts';

/** Does `deed` to a draft, as a commit that changes no content. Whether it may be done is decided here, again. */
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
  return queues.run(id, async (): Promise<ActResult> => {
    const draft = await drafts.required(id);
    const done = draft.commits.find((commit) => commit.operation === operation);
    if (done !== undefined)
      return done.person.subject === person.subject && isDeed(done.act, deed)
        ? { kind: 'done', tip: draft.tip }
        : operationTaken();
    if (draft.tip !== ifMatch) return { kind: 'stale', head: draft.tip };
    const permission = mayAct(
      draft,
      person,
      deed.kind === 'approve' ? { kind: 'approve', role: deed.role } : { kind: deed.kind },
    );
    if (permission.kind === 'refused') return forbidden(permission);
    const roles = rolesFor(deed);
    const refused =
      roles &&
      (await outOfReach(parts, { person, roles, files: await writingsOf(parts, draft), main: draft.main }));
    if (refused !== undefined) return refused;
    const act = await actOf(parts, deed, draft);
    if (act.kind === 'blocked' || act.kind === 'refused') return act;
    const { oid } = await commitAct(
      parts,
      { act: act.act, person, operation },
      { parents: [draft.tip], baseTree: await catalogues.treeOf(draft.tip), changes: new Map() },
    );
    const update = await repository.updateRef({ ref: draftRef(id), from: draft.tip, to: oid });
    return update.kind === 'updated'
      ? { kind: 'done', tip: oid }
      : { kind: 'stale', head: update.head ?? draft.tip };
  });
}

/** As what somebody decides on the files of a draft by `deed`; `undefined` where it decides on none. */
function rolesFor(deed: Deed): readonly Role[] | undefined {
  switch (deed.kind) {
    case 'submit':
      return ['drafter'];
    case 'approve':
      return [deed.role];
    case 'return':
      return ['reviewer', 'legal'];
    case 'withdraw':
    case 'comment':
      return undefined;
  }
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

async function actOf(
  parts: Parts,
  deed: Deed,
  draft: Draft,
): Promise<{ kind: 'act'; act: Act } | { kind: 'blocked'; diagnostics: Diagnostic[] } | Refusal> {
  switch (deed.kind) {
    case 'submit': {
      if (draft.changes.length === 0)
        return refusal('还没有任何改动，无可提交。', 'Nothing has changed, so there is nothing to submit.');
      const gate = await passGate(parts, draft);
      return gate.kind === 'blocked' ? gate : { kind: 'act', act: { kind: 'submit', risk: gate.risk } };
    }
    case 'approve': {
      const gate = await passGate(parts, draft);
      if (gate.kind === 'blocked') return gate;
      return {
        kind: 'act',
        act: { kind: 'approve', role: deed.role, risk: gate.risk, files: approvedFiles(draft.changes) },
      };
    }
    case 'return':
    case 'withdraw':
    case 'comment':
      return { kind: 'act', act: deed };
  }
}

/** Whether `act` is what came of `deed`. */
function isDeed(act: Act, deed: Deed): boolean {
  switch (deed.kind) {
    case 'approve':
      return act.kind === 'approve' && act.role === deed.role;
    case 'return':
      return act.kind === 'return' && act.reason === deed.reason;
    case 'comment':
      return act.kind === 'comment' && act.text === deed.text;
    case 'submit':
    case 'withdraw':
      return act.kind === deed.kind;
  }
}
