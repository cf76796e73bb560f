import { wrongCharacter, wrongLength, type WrongCode } from './code.ts';
import { isProvinceDigits } from './divisionCode.ts';

const name = { zh: '基本编码', en: 'basic code' };

/**
 * What a 12-digit basic code says: `province` 00 is the nation. `part` tells a container of sub-items (`00Y`), an
 * item without sub-items (`000`) and a sub-item.
 */
export type BasicCode =
  | {
      kind: 'code';
      province: string;
      type: string;
      department: string;
      main: string;
      sub: string;
      part: 'container' | 'whole' | 'sub-item';
    }
  | WrongCode;

/** Reads a basic code: province 2, type 2, department 2, main item 3, sub-item 3 (digits, or `00Y`). */
export function readBasicCode(code: string): BasicCode {
  const characters = [...code];
  for (const [i, character] of characters.entries()) {
    if (/^\d$/.test(character) || (i === 11 && character === 'Y')) continue;
    const wanted =
      i === 11
        ? { zh: '数字，或主项的“Y”', en: 'a digit, or Y for a container' }
        : { zh: '数字', en: 'a digit' };
    return wrongCharacter(code, i + 1, wanted, name);
  }
  if (characters.length !== 12) return wrongLength(code, '12', name);
  const province = code.slice(0, 2);
  if (!isProvinceDigits(province))
    return {
      kind: 'wrong',
      at: 1,
      words: {
        zh: `${name.zh}的前两位“${province}”不是省级代码，也不是国家的 00。`,
        en: `The first two digits of the ${name.en}, "${province}", are neither a province nor 00, the nation.`,
      },
    };
  const sub = code.slice(9);
  if (sub.endsWith('Y') && sub !== '00Y')
    return wrongCharacter(
      code,
      12,
      { zh: '数字：只有主项以 00Y 结尾', en: 'a digit: only 00Y ends in Y' },
      name,
    );
  return {
    kind: 'code',
    province,
    type: code.slice(2, 4),
    department: code.slice(4, 6),
    main: code.slice(6, 9),
    sub,
    part: sub === '00Y' ? 'container' : sub === '000' ? 'whole' : 'sub-item',
  };
}
