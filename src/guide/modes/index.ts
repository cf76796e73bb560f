export { boardPage, boardPaging, boardPath, type BoardLine } from './board/boardPages.ts';
export { noticePage, noticePath } from './notice/noticePage.ts';
export { posterPage, posterPath, type PosterItem, type PosterWindow } from './poster/posterPage.ts';
export { printPage, printPath } from './print/printPage.ts';
export type { SheetAddress } from './sheetVersion.ts';
export {
  touchAll,
  touchGuide,
  touchGuidePath,
  touchHome,
  touchRoot,
  touchTheme,
  type FoundLine,
  type TouchTheme,
} from './touch/touchPages.ts';
