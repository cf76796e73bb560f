import type * as docxLibrary from 'docx';

/** The library, which is loaded when a Word file is made. */
export type Docx = typeof docxLibrary;

/** 第 1 页，共 3 页 at the foot of every sheet. */
export function sheetNumbers(
  { AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx,
  run: { size: number; color: string },
): docxLibrary.Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            ...run,
            children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });
}
