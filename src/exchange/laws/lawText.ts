import { findDocumentNumbers } from '../../model/citations/documentNumber.ts';
import { numeral, readNumeral } from '../../model/citations/numeral.ts';
import { readCitations } from '../../model/citations/readCitations.ts';
import { plainTitle } from '../../model/citations/title.ts';
import { dayAtStart, effectOf, type Effect } from './lawDates.ts';

/** What a law's Markdown tells of its history: a dated line of its head. */
export interface LawEvent {
  date: string;
  change: 'enacted' | 'revised' | 'amended' | 'in-force' | 'repealed';
  /** The line without its date. */
  words: string;
  /** Document number, or the name of the decision that changed the law. */
  by?: string;
}

/** A law's Markdown read. `line` counts from 1. */
export interface LawText {
  file: string;
  title: string;
  /** Day in brackets at the end of the file's name: this version's adoption. */
  named: string | undefined;
  events: LawEvent[];
  effect: Effect | undefined;
  lastArticle: number | undefined;
  /** Titles of instruments that its end repeals. */
  repeals: string[];
  /** What could not be read, and what was passed over. */
  notes: { line: number; words: string }[];
}

const headEnd = '<!-- INFO END -->';

/**
 * Reads a law in Markdown: its title as the first heading, dated lines up to the mark that ends its head, then
 * articles, each begun by 第…条. Takes no text over, only numbers and dates. Undefined where it is no such file.
 */
export function readLawText(file: string, markdown: string): LawText | undefined {
  const text = markdown.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const end = text.indexOf(headEnd);
  const title = plainTitle(/^#[ \t]+(.+)$/m.exec(text)?.[1]?.replace(/<!--.*?-->/g, '') ?? '');
  if (end === -1 || title === '') return undefined;
  const body = text.slice(end + headEnd.length);
  const law: LawText = {
    file,
    title,
    named: /[(（](\d{4}-\d{2}-\d{2})[)）]\.md$/.exec(file)?.[1],
    events: [],
    effect: effectOf(body),
    lastArticle: lastArticleOf(body),
    repeals: repealedBy(body),
    notes: [],
  };
  for (const { line, words } of headLines(text.slice(0, end), title)) {
    if (/^(?:自?(?:公布|发布)之日)起?施行$/.test(words)) {
      law.effect ??= { kind: 'on-publication' };
      continue;
    }
    const event = readEvent(words);
    if (event === undefined) law.notes.push({ line, words });
    else law.events.push(event);
  }
  return law;
}

/** What a head says, a line each: one that goes on in the next lines is put together, the title again is left out. */
function headLines(head: string, title: string): { line: number; words: string }[] {
  const lines: { line: number; words: string }[] = [];
  for (const [i, written] of head.split('\n').entries()) {
    const words = written
      .replace(/<!--.*?-->/g, '')
      .trim()
      .replace(/^[(（](.*)[)）]$/, '$1');
    if (words === '' || /^(?:#|---|[a-zA-Z]+: )/.test(words) || title.includes(plainTitle(words))) continue;
    const last = lines.at(-1);
    const dated = dayAtStart(words) !== undefined;
    const before = last === undefined ? undefined : dayAtStart(last.words);
    if (last !== undefined && !dated && before !== undefined && changeOf(before.rest) === undefined)
      last.words += words;
    else lines.push({ line: i + 1, words });
  }
  return lines;
}

function readEvent(words: string): LawEvent | undefined {
  const dated = dayAtStart(words);
  if (dated === undefined) return undefined;
  // A day by itself is that of the text.
  const change = dated.rest === '' ? 'enacted' : changeOf(dated.rest);
  if (change === undefined) return undefined;
  const by = findDocumentNumbers(dated.rest)[0]?.written ?? /^[^《]*《(.+)》/.exec(dated.rest)?.[1];
  return { date: dated.date, change, words: dated.rest, ...(by !== undefined && { by: plainTitle(by) }) };
}

function changeOf(words: string): LawEvent['change'] | undefined {
  // A decision's title says 修改 too, so what was done is looked for outside of it; what is said first counts.
  const done = words.replace(/^([^《]*)《.*》/, '$1');
  const word = /《/.test(done)
    ? undefined
    : /废止|失效|修正|修改|修订|通过|公布|发布|颁布|批准|批转|转发|印发|制定|核准|施行|实施|执行|生效/.exec(
        done,
      )?.[0];
  if (word === undefined) return /令第?.{1,9}号$/.test(done) ? 'enacted' : undefined;
  if (/废止|失效/.test(word)) return 'repealed';
  if (/修正|修改/.test(word)) return 'amended';
  if (word === '修订') return 'revised';
  return /施行|实施|执行|生效/.test(word) ? 'in-force' : 'enacted';
}

/** The highest number among lines that begin with 第…条. */
function lastArticleOf(body: string): number | undefined {
  const numbers = [...body.matchAll(new RegExp(`^(?:#+[ \\t]*)?第(${numeral})条`, 'gm'))].flatMap(
    ([, number]) => readNumeral(number!) ?? [],
  );
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/** What the sentences 《…》同时废止 of a law's last part name. */
function repealedBy(body: string): string[] {
  return body
    .slice(-3000)
    .split(/[。；;\n]/)
    .filter((sentence) => /(?:同时|即行|予以)废止$/.test(sentence.trim()))
    .flatMap((sentence) => readCitations(sentence))
    .flatMap(({ title, places }) => (title === undefined || places.length > 0 ? [] : [title]));
}
