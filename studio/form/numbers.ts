/** The number that `text` writes, by JSON's grammar; `undefined` where it writes none. */
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** Fen of an amount in yuan with at most two decimals; `undefined` where `text` is no such amount. */
export function fenOf(text: string): number | undefined {
  const match = /^(0|[1-9]\d{0,12})(?:\.(\d{1,2}))?$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** `fen` in yuan, without decimals where there are none: 12050 is 120.50, 12000 is 120. */
export function yuanOf(fen: number): string {
  return Number.isInteger(fen) && fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
