export { readFolder } from './readFolder.ts';
export { swapSymlink } from './swapSymlink.ts';
export { writeFileAtomic } from './writeFileAtomic.ts';
