import type { Words } from '../schemas.ts';
import { contrast, nearestColour, type Colour } from './contrast.ts';
import { leastContrast, themeTokens, type Scheme, type Theme, type Tokens } from './themeTokens.ts';

/** A colour that a theme may name, as `schemas/common.json` does. */
export type PaletteKey = 'brand' | 'link' | 'ink' | 'soft' | 'paper' | 'tint';

/** Two colours that stand on each other on the public pages. */
export interface ContrastPair {
  /** What the pair is of. */
  words: Words;
  front: keyof Tokens;
  back: keyof Tokens;
  /** The colour of a theme to change where it is too little. */
  key: PaletteKey;
  least: number;
}

/** A pair as a theme has it. */
export interface JudgedPair extends ContrastPair {
  scheme: Scheme;
  ratio: number;
  /** The nearest colour for `key` with which every pair that it is part of passes; only where this one does not. */
  nearest?: Colour;
}

const { words: read, outline } = leastContrast;

/** Every pair that the pages use, as their style has them. */
export const contrastPairs: readonly ContrastPair[] = [
  pair('正文 / 页面底色', 'text on the page', 'ink', 'paper', 'ink'),
  pair('正文 / 衬底', 'text on panels', 'ink', 'tint', 'ink'),
  pair('次要文字 / 页面底色', 'secondary text on the page', 'soft', 'paper', 'soft'),
  pair('次要文字 / 衬底', 'secondary text on panels', 'soft', 'tint', 'soft'),
  pair('链接 / 页面底色', 'links on the page', 'link', 'paper', 'link'),
  pair('链接 / 衬底', 'links on panels', 'link', 'tint', 'link'),
  pair('按钮文字 / 链接色', 'words on buttons', 'on', 'link', 'link'),
  pair('标志文字 / 标志色', 'words on the brand colour', 'onseal', 'seal', 'brand'),
  pair('警示文字 / 页面底色', 'warnings on the page', 'mark', 'paper', 'ink'),
  pair('警示文字 / 衬底', 'warnings on panels', 'mark', 'tint', 'ink'),
  pair('输入框的边 / 页面底色', 'outlines on the page', 'edge', 'paper', 'soft', outline),
  pair('输入框的边 / 衬底', 'outlines on panels', 'edge', 'tint', 'soft', outline),
];

function pair(
  zh: string,
  en: string,
  front: keyof Tokens,
  back: keyof Tokens,
  key: PaletteKey,
  least: number = read,
): ContrastPair {
  return { words: { zh, en }, front, back, key, least };
}

/** Every pair in `scheme` with its contrast; pages are well to read when each has its `least`. */
export function themeContrasts(theme: Theme | undefined, scheme: Scheme): JudgedPair[] {
  const tokens = themeTokens(theme, scheme);
  const offered = new Map<PaletteKey, Colour | undefined>();
  return contrastPairs.map((one) => {
    const ratio = contrast(tokens[one.front], tokens[one.back]);
    const judged: JudgedPair = { ...one, scheme, ratio };
    if (ratio >= one.least) return judged;
    if (!offered.has(one.key)) offered.set(one.key, nearestFor(one.key, theme, scheme));
    const nearest = offered.get(one.key);
    return nearest === undefined ? judged : { ...judged, nearest };
  });
}

/** The colour that one would change: that of the pages where the theme says none. */
export function paletteColour(theme: Theme | undefined, scheme: Scheme, key: PaletteKey): Colour {
  return themeTokens(theme, scheme)[key === 'brand' ? 'seal' : key];
}

function nearestFor(key: PaletteKey, theme: Theme | undefined, scheme: Scheme): Colour | undefined {
  const concerned = contrastPairs.filter((one) => one.key === key);
  return nearestColour(paletteColour(theme, scheme, key), (colour) => {
    const tokens = themeTokens({ ...theme, [scheme]: { ...theme?.[scheme], [key]: colour } }, scheme);
    return concerned.every(({ front, back, least }) => contrast(tokens[front], tokens[back]) >= least);
  });
}
