export { searchFiles, type SearchFile } from './searchFiles.ts';
export { searchEntry, type SearchEntry } from './searchEntry.ts';
