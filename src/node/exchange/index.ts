export { readable, readSourceFile } from './readSourceFile.ts';
