// Ascending numbers as text that stands in a script without escapes: the gaps between them, a character for each gap
// below 32 and another for every five bits more.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** `numbers`, ascending and from 0 on, as text. */
export function writeNumbers(numbers: readonly number[]): string {
  let out = '';
  let before = -1;
  for (const number of numbers) {
    let gap = number - before - 1;
    for (; gap >= 32; gap = Math.floor(gap / 32)) out += digits[32 + (gap % 32)]!;
    out += digits[gap]!;
    before = number;
  }
  return out;
}

/** A number from 0 as one character; what is above 63 is 63. */
export function writeDigit(number: number): string {
  return digits[Math.min(63, number)]!;
}

/** What {@link writeDigit} wrote at `index` of `text`. */
export function readDigit(text: string, index: number): number {
  return values[text.charCodeAt(index)] ?? 0;
}

const values: number[] = [];
for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;

/** What {@link writeNumbers} wrote. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = -1;
  let gap = 0;
  let unit = 1;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)] ?? 0;
    gap += (value % 32) * unit;
    if (value >= 32) unit *= 32;
    else {
      number += gap + 1;
      numbers.push(number);
      gap = 0;
      unit = 1;
    }
  }
  return numbers;
}
