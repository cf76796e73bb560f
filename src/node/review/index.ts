export type {
  ActResult,
  CreateResult,
  Draft,
  DraftChange,
  MergeResult,
  Published,
  PublishResult,
  Scheduled,
  Refusal,
  SaveResult,
} from './results.ts';
export type { FirstStep } from './createDraft.ts';
export { wishOf } from './deeds.ts';
export type { Gate, StoreOptions } from './parts.ts';
export { Store } from './store.ts';
export { readCommits, readRefs } from './verify/readHistory.ts';
export { snapshot } from './verify/snapshot.ts';
export { gitDirIn, verifyRepository } from './verify/verifyRepository.ts';
export { Contended } from './untilSwapped.ts';
