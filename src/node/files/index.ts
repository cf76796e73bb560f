export { readFolder } from './readFolder.ts';
export { swapSymlink } from './swapSymlink.ts';
export { syncFolder, writeFileAtomic } from './writeFileAtomic.ts';
