import type { ActView, Opinion } from '../../../api/index.ts';
import { opinionNumber, type Act, type DraftCommit } from '../../../review/index.ts';
import type { Draft } from '../../review/index.ts';

/** What happened to a draft, oldest first, each signature with the number that it is filed under. */
export function actViews({ id, commits, state }: Draft): ActView[] {
  const counting = new Set(
    [
      ...('signatures' in state ? state.signatures : []),
      ...('override' in state && state.override !== undefined ? [state.override] : []),
      ...('ratified' in state ? state.ratified : []),
    ].map(({ commit }) => commit),
  );
  let nth = 0;
  return commits.map((commit): ActView => {
    const { act, person, at, oid } = commit;
    const isSigned = act.kind === 'approve' || act.kind === 'override' || act.kind === 'ratify';
    if (isSigned) nth += 1;
    return {
      kind: kindOf(act),
      person,
      at,
      commit: oid,
      ...saidBy(act),
      ...(isSigned && {
        opinion: opinionOf(commit, {
          number: opinionNumber({ draft: id, at, nth }),
          counts: counting.has(oid),
        }),
      }),
    };
  });
}

function opinionOf({ act }: DraftCommit, filed: { number: string; counts: boolean }): Opinion {
  if (act.kind === 'ratify') return { ...filed, upheld: act.upheld, files: [] };
  if (act.kind !== 'approve' && act.kind !== 'override') throw new Error(`${act.kind} is no signature`);
  const { risk, files, judged } = act;
  return { ...filed, risk, files, judged };
}

function kindOf({ kind }: Act): ActView['kind'] {
  // What stands on main and on the records beside it is on no draft's branch.
  switch (kind) {
    case 'import':
    case 'publish':
    case 'schedule':
    case 'unschedule':
    case 'report':
    case 'settle':
      throw new Error(`A draft holds no ${kind}`);
    default:
      return kind;
  }
}

/** The words of an act, and what it is about. */
function saidBy(act: Act): Partial<ActView> {
  switch (act.kind) {
    case 'comment':
      return { text: act.text, ...placeOf(act) };
    case 'suggest':
      return { ...(act.text !== undefined && { text: act.text }), ...placeOf(act) };
    case 'approve':
      return { signer: signerOf(act), ...(act.text !== undefined && { text: act.text }) };
    case 'ratify':
      return { signer: signerOf(act), text: act.text };
    case 'return':
      return { text: act.reason, ...(act.threads !== undefined && { threads: act.threads }) };
    case 'override':
    case 'takeOver':
      return { text: act.reason };
    case 'assign':
      return { text: act.reason, to: act.to.name };
    case 'remove':
      return { text: act.reason, file: act.file };
    case 'rename':
      return { text: act.reason, file: act.file, to: act.to };
    default:
      return {};
  }
}

function placeOf({ file, path }: Pick<Extract<Act, { kind: 'comment' }>, 'file' | 'path'>): Partial<ActView> {
  return { ...(file !== undefined && { file }), ...(path !== undefined && { path }) };
}

function signerOf({
  role,
  of,
}: Extract<Act, { kind: 'approve' | 'ratify' }>): NonNullable<ActView['signer']> {
  return { role, ...(of !== undefined && { of }) };
}
