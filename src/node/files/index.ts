export { readFolder } from './readFolder.ts';
export { sameBytes } from './sameBytes.ts';
export { swapSymlink } from './swapSymlink.ts';
export { syncFolder, writeFileAtomic } from './writeFileAtomic.ts';
