/** The beginning of a long text, to name it in a message. */
export function clipped(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 24)}…`;
}
