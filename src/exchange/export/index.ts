export { csvText } from './csvText.ts';
export {
  exportTables,
  fileColumn,
  type ExportColumn,
  type ExportFile,
  type ExportTable,
} from './exportTables.ts';
