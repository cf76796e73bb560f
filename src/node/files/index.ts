export { eachAbreast } from './eachAbreast.ts';
export { readFolder } from './readFolder.ts';
export { sameBytes } from './sameBytes.ts';
export { swapSymlink } from './swapSymlink.ts';
export { syncFolder } from './syncFolder.ts';
export { writeFileAtomic } from './writeFileAtomic.ts';
export { writeThenRename } from './writeThenRename.ts';
