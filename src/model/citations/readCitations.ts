import { findBracketed, inRoundBrackets, withNameAround, type Bracketed } from './brackets.ts';
import type { Citation, Cited, KnownLaw } from './citation.ts';
import { findDocumentNumbers, numbersBetween, type FoundNumber } from './documentNumber.ts';
import { lawIndex, type LawIndex } from './lawIndex.ts';
import { numeral } from './numeral.ts';
import { readPlaces } from './places.ts';
import { readTail } from './tail.ts';
import { isForm, isInstrument, isKindOnly, plainTitle, titleKey, versionNote } from './title.ts';

/**
 * The citations in Chinese prose, in order: instruments in 《》 with their articles, paragraphs, items, document
 * number and version; document numbers by themselves; laws named without brackets before 第…条.
 *
 * Forms, certificates, standards and books in 《》 are none, nor is what a law says of itself (本法第三条, 前款).
 * `known` is a registry, or an index of one where many texts are read.
 */
export function readCitations(text: string, known: readonly KnownLaw[] | LawIndex = []): Citation[] {
  const reading: Reading = {
    text,
    index: 'byTitle' in known ? known : lawIndex(known),
    numbers: findDocumentNumbers(text),
    named: new Map(),
    found: [],
  };
  const titles = findBracketed(text).map((one) => withNameAround(text, one));
  for (const title of titles) {
    const citation = definesName(text, title) ? undefined : ofTitle(reading, title);
    if (citation !== undefined) reading.found.push(citation);
  }
  const taken = new Uint8Array(text.length);
  const take = ({ start, end }: { start: number; end: number }) => taken.fill(1, start, end);
  titles.forEach(take);
  reading.found.forEach(take);
  for (const number of reading.numbers) {
    if (taken[number.start] === 1) continue;
    const citation = ofNumber(reading, number);
    reading.found.push(citation);
    take(citation);
  }
  for (const at of articlesBehindWords(text)) {
    const citation = taken[at] === 1 ? undefined : ofName(reading, at);
    if (citation === undefined) continue;
    reading.found.push(citation);
    take(citation);
  }
  return reading.found.sort((a, b) => a.start - b.start);
}

/** A text while it is read. */
interface Reading {
  text: string;
  index: LawIndex;
  numbers: readonly FoundNumber[];
  /** What the text itself calls an instrument, （以下简称《条例》）, by its title's key. */
  named: Map<string, Cited>;
  found: Citation[];
}

function ofTitle(reading: Reading, bracketed: Bracketed): Citation | undefined {
  const { text, numbers, index, named } = reading;
  const { start, end, words } = bracketed;
  if (words === undefined) return ofOpenTitle(text, start);
  const plain = plainTitle(words);
  if (plain === '') return undefined;
  const note = versionNote.exec(plain);
  const title = note === null ? plain : plain.slice(0, note.index);
  const tail = readTail(text, end, numbers);
  const before = numbersBetween(numbers, start - 60, start).find(
    (one) =>
      one.end <= start && /^文?(?:公布|发布|颁布|印发|通过|下发)?的?$/.test(text.slice(one.end, start)),
  );
  const number = tail.number ?? before;
  const version =
    tail.version ?? (note === null ? undefined : { year: Number(note[1]), words: note[0].slice(1, -1) });

  let is = named.get(titleKey(title)) ?? index.byTitle(title);
  if (is.kind === 'other' && number !== undefined) is = index.byNumber(number.written);
  if (is.kind === 'other' && number === undefined && isKindOnly(title) && !named.has(titleKey(title)))
    is = notUnderstood.kindOnly;
  if (is.kind === 'other') {
    const cited = number !== undefined || tail.places.length > 0 || tail.bad !== undefined;
    if (!isInstrument(title) && !named.has(titleKey(title)) && (!cited || isForm(title))) return undefined;
    if (number === undefined && hasStandardCode(text, bracketed)) return undefined;
  }
  if (tail.name !== undefined) named.set(titleKey(tail.name), is);
  return {
    start: before !== undefined && number === before ? before.start : start,
    end: tail.end,
    title,
    ...(number !== undefined && { number: number.written }),
    places: tail.places,
    ...(version !== undefined && { version }),
    is: tail.bad === undefined ? is : notUnderstood.place(tail.bad),
  };
}

/** A 《 that is never closed is a citation all the same where an article follows. */
function ofOpenTitle(text: string, start: number): Citation | undefined {
  const name = new RegExp(`^《[^《》。；\\n]{2,60}?(?=第\\s*${numeral}\\s*条)`).exec(text.slice(start))?.[0];
  if (name === undefined) return undefined;
  const { places, end } = readPlaces(text, start + name.length);
  return { start, end, places, is: notUnderstood.open };
}

