import type { Person, Role } from './act.ts';
import type { DraftSummary } from './foldDraft.ts';

export type Permission = { kind: 'allowed' } | { kind: 'refused'; reason: string; reasonEn: string };

/** What somebody may want to do with a draft. Merging follows from the last signature, and is asked for where it did not. */
export type Wish =
  | { kind: 'edit' | 'submit' | 'return' | 'withdraw' | 'comment' | 'merge' }
  | { kind: 'approve'; role?: Role };

const allowed: Permission = { kind: 'allowed' };
const refused = (reason: string, reasonEn: string): Permission => ({ kind: 'refused', reason, reasonEn });

/** Whether `person` may do it now, and if not, why: the sentence is shown beside the button that is not theirs. */
export function mayAct(draft: DraftSummary, person: Person, wish: Wish): Permission {
  const { state } = draft;
  if (state.kind === 'merged')
    return refused('这份草稿已并入正式目录。', 'This draft is part of the catalogue already.');
  switch (wish.kind) {
    case 'comment':
      return allowed;
    case 'edit':
      if (!person.roles.includes('drafter'))
        return refused('只有起草人可以修改。', 'Only drafters may edit.');
      if (state.kind === 'submitted' || state.kind === 'approved')
        return refused('已提交审核。要修改，请先撤回。', 'It is under review. Withdraw it first to edit.');
      return allowed;
    case 'submit':
      if (!person.roles.includes('drafter'))
        return refused('只有起草人可以提交。', 'Only drafters may submit.');
      if (state.kind === 'submitted' || state.kind === 'approved')
        return refused('已经提交。', 'It is submitted already.');
      return allowed;
    case 'withdraw':
      if (!draft.writers.has(person.subject))
        return refused('只有写过这份草稿的人可以撤回。', 'Only its writers may withdraw it.');
      if (state.kind === 'withdrawn') return refused('已经撤回。', 'It is withdrawn already.');
      return allowed;
    case 'return':
      if (state.kind !== 'submitted' && state.kind !== 'approved')
        return refused('还没有提交，无可退回。', 'It is not submitted.');
      if (!person.roles.includes('reviewer') && !person.roles.includes('legal'))
        return refused('只有审核人可以退回。', 'Only reviewers may return it.');
      return ownText(draft, person, '退回', 'return') ?? allowed;
    case 'approve':
      return mayApprove(draft, person, wish.role);
    case 'merge':
      if (state.kind !== 'approved') return refused('签批还不齐。', 'Signatures are missing.');
      if (!state.signatures.some(({ role }) => person.roles.includes(role)))
        return refused('只有签批的角色可以并入。', 'Only the roles that sign may merge it.');
      return ownText(draft, person, '并入', 'merge') ?? allowed;
  }
}

function mayApprove(draft: DraftSummary, person: Person, role: Role | undefined): Permission {
  const { state } = draft;
  if (state.kind === 'approved') return refused('签批已齐。', 'All signatures are there.');
  if (state.kind !== 'submitted') return refused('还没有提交审核。', 'It is not submitted.');
  const own = ownText(draft, person, '签批', 'approve');
  if (own !== undefined) return own;
  if (state.signatures.some((signature) => signature.person.subject === person.subject))
    return refused(
      '您已签批。另一个签批须由他人作出。',
      'You have signed. Somebody else gives the other signature.',
    );
  const open = state.missing.filter((one) => person.roles.includes(one));
  if (role !== undefined && !open.includes(role))
    return refused('这个签批不缺，或不由您作出。', 'That signature is not missing, or not yours to give.');
  return open.length > 0
    ? allowed
    : refused('缺的签批不由您的角色作出。', 'The missing signatures are not for your role.');
}

function ownText(draft: DraftSummary, person: Person, verb: string, verbEn: string): Permission | undefined {
  return draft.writers.has(person.subject)
    ? refused(`您写过这份草稿，不能自己${verb}。`, `You wrote in this draft, so you cannot ${verbEn} it.`)
    : undefined;
}
