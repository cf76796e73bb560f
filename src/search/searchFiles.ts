import { everydayWords } from './everydayWords.ts';
import { folded } from './folded.ts';
import { PieceLists } from './pieceLists.ts';
import { writeDigit, writeNumbers } from './numberList.ts';
import { readingsOf } from './readingsOf.ts';
import { runsOf } from './runsOf.ts';
import type { SearchEntry } from './searchEntry.ts';
import { hashOf, initialsKey, pieceKey, shardOf } from './shardOf.ts';
import { foundIn, lesserDigit, type Meta, type Shown } from './wire.ts';

/** A file of the index: made of the entries `of`, in their order, and of what `also` sums up. */
export interface SearchFile {
  path: string;
  of: readonly SearchEntry[];
  also: string;
  make(): string;
}

/** So many documents stand in one file: what is shown of ten answers is fetched in at most ten of these. */
const perFile = 16;
/** With more places than this, a document names them and no more. */
const mostFacts = 64;
/** The pieces of so many documents fill a shard well. */
const documentsPerShard = 8;

/** Guides of one item: found as one, since their words are the same, shown with the places that they are for. */
interface Document {
  /** Address without the division, and the name. */
  key: string;
  /** By division; at least one. */
  entries: SearchEntry[];
}

/**
 * The search index of a site: `search/meta.js`, shards of pieces `search/t*.js` and of what is shown `search/d*.js`,
 * classic scripts that call `guichengSearch`. The same entries, in any order, make the same files.
 */
export function searchFiles(entries: Iterable<SearchEntry>): SearchFile[] {
  const { documents, places } = gathered(entries);
  const count = Math.max(1, 2 ** Math.ceil(Math.log2(documents.length / documentsPerShard)));
  const stamp = sumOf(documents.map(({ key }) => key));
  const words = sumOf([stamp, ...documents.flatMap((one) => one.entries.map(({ said }) => said))]);
  const placeAt = new Map([...places.keys()].map((code, index) => [code, index]));
  // Whoever makes one shard mostly makes them all.
  let known: { pieces: Map<string, number[]>; filed: string[][] } | undefined;
  const index = () => {
    if (known === undefined) {
      const pieces = piecesOf(documents);
      known = { pieces, filed: filedPieces(pieces, count) };
    }
    return known;
  };
  const meta = (): Meta => ({
    stamp,
    shards: count,
    perFile,
    lengths: documents.map(({ entries: [one] }) => nameDigit(one!.name)).join(''),
    sounds: soundsOf(index().pieces.keys()),
    places: [...places],
  });
  const files: SearchFile[] = [
    { path: 'search/meta.js', of: [], also: words, make: () => call('meta', meta()) },
  ];
  for (let shard = 0; shard < count; shard++)
    files.push({
      path: `search/t${shard}.js`,
      of: [],
      also: words,
      make: () => {
        const { pieces, filed } = index();
        return call(`t${shard}`, filed[shard]!.map((piece) => pieceText(piece, pieces.get(piece)!)).join(''));
      },
    });
  for (let from = 0; from < documents.length; from += perFile) {
    const held = documents.slice(from, from + perFile);
    files.push({
      path: `search/d${from / perFile}.js`,
      of: held.flatMap((document) => document.entries),
      also: sumOf(places.keys()),
      make: () =>
        call(
          `d${from / perFile}`,
          held.map((document) => shown(document, placeAt)),
        ),
    });
  }
  return files;
}

