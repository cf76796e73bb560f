export { diffFile, diffItem } from './diffFile.ts';
export { judgedPaths } from './effects.ts';
export { highestRisk } from './risk.ts';
export { sameValue } from './sameValue.ts';
export type { Change, Effect } from './types.ts';
