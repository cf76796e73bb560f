export { readable, readSourceFile } from './readSourceFile.ts';
export { longestCell, writeXlsx } from './writeXlsx.ts';
