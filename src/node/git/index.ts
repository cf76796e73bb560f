export { draftRef, isCataloguePath } from './names.ts';
export { Repository, type Commit, type NewCommit, type RefUpdate } from './repository.ts';
export { GitError } from './runGit.ts';
