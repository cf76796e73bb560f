export type { FolderConflict } from './mergeFolder.ts';
export { pull, type Pulled } from './pull.ts';
export { push, type Pushed } from './push.ts';
