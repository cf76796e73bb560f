export { compileSparingly } from './compileSparingly.ts';
export {
  buildCatalogue,
  type EngineOptions,
  type EngineReport,
  type EngineResult,
  type Step,
} from './buildCatalogue.ts';
export {
  addVersion,
  keptVersions,
  versionFolder,
  versionList,
  type NewVersion,
  type Versions,
} from './keptVersions.ts';
export { builtPart, programHash, workerPath } from './program.ts';
export type { PageFault } from './records.ts';
export { ShardProblem } from './shards.ts';
export { placesOf } from './swapFiles.ts';
