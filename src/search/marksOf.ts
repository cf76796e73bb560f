import type { Reading, Wanted } from './askedFor.ts';
import { soundFit, type SoundTable } from './soundTable.ts';

/** `text` in parts, in order, each with whether it is what was asked. */
export function marksOf(
  text: string,
  readings: readonly Reading[],
  table: SoundTable,
): { text: string; marked: boolean }[] {
  const plain = text.split('').map((character) => character.normalize('NFKC').toLowerCase());
  const marked = plain.map(() => false);
  const wanted = readings.flat();
  for (let at = 0; at < plain.length; at++)
    for (const one of wanted) {
      const length = lengthAt(one, plain, at, table);
      for (let i = at; i < at + length; i++) marked[i] = true;
    }
  const parts: { text: string; marked: boolean }[] = [];
  for (const [at, is] of marked.entries()) {
    const last = parts.at(-1);
    if (last?.marked === is) last.text += text.charAt(at);
    else parts.push({ text: text.charAt(at), marked: is });
  }
  return parts;
}

/** How many characters from `at` on are what `wanted` says. */
function lengthAt(
  { piece, sounds, open }: Wanted,
  plain: readonly string[],
  at: number,
  table: SoundTable,
): number {
  if (piece?.startsWith('~') === true) {
    const initials = [plain[at], plain[at + 1]].map((one) =>
      one === undefined ? [] : table.readingsOf(one).map((reading) => reading.charAt(0)),
    );
    return initials.every((letters, i) => letters.includes(piece.charAt(i + 1))) ? 2 : 0;
  }
  if (piece !== undefined) return piece === plain.slice(at, at + piece.length).join('') ? piece.length : 0;
  if (sounds === undefined || at + sounds.length > plain.length) return 0;
  const fits = sounds.every(
    (sound, i) => soundFit(table, plain[at + i]!, sound, open === true && i === sounds.length - 1) > 0,
  );
  return fits ? sounds.length : 0;
}
