export { describe, type Reader } from './describe.ts';
export { diffFile, diffItem } from './diffFile.ts';
export { judgedPaths } from './effects.ts';
export { highestRisk } from './risk.ts';
export { canonical, entryOf, isMap, sameValue, type Entries } from './sameValue.ts';
export { elementLabel, titleOf } from './titles.ts';
export type { Change, Effect } from './types.ts';
export { isWhen, unitOf } from './units.ts';
