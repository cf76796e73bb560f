import type { CatalogueFiles, Source } from '../catalogue/index.ts';
import type { Diagnostic, Fix } from '../model/diagnostic.ts';
import type { CatalogueFile } from '../model/generated/schemas.ts';
import { themeContrasts, type JudgedPair } from '../model/theme/themeContrasts.ts';
import type { Scheme, Theme } from '../model/theme/themeTokens.ts';
import { valueAt, type Path } from '../model/path.ts';

/** Bytes of a logo at most: 100 KiB. It is a picture of 40 pixels that a reader waits for beside the page. */
export const logoLimit = 100 * 1024;

const schemes: readonly [Scheme, string, string][] = [
  ['light', '浅色', 'light'],
  ['dark', '深色', 'dark'],
];

/**
 * Colours of the site that cannot be read well: every pair that the pages use, in both schemes. WCAG 2.2 asks 4.5 to 1
 * of words (1.4.3) and 3 to 1 of outlines (1.4.11); the guides promise 7 to 1 of words (1.4.6).
 */
export function themeFindings({ path: file, value }: Source<CatalogueFile>): Diagnostic[] {
  const { theme } = value;
  if (theme === undefined) return [];
  return schemes.flatMap(([scheme, zh, en]) =>
    themeContrasts(theme, scheme)
      .filter(({ ratio, least }) => ratio < least)
      .map((pair): Diagnostic => {
        const { words, ratio, least, nearest } = pair;
        // Down, so that what is just too little never reads as enough.
        const is = Math.floor(ratio * 100) / 100;
        const fix = nearest === undefined ? undefined : fixOf(pair, nearest);
        return {
          code: 'catalogue/theme-contrast',
          severity: 'error',
          message: `${zh}：${words.zh}的对比度是 ${is}:1，不到 ${least}:1，看不清。${nearest === undefined ? '请把底色改得更浅或更深。' : `请改颜色，最近的是 ${nearest}。`}`,
          messageEn: `${en}: ${words.en} have a contrast of ${is}:1, less than ${least}:1, and cannot be read well. ${nearest === undefined ? 'Make what is behind lighter or darker.' : `Change the colour; the nearest is ${nearest}.`}`,
          file,
          path: placeOfPair(pair, theme),
          cites: [],
          ...(fix && { fix }),
        };
      }),
  );
}

/** A logo that keeps readers waiting. */
export function logoFindings(
  { path: file, value }: Source<CatalogueFile>,
  files: CatalogueFiles,
): Diagnostic[] {
  const logo = value.theme?.logo;
  const bytes = logo === undefined ? undefined : files.get(logo)?.length;
  if (bytes === undefined || bytes <= logoLimit) return [];
  const size = Math.ceil(bytes / 1024);
  return [
    {
      code: 'catalogue/logo-size',
      severity: 'error',
      message: `标志有 ${size} KB，超过 100 KB。请缩小图片再上传；页面上只有 40 像素高。`,
      messageEn: `The logo has ${size} KB, more than 100. Make the picture smaller; it is 40 pixels high on the page.`,
      file,
      path: ['theme', 'logo'],
      cites: [],
    },
  ];
}

function fixOf({ scheme, key }: JudgedPair, nearest: string): Fix {
  return {
    title: `改成 ${nearest}`,
    titleEn: `Make it ${nearest}`,
    edits: [{ kind: 'set', path: ['theme', scheme, key], value: nearest }],
  };
}

/** The colour to change where the theme says it, else the one behind it, else the whole scheme. */
function placeOfPair({ scheme, key, back }: JudgedPair, theme: Theme): Path {
  for (const one of [key, back]) {
    const path = [scheme, one];
    if (valueAt(theme, path) !== undefined) return ['theme', ...path];
  }
  return ['theme', scheme];
}
