import { readBasicCode, type BasicCode } from './basicCode.ts';
import { wrongCharacter, wrongLength, type WrongCode } from './code.ts';
import { readCreditCode, type CreditCode } from './creditCode.ts';
import type { DivisionLevel } from './divisionCode.ts';

const levels: readonly DivisionLevel[] = ['nation', 'province', 'city', 'county', 'town', 'village'];
const name = { zh: '编码', en: 'code' };

/** What an implementation code (31), or that of a variant (33, with two digits more), says. */
export type ItemCode =
  | {
      kind: 'code';
      agency: Exclude<CreditCode, WrongCode>;
      uscc: string;
      level: DivisionLevel;
      basic: Exclude<BasicCode, WrongCode>;
      basicCode: string;
      variant?: string;
    }
  | WrongCode;

/** Reads an implementation code (USCC 18, level 1, basic code 12) or a variant's (2 more). */
export function readItemCode(code: string): ItemCode {
  if (code.length !== 31 && code.length !== 33)
    return wrongLength(code, '31（实施编码）或 33（业务办理项编码）', {
      zh: name.zh,
      en: `${name.en} (31, or 33 for a variant)`,
    });
  const uscc = code.slice(0, 18);
  const agency = readCreditCode(uscc);
  if (agency.kind === 'wrong') return within(agency, 0, { zh: '前 18 位', en: 'its first 18' });
  const level = levels[Number(code[18]) - 1];
  if (level === undefined)
    return wrongCharacter(
      code,
      19,
      { zh: '层级 1 至 6（国家、省、市、县、镇、村）', en: 'a level, 1 to 6 (nation to village)' },
      name,
    );
  const basicCode = code.slice(19, 31);
  const basic = readBasicCode(basicCode);
  if (basic.kind === 'wrong')
    return within(basic, 19, { zh: '第 20 至 31 位', en: 'its characters 20 to 31' });
  const variant = code.slice(31);
  if (variant !== '' && !/^\d\d$/.test(variant))
    return wrongCharacter(
      code,
      /^\d/.test(variant) ? 33 : 32,
      { zh: '业务办理项的数字', en: 'a digit of the variant' },
      name,
    );
  return { kind: 'code', agency, uscc, level, basic, basicCode, ...(variant !== '' && { variant }) };
}

/**
 * The 33-digit code of a variant: the body's USCC, the level's digit, the item's basic code and the variant's two
 * digits. `undefined` where one of them is not known or is no such code.
 */
export function variantCode(parts: {
  uscc: string | undefined;
  level: DivisionLevel | undefined;
  basicCode: string | undefined;
  number: string | undefined;
}): string | undefined {
  const { uscc = '', level, basicCode = '', number = '' } = parts;
  const digit = level === undefined ? 0 : levels.indexOf(level) + 1;
  const code = `${uscc}${digit}${basicCode}${number}`;
  return code.length === 33 && readItemCode(code).kind === 'code' ? code : undefined;
}

/** What is wrong with a part that begins after `offset` characters, said of the whole. */
function within({ at, words }: WrongCode, offset: number, part: { zh: string; en: string }): WrongCode {
  return {
    kind: 'wrong',
    ...(at !== undefined && { at: at + offset }),
    words: { zh: `${part.zh}：${words.zh}`, en: `In ${part.en}: ${words.en}` },
  };
}
