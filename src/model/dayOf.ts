/** The day of `time` where this machine stands, as YYYY-MM-DD. */
export function dayOf(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
