import { readNumeral } from '../../model/citations/numeral.ts';

/**
 * The whole number that `text` writes, in figures of either width, with separators of thousands or in Chinese
 * (二十, 一百零五, 二〇二一); undefined where it writes anything else.
 */
export function readNumber(text: string): number | undefined {
  const number = readNumeral(text.normalize('NFKC').replace(/\s+/g, '').replaceAll(',', ''));
  return Number.isSafeInteger(number) ? number : undefined;
}
