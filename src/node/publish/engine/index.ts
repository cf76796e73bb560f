export {
  buildCatalogue,
  type EngineOptions,
  type EngineReport,
  type EngineResult,
  type Step,
} from './buildCatalogue.ts';
export { programHash, workerPath } from './program.ts';
export type { PageFault } from './records.ts';
export { ShardProblem } from './shards.ts';