/** Documents in order of their addresses, and the places in order of their codes. */
function gathered(entries: Iterable<SearchEntry>): { documents: Document[]; places: Map<string, string> } {
  const byKey = new Map<string, Document>();
  const places = new Map<string, string>();
  for (const entry of entries) {
    places.set(entry.division, entry.divisionName);
    const key = `${stemOf(entry)}\n${entry.name}`;
    const document = byKey.get(key);
    if (document === undefined) byKey.set(key, { key, entries: [entry] });
    else document.entries.push(entry);
  }
  const documents = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const one of documents) one.entries.sort((a, b) => (a.division < b.division ? -1 : 1));
  return { documents, places: new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The address of a page behind its division. */
function stemOf({ path, division }: SearchEntry): string {
  return path.slice(division.length);
}

/**
 * Every piece with the documents that hold it: `document * classes + class`, ascending; a document stands once, with
 * the best of its texts that hold the piece.
 */
function piecesOf(documents: readonly Document[]): Map<string, number[]> {
  const pieces = new PieceLists();
  for (const { entries } of documents) {
    pieces.nextDocument();
    const all = (of: (entry: SearchEntry) => readonly string[]) => new Set(entries.flatMap(of));
    const names = all(({ name }) => [name]);
    pieces.addWhole(names, 0);
    pieces.addWhole(
      all(({ everydayName, synonyms }) => [everydayName ?? '', ...synonyms]),
      1,
    );
    for (const name of names) pieces.addPairs(everydayWords(name), 2);
    pieces.addPairs(
      all(({ materials }) => materials),
      3,
    );
    pieces.addPairs(
      all(({ laws, authority }) => [...laws, authority]),
      4,
    );
    for (const division of all((entry) => [entry.division])) pieces.addFilter(`@${division}`);
    for (const theme of all(({ themes }) => themes)) pieces.addFilter(`#${theme}`);
  }
  return pieces.byPiece();
}

/** The pieces of each shard, in order. A piece that can be read in several ways stands in the shard of each. */
function filedPieces(pieces: ReadonlyMap<string, number[]>, count: number): string[][] {
  const shards: Set<string>[] = Array.from({ length: count }, () => new Set());
  for (const piece of pieces.keys()) for (const key of keysOf(piece)) shards[shardOf(key, count)]!.add(piece);
  return shards.map((shard) => [...shard].sort());
}

function keysOf(piece: string): string[] {
  if (piece.startsWith('~')) return [initialsKey(piece.slice(1))];
  if (/^[@#]/.test(piece)) return [piece];
  const [first, second] = [...Array(piece.length).keys()].map((i) => readingsOf(piece.charAt(i)).map(folded));
  return second === undefined
    ? first!.map((sound) => pieceKey(sound))
    : first!.flatMap((a) => second.map((b) => pieceKey(a, b)));
}

/** ` piece`, then for each class of text that holds it the mark of the class and the documents. */
function pieceText(piece: string, held: readonly number[]): string {
  let text = ` ${piece}`;
  for (const [of, { mark }] of foundIn.entries()) {
    const documents = held
      .filter((one) => one % foundIn.length === of)
      .map((one) => Math.floor(one / foundIn.length));
    if (documents.length > 0) text += mark + writeNumbers(documents);
  }
  return text;
}

function shown({ entries }: Document, placeAt: ReadonlyMap<string, number>): Shown {
  const [one] = entries;
  const { name, everydayName = '' } = one!;
  const places = entries.map(({ division }) => placeAt.get(division)!);
  if (entries.length > mostFacts) return [name, everydayName, stemOf(one!), places, [], []];
  const facts: Shown[5] = [];
  const factsAt = entries.map(({ authority, promised, fee }) => {
    const known = facts.findIndex((had) => had[0] === authority && had[1] === promised && had[2] === fee);
    return known >= 0 ? known : facts.push([authority, promised, fee]) - 1;
  });
  return [name, everydayName, stemOf(one!), places, factsAt, facts];
}

/** How each character of the pieces is read: `ai爱碍an安…`, of all readings. */
function soundsOf(pieces: Iterable<string>): string {
  const characters = new Set<string>();
  for (const piece of pieces)
    if (!/^[~@#]/.test(piece)) for (const one of piece.split('')) characters.add(one);
  const bySound = new Map<string, string[]>();
  for (const character of [...characters].sort())
    for (const [nth, reading] of readingsOf(character).entries())
      if (reading !== character) {
        // A second reading is marked, so that the first is known to be the usual one.
        const sound = nth === 0 ? reading : `${reading}'`;
        bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
      }
  return [...bySound]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sound, all]) => sound + all.join(''))
    .join('');
}

const lesserActs = /变更|注销|延续|延期|续期|补[办发证领]|换[发领证]|遗失|终止|歇业|停业|过户|转[入出]|恢复/;

/** Names are ranked before they are loaded: of each goes ahead how long it is and whether it is a lesser act. */
function nameDigit(name: string): string {
  const length = Math.min(lesserDigit - 1, runsOf(name).join('').length);
  return writeDigit(lesserActs.test(name) ? length + lesserDigit : length);
}

/** A sum of `texts` and their order. */
function sumOf(texts: Iterable<string>): string {
  let a = hashOf('');
  let b = hashOf('guicheng');
  for (const text of texts) {
    a = hashOf(`${text}\0`, a);
    b = hashOf(`\0${text}`, b);
  }
  return a.toString(36) + b.toString(36);
}

/** A classic script that hands `value` over. Names may hold anything: none of it ends the string or the script. */
function call(name: string, value: unknown): string {
  const json = JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `guichengSearch(${JSON.stringify(name)},${json})\n`;
}
