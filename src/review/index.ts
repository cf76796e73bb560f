export {
  decodeMessage,
  encodeMessage,
  type Act,
  type ActKind,
  type ApprovedFile,
  type Person,
  type Role,
  type SignedAct,
} from './act.ts';
export {
  foldDraft,
  type DraftCommit,
  type DraftState,
  type DraftSummary,
  type FoldContext,
  type Signature,
  type SignaturePolicy,
} from './foldDraft.ts';
export { recordOf, type Area, type Grant, type Member } from './grants.ts';
export { mayAct, type Permission, type Wish } from './mayAct.ts';
export { mayReach, type OwnedFile } from './mayReach.ts';
export { peopleOf, type Identity, type People } from './people.ts';
