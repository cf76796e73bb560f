export { procedureBpmn } from '../bpmn/procedureBpmn.ts';
export { cpsvDocument } from '../cpsv/cpsvDocument.ts';
export { cpsvTaken } from '../cpsv/cpsvTaken.ts';
export { openCsv, overviewCsv, overviewLine, type OverviewLine } from './openCsv.ts';
export { openItem, openJson, type OpenItem } from './openItem.ts';
export { openYaml } from './openYaml.ts';
