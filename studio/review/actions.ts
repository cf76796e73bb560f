import type { DraftView, Permission } from '../../src/api/index.ts';
import type { Words } from '../../src/model/schemas.ts';

/** A button of the review page. */
export interface Action {
  kind: 'merge' | 'approve' | 'return' | 'submit' | 'edit' | 'withdraw' | 'takeOver' | 'assign' | 'override';
  words: Words;
  permission: Permission;
}

const words: Readonly<Record<Action['kind'], Words>> = {
  merge: { zh: '再次并入', en: 'Merge again' },
  approve: { zh: '同意', en: 'Approve' },
  return: { zh: '退回…', en: 'Return…' },
  submit: { zh: '提交审核', en: 'Submit for review' },
  edit: { zh: '去修改', en: 'Edit' },
  withdraw: { zh: '撤回…', en: 'Withdraw…' },
  takeOver: { zh: '接手起草…', en: 'Take over…' },
  assign: { zh: '改派…', en: 'Give to…' },
  override: { zh: '紧急通过…', en: 'Let through…' },
};

/** Shown to those alone who may: to everybody else it is no use to read why not. */
const quiet: readonly Action['kind'][] = ['merge', 'takeOver', 'assign', 'override'];

/**
 * What may be done with a draft, then what may not, each in the order of its weight. Merging follows from the last
 * signature by itself, so it is a button only for those who may ask for it where it did not.
 */
export function actionsOf({ may }: Pick<DraftView, 'may'>): { open: Action[]; closed: Action[] } {
  const kinds = Object.keys(words) as Action['kind'][]; // Keys of the record above, in the order written there.
  const all = kinds.map((kind): Action => ({ kind, words: words[kind], permission: may[kind] }));
  return {
    open: all.filter(({ permission }) => permission.kind === 'allowed'),
    closed: all.filter(({ kind, permission }) => permission.kind === 'refused' && !quiet.includes(kind)),
  };
}
