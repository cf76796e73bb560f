/** What a place with `text` says once `from` is called `to`: the name itself, or a window of that centre. */
export function reworded(text: string, { from, to }: { from: string; to: string }): string | undefined {
  if (text === from) return to;
  return text.startsWith(`${from}/`) ? `${to}${text.slice(from.length)}` : undefined;
}
