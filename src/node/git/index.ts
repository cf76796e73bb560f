export { blobOid } from './blobOid.ts';
export { draftRef, isCataloguePath } from './names.ts';
export { Repository, type Commit, type NewCommit, type RefUpdate, type WrittenCommit } from './repository.ts';
export { GitError } from './runGit.ts';
