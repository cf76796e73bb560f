/** A number not below 0 as `digits` / 10^`scale`, exactly as it is written: 0.1 is one tenth, not the nearest double. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

/** The decimal that JavaScript writes for `number`; `undefined` for what is negative, endless or beyond 10^15. */
export function decimalOf(number: number): Decimal | undefined {
  if (!(number >= 0 && number <= 1e15)) return undefined;
  const [mantissa = '', exponent = '0'] = String(number).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) };
}

/** `a` less `b`; not below 0 is the caller's care. */
export function difference(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: scaled(a, scale) - scaled(b, scale), scale };
}

/** As it is written: `2.5`. */
export function decimalText({ digits, scale }: Decimal): string {
  if (scale === 0) return String(digits);
  const text = String(digits).padStart(scale + 1, '0');
  return `${text.slice(0, -scale)}.${text.slice(-scale)}`.replace(/(?<!0)0+$/, '').replace(/\.$/, '');
}

function scaled({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}
