import type { CitedPlace } from './citation.ts';
import { numeral, readNumeral } from './numeral.ts';

/** Parts of an instrument from the whole down; what stands above an article names a chapter at most. */
const ranks: Record<string, number> = { 编: 0, 部分: 0, 点: 0, 章: 0, 节: 0, 条: 1, 款: 2, 项: 3, 目: 4 };
const keys = ['chapter', 'article', 'paragraph', 'item'] as const;

const one = `[（(]?${numeral}[）)]?`;
const through = '至|到|—+|－|-|~|～';
/** 第一、三至五项: numbers that share one unit. */
const group = new RegExp(
  `\\s*(?:第\\s*${one}|[（(]${numeral}[）)])(?:\\s*(?:、|和|及|${through})\\s*(?:第\\s*)?${one})*\\s*(?:编|部分|点|章|节|条|款|项|目)(?:之\\s*${numeral})?`,
  'y',
);
/** 第三十七条、三十八条: behind 、 or 至 the next of the same kind may lack 第. */
const bare = new RegExp(`(?<=[、至])\\s*${numeral}\\s*(条|款|项)`, 'y');
const between = new RegExp(`\\s*(?:(?<range>${through})|、|，|,|和|与|或者|或|以及|及)`, 'y');
/** The most places that one range may name: more is a slip of the pen. */
const most = 300;

export interface Places {
  places: CitedPlace[];
  /** Offset behind the last place. */
  end: number;
  /** What could not be read: a numeral that is none, or a range that runs backwards. */
  bad?: string;
}

/**
 * The places that `text` names from `offset` on: 第十二条第二款、第十三条, 第三条至第五条, 第一款第（一）、（三）项.
 * Ranges are written out. No places where none begins there.
 */
export function readPlaces(text: string, offset: number): Places {
  const found: Places = { places: [], end: offset };
  let next: 'first' | 'refine' | 'sibling' | 'range' = 'first';
  let unit: string | undefined;
  for (let at = offset; ;) {
    group.lastIndex = bare.lastIndex = at;
    const like = unit === undefined ? null : bare.exec(text);
    const words = group.exec(text)?.[0] ?? (like?.[1] === unit ? like?.[0] : undefined);
    if (words === undefined) break;
    const numbers = numbersOf(words);
    if (numbers === undefined) return { ...found, end: at + words.length, bad: words.trim() };
    if (!add(found.places, numbers, next)) return { ...found, end: at + words.length, bad: words.trim() };
    found.end = at += words.length;
    unit = words.at(-1);
    between.lastIndex = at;
    const separator = between.exec(text);
    next = separator === null ? 'refine' : separator.groups!['range'] === undefined ? 'sibling' : 'range';
    at += separator?.[0].length ?? 0;
  }
  return found;
}

interface Numbers {
  rank: number;
  chapter: boolean;
  values: number[];
  sub?: number;
}

/** The numbers of one group, ranges inside written out; `undefined` where one is none. */
function numbersOf(words: string): Numbers | undefined {
  const [, list = '', unit = '', sub] =
    /^(.*?)(编|部分|点|章|节|条|款|项|目)(?:之(.+))?$/s.exec(words.trim()) ?? [];
  const values: number[] = [];
  let from: number | undefined;
  for (const [, connector, digits] of list.matchAll(
    new RegExp(`(${through})?[^0-9０-９零〇○一二两三四五六七八九十百千]*?(${numeral})`, 'g'),
  )) {
    const value = readNumeral(digits!);
    if (value === undefined) return undefined;
    if (connector === undefined || from === undefined) values.push(value);
    else {
      if (value <= from || value - from > most) return undefined;
      for (let n = from + 1; n <= value; n++) values.push(n);
    }
    from = value;
  }
  const numberOfSub = sub === undefined ? undefined : readNumeral(sub.trim());
  if (values.length === 0 || (sub !== undefined && numberOfSub === undefined)) return undefined;
  return {
    rank: ranks[unit]!,
    chapter: unit === '章',
    values,
    ...(numberOfSub !== undefined && { sub: numberOfSub }),
  };
}

/** Adds `numbers` to `places` after what stands there; `false` where a range runs backwards. */
function add(
  places: CitedPlace[],
  { rank, chapter, values, sub }: Numbers,
  next: 'first' | 'refine' | 'sibling' | 'range',
): boolean {
  if (rank === 0 && !chapter) return true;
  if (rank > 3) return true;
  const key = keys[rank]!;
  const last = places.at(-1);
  let numbers = values;
  if (next === 'range') {
    const from = last?.[key];
    if (from === undefined || values[0]! <= from || values[0]! - from > most) return false;
    numbers = [...Array.from({ length: values[0]! - from }, (_, i) => from + i + 1), ...values.slice(1)];
  }
  const above: CitedPlace = {};
  if (last !== undefined && rank > 1)
    for (const upper of ['article', 'sub', 'paragraph'] as const)
      if (last[upper] !== undefined && (upper !== 'paragraph' || rank > 2)) above[upper] = last[upper];
  // 第十二条第二款 is one place, named in two steps.
  if (next === 'refine' && last !== undefined && deepest(last) < rank) places.pop();
  for (const number of numbers) places.push({ ...above, [key]: number });
  if (sub !== undefined) {
    const whole = places.at(-1)!;
    if (next === 'range') places.push({ ...whole, sub });
    else whole.sub = sub;
  }
  return true;
}

function deepest(place: CitedPlace): number {
  return keys.findLastIndex((key) => place[key] !== undefined);
}
