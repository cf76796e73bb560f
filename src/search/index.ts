export { searchEntries, type SearchEntry } from './searchEntries.ts';
