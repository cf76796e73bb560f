export { handbookDocx } from './handbookDocx.ts';
export { longestCell, writeXlsx } from './writeXlsx.ts';
