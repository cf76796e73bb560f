export { BlobReader } from './blobReader.ts';
export { blobOid } from './blobOid.ts';
export { draftRef, isCataloguePath } from './names.ts';
export type { RefMove, RefUpdate } from './refs.ts';
export { remoteProblem, type Remote } from './remote.ts';
export { RemoteAway } from './remoteRefs.ts';
export {
  Repository,
  type Commit,
  type NewCommit,
  type RepositoryOptions,
  type WrittenCommit,
} from './repository.ts';
export { GitError } from './runGit.ts';
