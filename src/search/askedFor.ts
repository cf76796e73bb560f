import { folded } from './folded.ts';
import { runsOf } from './runsOf.ts';
import { initialsKey, pieceKey } from './shardOf.ts';
import type { SoundTable } from './soundTable.ts';
import { weightyCharacters } from './stopWords.ts';
import { syllables, type Syllable } from './syllables.ts';

/** A piece that is looked for: written, sounded, or by two initials. */
export interface Wanted {
  /** Under what it is filed. */
  key: string;
  weight: number;
  /** The piece as it is written. */
  piece?: string;
  /** How its one or two characters sound; the last may be but begun. */
  sounds?: readonly string[];
  open?: boolean;
  /** Tells among documents that hold something else, and finds none by itself. */
  beside?: boolean;
}

/** Ways to understand what was typed: each a list of pieces. Letters may be a word or pinyin. */
export type Reading = readonly Wanted[];

/** Characters of the same sound are looked for in words so long and longer: in short ones each is a word of its own. */
const longEnoughToErr = 4;
const stopWeight = 0.08;
const acrossWeight = 0.6;
const singleWeight = 0.5;
/** A character by itself says little and stands in many items. */
const mostSingles = 3;
const mostReadings = 4;

/** The ways to understand `query`, likeliest first; none where nothing was asked. */
export function askedFor(query: string, table: SoundTable): Reading[] {
  let readings: Wanted[][] = [[]];
  for (const run of runsOf(query)) {
    const ways = [written(run, table), ...sounded(run)];
    readings = readings.flatMap((before) => ways.map((way) => [...before, ...way])).slice(0, mostReadings);
  }
  return readings.filter((reading) => reading.length > 0);
}

function written(run: string, table: SoundTable): Wanted[] {
  const usual = (at: number) => table.readingsOf(run.charAt(at))[0]!;
  if (run.length === 1) return [{ key: pieceKey(folded(usual(0))), weight: 1, piece: run }];
  const weighty = weightyCharacters(run);
  const wanted: Wanted[] = [];
  // 砍[自家的]树 is 砍树 as well.
  for (let i = 1; i < run.length; i++) {
    if (!weighty[i] || weighty[i - 1]) continue;
    const before = weighty.lastIndexOf(true, i - 1);
    if (before < 0) continue;
    wanted.push({
      key: pieceKey(folded(usual(before)), folded(usual(i))),
      weight: acrossWeight,
      piece: run.charAt(before) + run.charAt(i),
    });
  }
  for (let i = 1; i < run.length; i++) {
    const [first, second] = [usual(i - 1), usual(i)];
    wanted.push({
      key: pieceKey(folded(first), folded(second)),
      weight: weighty[i - 1] && weighty[i] ? 1 : stopWeight,
      piece: run.slice(i - 1, i + 1),
      ...(run.length >= longEnoughToErr && { sounds: [first, second] }),
    });
  }
  // Words around a question are not looked for where it has others.
  const telling = wanted.filter(({ weight }) => weight > stopWeight);
  return telling.length > 0 ? telling : wanted;
}

/** What `run` may be where it is typed by sound. */
function sounded(run: string): Wanted[][] {
  if (!/^[a-z]{2,}$/.test(run)) return [];
  return (
    syllables(run)
      // A letter that can be no sound: a short word with one is no pinyin.
      .filter((parts) => run.length > 5 || parts.every(({ text }) => text !== ''))
      .map(soundedPieces)
      .filter((way) => way.length > 0)
  );
}

function soundedPieces(parts: readonly Syllable[]): Wanted[] {
  const [only] = parts;
  if (parts.length === 1 && only!.text !== '' && !only!.initial)
    return [{ key: pieceKey(folded(only!.text)), weight: 1, sounds: [only!.text] }];
  const wanted: Wanted[] = [];
  for (let i = 1; i < parts.length; i++) {
    const [first, second] = [parts[i - 1]!, parts[i]!];
    if (first.text === '' || second.text === '') continue;
    wanted.push(
      first.initial
        ? {
            key: initialsKey(first.text + second.text.charAt(0)),
            weight: 1,
            piece: `~${first.text}${second.text.charAt(0)}`,
          }
        : {
            key: pieceKey(folded(first.text), folded(second.text)),
            weight: 1,
            sounds: [first.text, second.text],
            open: second.initial || i === parts.length - 1,
          },
    );
  }
  return wanted;
}

/**
 * `reading` with single characters beside it, for pieces that no document holds (`isHeld` says): one character of a word
 * may be wrong, or a word may be one that no item has, and the others still tell.
 */
export function withSingles(
  reading: Reading,
  table: SoundTable,
  isHeld: (wanted: Wanted) => boolean,
): Reading {
  const lost = new Set<string>();
  const kept = new Set<string>();
  for (const wanted of reading) {
    const { piece, weight } = wanted;
    if (piece === undefined || piece.length !== 2 || weight <= stopWeight || /[a-z0-9~]/.test(piece))
      continue;
    const into = isHeld(wanted) ? kept : lost;
    for (const character of piece.split('')) into.add(character);
  }
  const singles = [...lost].filter((character) => !kept.has(character)).slice(0, mostSingles);
  return [
    ...reading,
    ...singles.map((piece) => ({
      key: pieceKey(folded(table.readingsOf(piece)[0]!)),
      weight: singleWeight,
      piece,
      beside: true,
    })),
  ];
}
