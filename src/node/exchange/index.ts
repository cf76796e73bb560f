export { longestCell, writeXlsx } from './writeXlsx.ts';
