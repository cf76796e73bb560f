export type { LastCheck } from './lastCheckOf.ts';
export { isPagesBranch, publishToBranch, type PagesTarget } from './pagesBranch.ts';
export {
  currentManifest,
  currentRelease,
  openPublisher,
  siteFile,
  type PlannedSite,
  type PlanOptions,
  type PlanResult,
  type Publisher,
  type PublishReport,
} from './publish.ts';
export { today } from './today.ts';
export {
  buildCatalogue,
  programHash,
  ShardProblem,
  workerPath,
  type EngineOptions,
  type EngineReport,
  type EngineResult,
  type PageFault,
  type Step,
} from './engine/index.ts';
export { partNames } from './parts/index.ts';
