import { firstWrong, wrongCharacter, wrongLength, type WrongCode } from './code.ts';

/** First two digits of GB/T 2260: provinces, autonomous regions, municipalities, special regions. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);
const name = { zh: '行政区划代码', en: 'division code' };

export type DivisionLevel = 'nation' | 'province' | 'city' | 'county' | 'town' | 'village';

/** What a division code says; `parent` is the code of the level above by its digits, 6 or 12 long as the code is. */
export type DivisionCode = { kind: 'code'; level: DivisionLevel; parent?: string } | WrongCode;

/**
 * Reads a division code: GB/T 2260, 6 digits (province 2, city 2, county 2), or 12 with town 3 and village 3;
 * 000000 is the nation. Whether such a division exists is the catalogue's to say.
 */
export function readDivisionCode(code: string): DivisionCode {
  const wrong = firstWrong(code, /^\d$/);
  if (wrong > 0) return wrongCharacter(code, wrong, { zh: '数字', en: 'a digit' }, name);
  if (code.length !== 6 && code.length !== 12)
    return wrongLength(code, '6 或 12', { ...name, en: `${name.en} (6 or 12)` });
  const parts = [
    code.slice(0, 2),
    code.slice(2, 4),
    code.slice(4, 6),
    code.slice(6, 9),
    code.slice(9),
  ].filter((part) => part !== '');
  let depth = parts.length;
  while (depth > 0 && /^0+$/.test(parts[depth - 1]!)) depth--;
  if (depth === 0) return { kind: 'code', level: 'nation' };
  if (!provinces.has(parts[0]!))
    return {
      kind: 'wrong',
      at: 1,
      words: {
        zh: `${name.zh}的前两位“${parts[0]!}”不是省级代码。`,
        en: `The first two digits of the ${name.en}, "${parts[0]!}", are no province.`,
      },
    };
  const gap = parts.slice(0, depth).findIndex((part) => /^0+$/.test(part));
  // Towns right below a city stand under county 00: 441900 Dongguan, which has no counties.
  if (gap > 0 && !(gap === 2 && depth > 3)) {
    const at = [1, 3, 5, 7, 10][gap]!;
    return {
      kind: 'wrong',
      at,
      words: {
        zh: `${name.zh}第 ${at} 位起的上一级是“${parts[gap]!}”，下一级却不是零：缺了一级。`,
        en: `From digit ${at} on the ${name.en} has "${parts[gap]!}" for a level and a number below it: a level is missing.`,
      },
    };
  }
  const level = (['province', 'city', 'county', 'town', 'village'] as const)[depth - 1]!;
  const above = parts.slice(0, depth - 1 === gap + 1 && gap > 0 ? gap : depth - 1).join('');
  return { kind: 'code', level, parent: above.padEnd(code.length, '0') };
}

/** Whether `digits` are the two that a province's codes begin with, or 00 for the nation. */
export function isProvinceDigits(digits: string): boolean {
  return digits === '00' || provinces.has(digits);
}
