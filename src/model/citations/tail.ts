import type { Citation } from './citation.ts';
import { numbersBetween, type FoundNumber } from './documentNumber.ts';
import { readPlaces } from './places.ts';

/** What follows a title: `end` is behind it all. */
export interface Tail {
  end: number;
  number?: FoundNumber;
  version?: { year: number; words: string };
  /** What the text calls the instrument from here on: （以下简称《条例》）. */
  name?: string;
  places: Citation['places'];
  /** A place that could not be read. */
  bad?: string;
}

/** How far a document number may reach: two bodies that issue together make the longest. */
const longestNumber = 80;

/** Reads what follows a title at `offset`: notes in round brackets and places, in any order. */
export function readTail(text: string, offset: number, numbers: readonly FoundNumber[]): Tail {
  const tail: Tail = { end: offset, places: [] };
  for (let at = offset; ; at = tail.end) {
    const note = /^\s*[（(]((?:[^（()）]|[（(][^（()）]*[）)])*)[）)]/.exec(text.slice(at, at + 160));
    if (note !== null) {
      const start = at + note[0].length - note[1]!.length - 1;
      if (takeNote(tail, note[1]!, numbers, start)) {
        tail.end = at + note[0].length;
        continue;
      }
    }
    // 《某办法》国务院令第460号: many write the number without brackets.
    const behind = at + /^\s*/.exec(text.slice(at))![0].length;
    const [bare] = tail.number === undefined ? numbersBetween(numbers, behind, behind + longestNumber) : [];
    if (bare?.start === behind) {
      tail.number = bare;
      tail.end = bare.end;
      continue;
    }
    if (tail.places.length > 0) return tail;
    const lead = /^\s*(?:的|中|之)?(?:附件[一二三四五六七八九\d]*|附录)?\s*/.exec(text.slice(at))![0];
    const { places, end, bad } = readPlaces(text, at + lead.length);
    if (bad !== undefined) tail.bad = bad;
    if (places.length > 0 || bad !== undefined) tail.end = end;
    tail.places = places;
    if (places.length === 0) return tail;
  }
}

/** Takes what a note in brackets says into `tail`; `false` where it says nothing of the instrument. */
function takeNote(tail: Tail, note: string, numbers: readonly FoundNumber[], start: number): boolean {
  const words = note.trim();
  const [number] = numbersBetween(numbers, start, start + note.length);
  if (number !== undefined) tail.number ??= number;
  const amended = /(\d{4})\s*年?[^，,；;]*?(?:修订|修正|修改|版)/.exec(words);
  if (amended !== null) tail.version ??= { year: Number(amended[1]), words };
  const name = /(?:^|[，,；;]\s*)(?:以下|下)?(?:简称|统称|称)[为“"《]*([^“”"《》]+)/.exec(words)?.[1];
  if (name !== undefined) tail.name ??= name;
  return (
    number !== undefined ||
    amended !== null ||
    name !== undefined ||
    /^(?:试行|暂行|\d{4}年?(?:\d+月\d+日)?(?:公布|发布|通过|施行)?)$/.test(words.replace(/\s+/g, ''))
  );
}
