export { boardPage, boardPaging, boardPath, type BoardLine } from './board/boardPages.ts';
export { noticePage } from './notice/noticePage.ts';
export { posterPage, posterPath, type PosterItem, type PosterWindow } from './poster/posterPage.ts';
export { printPage } from './print/printPage.ts';
export { qrFile } from './qrCode.ts';
export type { SheetAddress } from './sheetVersion.ts';
export {
  touchAll,
  touchBundle,
  touchBundlePath,
  touchGuide,
  touchGuidePath,
  touchHome,
  touchRoot,
  touchTheme,
  type FoundLine,
  type TouchTheme,
  type TouchWays,
} from './touch/touchPages.ts';
export { codePath, noticePath, printPath } from '../sheetPaths.ts';
