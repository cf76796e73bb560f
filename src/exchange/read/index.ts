export { addressOf } from './sheetLayout.ts';
export { readable, readSourceFile, type ReadResult } from './readSourceFile.ts';
