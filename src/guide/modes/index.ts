export { noticePage, noticePath } from './notice/noticePage.ts';
export { posterPage, posterPath, type PosterItem, type PosterWindow } from './poster/posterPage.ts';
export { printPage, printPath } from './print/printPage.ts';
export type { SheetAddress } from './sheetVersion.ts';
