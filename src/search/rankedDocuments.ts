import type { Reading, Wanted } from './askedFor.ts';
import { readDigit } from './numberList.ts';
import type { HeldPiece, Shard } from './readShard.ts';
import { soundFit, type SoundTable } from './soundTable.ts';
import { foundIn, lesserDigit } from './wire.ts';

/** The index, as far as it is loaded. */
export interface LoadedIndex {
  /** A digit a document: see `Meta`. */
  lengths: string;
  table: SoundTable;
  /** The shard that `key` is filed in. */
  shard(key: string): Shard;
}

export interface Ranked {
  document: number;
  score: number;
}

/** A written character of the same sound is likely, but less than the one that was typed. */
const sameSound = 0.5;
/** How much of its weight a piece keeps that no document holds. */
const notHeld = 0.35;
/** Who asks for nothing else wants a thing for the first time, not its change or its end. */
const lesserAct = 0.9;
/** The share of what was asked that a document has to hold: of all, and of what the best one holds. */
const leastOfAll = 0.2;
const leastOfBest = 0.5;
/** Found by this much of it, a name weighs half as much again when it is wholly what was asked. */
const wholeName = 0.5;

/**
 * Documents that hold what was asked, best first: what is rare counts more than what is common, a name more than an
 * everyday word, that more than a material and a law; of like ones the shortest name.
 */
export function rankedDocuments(
  readings: readonly Reading[],
  index: LoadedIndex,
  only?: readonly string[],
): Ranked[] {
  const count = index.lengths.length;
  const scores = new Float64Array(count);
  for (const [nth, reading] of readings.entries()) {
    const found = scored(reading, index, count);
    // Readings are in order of likelihood: the first is taken where two say the same.
    for (const { document, score } of found)
      scores[document] = Math.max(scores[document]!, score * (1 - nth * 0.001));
  }
  const allowed = (only ?? []).map((filter) => documentsOf(index, filter));
  // One number for each, so that the browser sorts them by itself: score, then length of the name, then order.
  const keys: number[] = [];
  for (let document = 0; document < count; document++)
    if (scores[document]! > 0 && allowed.every((one) => one.has(document)))
      keys.push(
        ((most - Math.round(scores[document]! * fine)) * lesserDigit + nameLength(index, document)) *
          manyDocuments +
          document,
      );
  return [...Float64Array.from(keys).sort()].map((key) => {
    const document = key % manyDocuments;
    return { document, score: scores[document]! };
  });
}

/** A score in a number that is sorted by: its finest step, and the most there is of it. */
const fine = 1e6;
const most = 2 * fine;
const manyDocuments = 2 ** 26;

/** Documents that stand under a filter, such as `@511500` for a division. */
function documentsOf(index: LoadedIndex, filter: string): Set<number> {
  const lists = index.shard(filter).get(filter)?.lists ?? [];
  return new Set(lists.flatMap(({ documents }) => documents));
}

function scored(reading: Reading, index: LoadedIndex, count: number): Ranked[] {
  const sums = new Float64Array(count);
  const covered = new Float64Array(count);
  const inName = new Uint8Array(count);
  const last = new Int32Array(count).fill(-1);
  let all = 0;
  let most = 0;
  for (const [nth, wanted] of reading.entries()) {
    const matches = found(index, wanted).sort((a, b) => b.fit - a.fit);
    const best = matches[0]?.fit ?? 0;
    let held = 0;
    for (const { fit, piece } of matches) if (fit === best) held += piece.count;
    // What no document holds is as telling as what one does, but says nothing about which.
    const rarity = wanted.weight * Math.log(1 + count / Math.max(1, held));
    all += rarity * Math.max(best, notHeld);
    for (const { fit, piece } of matches)
      for (const { of, documents } of piece.lists) {
        const counts = rarity * fit;
        const weight = counts * foundIn[of]!.weight;
        const named = of === 0 && fit > sameSound ? 1 : 0;
        for (const document of documents) {
          if (last[document] === nth || (wanted.beside === true && sums[document] === 0)) continue;
          last[document] = nth;
          sums[document]! += weight;
          covered[document]! += counts;
          inName[document]! += named;
          if (covered[document]! > most) most = covered[document]!;
        }
      }
  }
  const least = Math.max(leastOfAll * all, leastOfBest * most);
  const ranked: Ranked[] = [];
  for (let document = 0; document < count; document++) {
    const sum = sums[document]!;
    if (sum === 0 || covered[document]! < least) continue;
    const pieces = Math.max(1, nameLength(index, document) - (reading[0]?.key.startsWith('1') ? 0 : 1));
    const whole = 1 + wholeName * Math.min(1, inName[document]! / pieces);
    ranked.push({ document, score: (sum / all) * whole * (isLesserAct(index, document) ? lesserAct : 1) });
  }
  return ranked;
}

function nameLength(index: LoadedIndex, document: number): number {
  return readDigit(index.lengths, document) % lesserDigit;
}

function isLesserAct(index: LoadedIndex, document: number): boolean {
  return readDigit(index.lengths, document) >= lesserDigit;
}

/** Whether the index holds what `wanted` says, as it is written. */
export function isHeld(index: LoadedIndex, { key, piece }: Wanted): boolean {
  return piece !== undefined && index.shard(key).has(piece);
}

interface Match {
  fit: number;
  piece: HeldPiece;
}

/** The pieces of a shard that `wanted` fits. */
function found(index: LoadedIndex, wanted: Wanted): Match[] {
  const shard = index.shard(wanted.key);
  const { piece: written = '', sounds } = wanted;
  if (sounds === undefined) {
    const piece = shard.get(written);
    return piece === undefined ? [] : [{ fit: 1, piece }];
  }
  const matches: Match[] = [];
  for (const [held, piece] of shard) {
    const fit = held === written ? 1 : heardFit(index.table, held, wanted);
    if (fit > 0) matches.push({ fit, piece });
  }
  return matches;
}

/** How well a piece of the index sounds like what is wanted. */
function heardFit(table: SoundTable, held: string, { piece, sounds = [], open = false }: Wanted): number {
  // Initials and filters have no sound.
  if (held.length !== sounds.length || /^[~@#]/.test(held)) return 0;
  let fit = piece === undefined ? 1 : sameSound;
  for (const [nth, sound] of sounds.entries())
    fit *= soundFit(table, held.charAt(nth), sound, open && nth === sounds.length - 1);
  return fit;
}