function ofNumber({ text, index }: Reading, { start, end, written }: FoundNumber): Citation {
  const tail = readTail(text, end, []);
  const is = tail.bad === undefined ? index.byNumber(written) : notUnderstood.place(tail.bad);
  return { start, end: tail.end, number: written, places: tail.places, is };
}

/** A law named without brackets before the 第…条 at `at`; nothing where a text speaks of itself. */
function ofName({ text, index, named, found }: Reading, at: number): Citation | undefined {
  const run = /\p{Script=Han}{2,40}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0];
  if (run === undefined) return undefined;
  const cite = (length: number, is: Cited, title?: string): Citation => {
    const { places, end, bad } = readPlaces(text, at);
    return {
      start: at - length,
      end,
      ...(title !== undefined && { title }),
      places,
      is: bad === undefined ? is : notUnderstood.place(bad),
    };
  };

  const own = [...named.keys()].filter((key) => run.endsWith(key)).sort((a, b) => b.length - a.length)[0];
  if (own !== undefined && !isKindOnly(own)) return cite(own.length, named.get(own)!, own);
  const name = index.nameAtEndOf(run);
  if (name !== undefined && (name.length > 5 || leadsIn.test(run.slice(0, -name.length))))
    return cite(name.length, index.byTitle(name), name);

  const kind = /(?<![方做用])(?:法|条例|规定|办法|细则|规则)$/.exec(run)?.[0];
  const pointing = run.slice(0, -(kind?.length ?? 0));
  if (kind === undefined || pointing === '' || itself.test(pointing)) return undefined;
  if (/[该同]$/.test(pointing)) {
    const meant = found.findLast((one) => one.end <= at);
    return cite(kind.length + 1, meant?.is ?? notUnderstood.name, meant?.title);
  }
  return cite(kind.length, notUnderstood.name);
}

/** Words after which a law's name may begin, so that 取水法 is not taken for 水法. */
const leadsIn =
  /(?:^|照|据|反|用|合|于|有|将|在|和|及|与|或者?|除|对|由|的|不|因|行|犯|是|即|为|成|到|按|从|向|称|以|去|备|规定|提交|采取|违)$/;
/** What a text says before 条例 or 办法 where it means itself, or nothing in particular. */
const itself = /(?:本(?:实施|施行|暂行)?|前|述|列|各|有关|相关|其他)$/;

/** Offsets of 第…条 right behind a Chinese character. */
function articlesBehindWords(text: string): number[] {
  const article = new RegExp(`(?<=\\p{Script=Han})第\\s*${numeral}\\s*条`, 'gu');
  return [...text.matchAll(article)].map((match) => match.index);
}

/** Whether a title only says what an instrument is called from here on: （以下简称《条例》）. */
function definesName(text: string, { start }: Bracketed): boolean {
  return (
    /(?:简称|统称|以下称)为?[“"]?$/.test(text.slice(Math.max(0, start - 6), start)) &&
    inRoundBrackets(text, start)
  );
}

/** GB 5749, WS/T 12 beside a title: what has such a number is a standard. */
function hasStandardCode(text: string, { start, end }: Bracketed): boolean {
  const code = '(?:GBZ?|GBJ|WS|HJ|SL|JGJ|CJJ?|JTG?|GA|NY|LY|DL|SB|AQ|DB\\d*)(?:\\/[TZ])?\\s*-?\\d+';
  return (
    new RegExp(`^\\s*[（(]?\\s*${code}`).test(text.slice(end, end + 24)) ||
    new RegExp(`${code}(?:[-—.]\\d+)*\\s*$`).test(text.slice(Math.max(0, start - 24), start))
  );
}

const notUnderstood = {
  open: {
    kind: 'not-understood',
    why: { zh: '书名号没有配对。', en: 'The title’s bracket is not closed.' },
  },
  kindOnly: {
    kind: 'not-understood',
    why: {
      zh: '只写了种类，前文没有说明是哪一部。',
      en: 'Only a kind is named, and nothing before says which.',
    },
  },
  name: {
    kind: 'not-understood',
    why: {
      zh: '没有书名号，登记中也没有这个名称。',
      en: 'The name stands without 《》 and the registry has none like it.',
    },
  },
  place: (words: string): Cited => ({
    kind: 'not-understood',
    why: { zh: `“${words}”读不成条、款、项。`, en: `"${words}" cannot be read as article, paragraph, item.` },
  }),
} as const;
