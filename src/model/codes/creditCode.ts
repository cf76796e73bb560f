import { firstWrong, wrongCharacter, wrongLength, type WrongCode } from './code.ts';
import { readDivisionCode } from './divisionCode.ts';

/** GB 32100-2015: digits and capitals without I, O, S, V, Z, which are easily taken for 1, 0, 5, U, 2. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const name = { zh: '统一社会信用代码', en: 'unified social credit code' };
const meant: Record<string, string> = { I: '1', O: '0', S: '5', V: 'U', Z: '2' };

/** What an 18-character unified social credit code says. */
export type CreditCode =
  | { kind: 'code'; registrar: string; category: string; division: string; body: string; check: string }
  /** `TE…`: a body that has no code yet, or none that we know. */
  | { kind: 'placeholder' }
  | (WrongCode & { check?: { written: string; right: string } });

/**
 * Reads a unified social credit code (GB 32100-2015: registrar 1, category 1, division 6, body 9, check 1).
 * The division is not looked up: codes outlive the divisions that gave them.
 */
export function readCreditCode(code: string): CreditCode {
  if (/^TE[0-9A-Z]{16}$/.test(code)) return { kind: 'placeholder' };
  const wrong = firstWrong(code, /^[0-9A-HJ-NPQRTUWXY]$/);
  if (wrong > 0) {
    const character = [...code][wrong - 1]!.toUpperCase();
    const likely = meant[character] ?? (alphabet.includes(character) ? character : undefined);
    return wrongCharacter(
      code,
      wrong,
      {
        zh: `数字或 I、O、S、V、Z 以外的大写字母${likely === undefined ? '' : `，可能是“${likely}”`}`,
        en: `a digit or a capital other than I, O, S, V, Z${likely === undefined ? '' : `, perhaps "${likely}"`}`,
      },
      name,
    );
  }
  if (code.length !== 18) return wrongLength(code, '18', name);
  const division = code.slice(2, 8);
  // Central bodies carry 100000, which is no division of GB/T 2260.
  if (division !== '100000') {
    const read = readDivisionCode(division);
    if (read.kind === 'wrong')
      return {
        kind: 'wrong',
        at: 3,
        words: {
          zh: `${name.zh}第 3 至 8 位“${division}”不是行政区划代码。${read.words.zh}`,
          en: `Characters 3 to 8 of the ${name.en}, "${division}", are no division code. ${read.words.en}`,
        },
      };
  }
  const right = creditCheckCharacter(code.slice(0, 17));
  const written = code[17]!;
  if (right !== written)
    return {
      kind: 'wrong',
      at: 18,
      check: { written, right },
      words: {
        zh: `${name.zh}的校验码（第 18 位）是“${written}”，按前 17 位应为“${right}”：其中有一位抄错了。`,
        en: `The check character (18th) of the ${name.en} is "${written}", and the first 17 make it "${right}": one of them was copied wrongly.`,
      },
    };
  return {
    kind: 'code',
    registrar: code[0]!,
    category: code[1]!,
    division,
    body: code.slice(8, 17),
    check: written,
  };
}

/**
 * The check character of the first 17 characters of a code: `(31 - Σ value × weight mod 31) mod 31` in the alphabet.
 * @throws RangeError where `first` is not 17 characters of the alphabet.
 */
export function creditCheckCharacter(first: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{17}$/.test(first)) throw new RangeError(`Not the beginning of a code: ${first}`);
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first[i]!), 0);
  return alphabet[(31 - (sum % 31)) % 31]!;
}
