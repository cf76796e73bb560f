/** A character of a numeral: Chinese, Arabic, full width. */
export const numeralSign = '[0-9０-９零〇○一二两三四五六七八九十百千]';
/** A run of characters that may be a number. */
export const numeral = `${numeralSign}+`;

const digits = '零一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The number that a Chinese or Arabic numeral says: 一百零五, 一〇五, 105 and １０５ are 105. `undefined` where it is
 * none, as 十百 or a digit beside a unit that it does not fit.
 */
export function readNumeral(text: string): number | undefined {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[〇○]/g, '零')
    .replaceAll('两', '二');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (new RegExp(`^[${digits}]+$`).test(plain))
    return Number([...plain].map((digit) => digits.indexOf(digit)).join(''));
  if (
    !/^(?:[一二三四五六七八九]千)?(?:零|[一二三四五六七八九]百)?(?:零|[一二三四五六七八九]?十)?零?[一二三四五六七八九]?$/.test(
      plain,
    )
  )
    return undefined;
  let total = 0;
  let digit: number | undefined;
  for (const character of plain) {
    const unit = units[character];
    if (unit === undefined) digit = digits.indexOf(character);
    else {
      // 十二 is 12: a ten by itself is one ten.
      total += (digit === undefined || digit === 0 ? 1 : digit) * unit;
      digit = undefined;
    }
  }
  return plain === '' ? undefined : total + (digit ?? 0);
}
