export { buildSite, type BuildOptions, type BuildReport } from './buildSite.ts';
export {
  currentRelease,
  publish,
  rollback,
  siteFile,
  type PublishOptions,
  type PublishReport,
} from './publish.ts';
export type { Version } from './siteFiles.ts';
