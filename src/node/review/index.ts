export {
  Store,
  type ActResult,
  type Deed,
  type Draft,
  type DraftChange,
  type Gate,
  type MergeResult,
  type Published,
  type PublishResult,
  type Refusal,
  type SaveResult,
  type StoreOptions,
} from './store.ts';
