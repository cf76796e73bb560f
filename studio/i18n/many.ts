/** `count` of what `one` names in English: `many(1, 'new finding')` is `1 new finding`, of two they are findings. */
export function many(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
