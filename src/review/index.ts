export {
  decodeMessage,
  encodeMessage,
  type Act,
  type ActKind,
  type ApprovedFile,
  type Judged,
  type Person,
  type ReaderReport,
  type Reformatted,
  type Role,
  type SignedAct,
  type Signer,
} from './act.ts';
export type { Deed } from './deed.ts';
export { maySignAs, sameSigner } from './approvals.ts';
export {
  foldDraft,
  type DraftCommit,
  type DraftState,
  type DraftSummary,
  type FoldContext,
  type Override,
  type Ratification,
  type Signature,
  type SignaturePolicy,
} from './foldDraft.ts';
export { recordOf, type Area, type Grant, type Member } from './grants.ts';
export { askedSigners, decidingRoles } from './decidingRoles.ts';
export { mayAct, type Permission, type Wish } from './mayAct.ts';
export { administersAll, mayReach, type OwnedFile } from './mayReach.ts';
export { peopleOf, type Identity, type People } from './people.ts';
export { foldThreads, type Post, type Suggestion, type Thread } from './threads.ts';
export { opinionNumber } from './opinionNumber.ts';
export {
  branchOf,
  firstParents,
  type Branch,
  type HistoryCommit,
  type TreeChange,
  type TreePair,
} from './history.ts';
export {
  faultWords,
  saysWhoSigns,
  stopsPublishing,
  verifyHistory,
  type Fault,
  type FaultKind,
  type History,
  type ProvenChange,
  type ProvenFile,
  type Verified,
} from './verifyHistory.ts';
