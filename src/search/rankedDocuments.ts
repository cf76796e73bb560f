import type { Reading, Wanted } from './askedFor.ts';
import { readDigit, readNumbers } from './numberList.ts';
import { soundFit, type SoundTable } from './soundTable.ts';
import { foundIn, lesserDigit } from './wire.ts';

/** The index, as far as it is loaded. */
export interface LoadedIndex {
  /** A digit a document: see `Meta`. */
  lengths: string;
  table: SoundTable;
  /** Text of the shard that `key` is filed in. */
  shard(key: string): string;
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
  const allowed = only?.map((key) => documentsOf(index, key));
  const ranked: Ranked[] = [];
  for (const [document, score] of scores.entries())
    if (score > 0 && (allowed?.every((one) => one.has(document)) ?? true)) ranked.push({ document, score });
  const length = (document: number) => nameLength(index, document);
  return ranked.sort(
    (a, b) => b.score - a.score || length(a.document) - length(b.document) || a.document - b.document,
  );
}

/** Documents that stand under a filter, such as `@511500` for a division. */
export function documentsOf(index: LoadedIndex, filter: string): Set<number> {
  const documents = new Set<number>();
  for (const { lists } of found(index, { key: filter, weight: 1, piece: filter }))
    for (const [, text] of lists) readNumbers(text, (document) => documents.add(document));
  return documents;
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
    for (const { fit, lists } of matches)
      if (fit === best) for (const [, text] of lists) readNumbers(text, () => held++);
    // What no document holds is as telling as what one does, but says nothing about which.
    const rarity = wanted.weight * Math.log(1 + count / Math.max(1, held));
    all += rarity * Math.max(best, notHeld);
    for (const { fit, lists } of matches)
      for (const [of, text] of lists)
        readNumbers(text, (document) => {
          if (last[document] === nth || (wanted.beside === true && sums[document] === 0)) return;
          last[document] = nth;
          sums[document]! += rarity * fit * foundIn[of]!.weight;
          covered[document]! += rarity * fit;
          if (of === 0 && fit > sameSound) inName[document]!++;
          most = Math.max(most, covered[document]!);
        });
  }
  const least = Math.max(leastOfAll * all, leastOfBest * most);
  const ranked: Ranked[] = [];
  for (const [document, sum] of sums.entries()) {
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
  return piece !== undefined && lineAt(index.shard(key), piece) !== undefined;
}

interface Match {
  fit: number;
  lists: [of: number, text: string][];
}

/** The lists of a shard that `wanted` fits. */
function found(index: LoadedIndex, wanted: Wanted): Match[] {
  const text = index.shard(wanted.key);
  const { piece, sounds } = wanted;
  if (sounds === undefined) {
    const from = lineAt(text, piece!);
    return from === undefined ? [] : [{ fit: 1, lists: listsAt(text, from) }];
  }
  const matches: Match[] = [];
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    const fit = fitAt(index.table, text, at + 1, wanted);
    if (fit > 0) matches.push({ fit, lists: listsAt(text, at + 1 + sounds.length) });
  }
  return matches;
}

/** Where the lists of `piece` begin in a shard. */
function lineAt(text: string, piece: string): number | undefined {
  for (let at = text.indexOf(` ${piece}`); at >= 0; at = text.indexOf(` ${piece}`, at + 1)) {
    const end = at + 1 + piece.length;
    if (markAt(text, end) >= 0) return end;
  }
  return undefined;
}

function markAt(text: string, at: number): number {
  return foundIn.findIndex(({ mark }) => mark === text.charAt(at));
}

function fitAt(table: SoundTable, text: string, at: number, wanted: Wanted): number {
  const sounds = wanted.sounds!;
  const end = at + sounds.length;
  // A line of initials or of a filter has no sound.
  if (markAt(text, end) < 0 || /[~@#]/.test(text.charAt(at))) return 0;
  if (wanted.piece !== undefined && text.startsWith(wanted.piece, at)) return 1;
  let fit = 1;
  for (const [nth, sound] of sounds.entries())
    fit *= soundFit(table, text.charAt(at + nth), sound, wanted.open === true && nth === sounds.length - 1);
  return wanted.piece === undefined ? fit : fit * sameSound;
}

function listsAt(text: string, from: number): [number, string][] {
  const end = text.indexOf(' ', from);
  const lists: [number, string][] = [];
  for (const part of text.slice(from, end < 0 ? undefined : end).matchAll(/([!$%&*])([^!$%&*]*)/g))
    lists.push([markAt(part[1]!, 0), part[2]!]);
  return lists;
}
