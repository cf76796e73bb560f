/** The day of `now` where this machine stands, as YYYY-MM-DD: for which a site is made when none is named. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
