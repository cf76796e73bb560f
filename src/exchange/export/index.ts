export { csvText } from './csvText.ts';
export { exportNational } from './exportNational.ts';
export {
  exportTables,
  fileColumn,
  type ExportColumn,
  type ExportFile,
  type ExportTable,
} from './exportTables.ts';
