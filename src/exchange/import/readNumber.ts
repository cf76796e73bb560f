const digits = '零一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The whole number that `text` writes, in figures of either width or in Chinese (二十, 一百零五, 二〇二一);
 * undefined where it writes anything else.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replaceAll(',', '');
  if (/^\d{1,15}$/.test(plain)) return Number(plain);
  const words = plain.replaceAll('〇', '零').replaceAll('两', '二');
  if (!/^[零一二三四五六七八九十百千]{1,9}$/.test(words)) return undefined;
  // 二〇二一: digit for digit.
  if (!/[十百千]/.test(words)) return Number([...words].map((digit) => digits.indexOf(digit)).join(''));
  let sum = 0;
  let pending: number | undefined;
  let last = Infinity;
  for (const sign of words) {
    const unit = units[sign];
    if (unit === undefined) {
      if (pending !== undefined && pending !== 0) return undefined;
      pending = digits.indexOf(sign);
    } else {
      if (unit >= last) return undefined;
      if (pending === 0 || (pending === undefined && sum > 0)) return undefined;
      sum += (pending ?? 1) * unit;
      pending = undefined;
      last = unit;
    }
  }
  return sum + (pending ?? 0);
}
