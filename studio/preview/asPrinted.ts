/** A4 at the usual 96 pixels an inch. */
export const sheet = { width: 794, height: 1123 };
/** As the page's own `@page` has it: 8 mm above and below, 10 mm beside. */
export const sheetMargin = { along: 30, beside: 38 };

/**
 * Turns `page`, as it stands in a frame, into what a printer makes of it: its rules for print hold, those for a dark
 * screen do not. The frame is to be as wide as a sheet without its margins.
 */
export function asPrinted(page: Document): void {
  for (const { cssRules } of page.styleSheets)
    for (const rule of cssRules) {
      if (!('media' in rule)) continue;
      // Of the rules that have `media` all but imports are conditions on it, and the page imports nothing.
      const { media } = rule as CSSMediaRule;
      if (media.mediaText.includes('print')) media.mediaText = 'all';
      else if (/screen|prefers-color-scheme/.test(media.mediaText)) media.mediaText = 'not all';
    }
}

/** About how many sheets it takes. */
export function sheetsOf(page: Document): number {
  return Math.max(1, Math.ceil(page.body.scrollHeight / (sheet.height - 2 * sheetMargin.along)));
}
