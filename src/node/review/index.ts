export type {
  ActResult,
  CreateResult,
  Deed,
  Draft,
  DraftChange,
  MergeResult,
  Published,
  PublishResult,
  Refusal,
  SaveResult,
} from './results.ts';
export { Store, type Gate, type StoreOptions } from './store.ts';
