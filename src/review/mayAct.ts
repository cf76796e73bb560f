import type { Person, Signer } from './act.ts';
import { maySignAs, sameSigner } from './approvals.ts';
import type { DraftSummary } from './foldDraft.ts';

export type Permission = { kind: 'allowed' } | { kind: 'refused'; reason: string; reasonEn: string };

/** What somebody may want to do with a draft. Merging follows from the last signature, and is asked for where it did not. */
export type Wish =
  | {
      kind:
        | 'edit'
        | 'reformat'
        | 'submit'
        | 'return'
        | 'withdraw'
        | 'comment'
        | 'suggest'
        | 'take'
        | 'takeOver'
        | 'assign'
        | 'override'
        | 'merge';
    }
  /** `by`: who began the thread. */
  | { kind: 'resolve'; by: string }
  | ({ kind: 'approve' | 'ratify' } & Partial<Signer>);

const allowed: Permission = { kind: 'allowed' };
const refused = (reason: string, reasonEn: string): Permission => ({ kind: 'refused', reason, reasonEn });

/** Whether `person` may do it now, and if not, why: the sentence is shown beside the button that is not theirs. */
export function mayAct(draft: DraftSummary, person: Person, wish: Wish): Permission {
  const { state } = draft;
  if (wish.kind === 'ratify') return mayRatify(draft, person, wish);
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
    case 'reformat':
      return person.roles.includes('drafter')
        ? allowed
        : refused('只有起草人可以改写法。', 'Only drafters may change how it is written.');
    case 'suggest':
      if (state.kind === 'withdrawn') return refused('草稿已经撤回。', 'It is withdrawn.');
      return person.roles.some((role) => role !== 'administrator')
        ? allowed
        : refused('起草人和审核人才可以建议改法。', 'Drafters and reviewers suggest wordings.');
    case 'take':
      if (!person.roles.includes('drafter'))
        return refused('由起草人决定是否采纳。', 'It is for drafters to take it or not.');
      return state.kind === 'approved'
        ? refused('签批已齐。要修改，请先撤回。', 'All signatures are there. Withdraw it first to edit.')
        : allowed;
    case 'resolve':
      if (wish.by === person.subject) return allowed;
      if (!isReviewer(person))
        return refused(
          '由提出的人或审核人了结；您可以答复。',
          'Whoever raised it, or a reviewer, settles it; you may answer.',
        );
      return ownText(draft, person, '了结对它的意见', 'settle what others said of') ?? allowed;
    case 'takeOver':
      if (!person.roles.includes('drafter'))
        return refused('只有起草人可以接手。', 'Only drafters may take it over.');
      return draft.holder.subject === person.subject
        ? refused('这份草稿已由您负责。', 'It is yours already.')
        : allowed;
    case 'assign':
      return draft.holder.subject === person.subject || person.roles.includes('administrator')
        ? allowed
        : refused(
            '由负责起草的人或管理员改派。',
            'Its drafter or an administrator gives it to somebody else.',
          );
    case 'override':
      return mayOverride(draft, person);
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
      if (!isReviewer(person)) return refused('只有审核人可以退回。', 'Only reviewers may return it.');
      return ownText(draft, person, '退回', 'return') ?? allowed;
    case 'approve':
      return mayApprove(draft, person, wish);
    case 'merge':
      if (state.kind !== 'approved') return refused('签批还不齐。', 'Signatures are missing.');
      if (state.override?.person.subject === person.subject) return allowed;
      if (!state.signatures.some(({ role }) => person.roles.includes(role)))
        return refused('只有签批的角色可以并入。', 'Only the roles that sign may merge it.');
      return ownText(draft, person, '并入', 'merge') ?? allowed;
  }
}

function mayApprove(draft: DraftSummary, person: Person, { role, of }: Partial<Signer>): Permission {
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
  const open = state.missing.filter((one) => maySignAs(person, one));
  if (role !== undefined && !open.some((one) => sameSigner(one, withBody(role, of))))
    return refused('这个签批不缺，或不由您作出。', 'That signature is not missing, or not yours to give.');
  if (open.length > 0) return allowed;
  return state.missing.some((one) => person.roles.includes(one.role))
    ? refused('缺的签批由另一个机关作出。', 'The missing signatures are for another body.')
    : refused('缺的签批不由您的角色作出。', 'The missing signatures are not for your role.');
}

function mayOverride(draft: DraftSummary, person: Person): Permission {
  if (draft.state.kind !== 'submitted')
    return refused('只有在审的草稿可以紧急通过。', 'Only what is under review may be let through.');
  if (!draft.overriders.some((role) => person.roles.includes(role)))
    return refused('审批规则没有让您的角色紧急通过。', 'Governance does not let your role override.');
  return ownText(draft, person, '紧急通过', 'let through') ?? allowed;
}

function mayRatify(draft: DraftSummary, person: Person, { role, of }: Partial<Signer>): Permission {
  const { state } = draft;
  if (state.kind !== 'merged' || state.override === undefined || state.owed.length === 0)
    return refused('没有要补审的签批。', 'No signature is owed after the fact.');
  const own = ownText(draft, person, '补审', 'review');
  if (own !== undefined) return own;
  const given = [state.override, ...state.signatures, ...state.ratified];
  if (given.some((one) => one.person.subject === person.subject))
    return refused(
      '您已作出决定，补审须由他人作出。',
      'You have decided on it; somebody else reviews it now.',
    );
  const open = state.owed.filter((one) => maySignAs(person, one));
  const isAsked =
    role === undefined ? open.length > 0 : open.some((one) => sameSigner(one, withBody(role, of)));
  return isAsked
    ? allowed
    : refused('欠的签批不由您的角色作出。', 'The signatures owed are not for your role.');
}

function withBody(role: Signer['role'], of: string | undefined): Signer {
  return { role, ...(of !== undefined && { of }) };
}

function isReviewer({ roles }: Person): boolean {
  return roles.includes('reviewer') || roles.includes('legal');
}

function ownText(draft: DraftSummary, person: Person, verb: string, verbEn: string): Permission | undefined {
  return draft.writers.has(person.subject)
    ? refused(`您写过这份草稿，不能自己${verb}。`, `You wrote in this draft, so you cannot ${verbEn} it.`)
    : undefined;
}
