import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importLaws } from '../src/exchange/laws/importLaws.ts';
import type { Citation, CitedPlace, KnownLaw } from '../src/model/citations/citation.ts';
import { knownLaws } from '../src/model/citations/knownLaws.ts';
import { lawIndex } from '../src/model/citations/lawIndex.ts';
import { readCitations } from '../src/model/citations/readCitations.ts';

/** A snippet read by a person, with what it cites: a place is `article-sub.paragraph.item`, parts left out empty. */
interface Labelled {
  from: string;
  text: string;
  citations: Label[];
}

interface Label {
  title?: string;
  number?: string;
  places?: string[];
  /** The id of a law in `registry.json`, `other` or `not-understood`. */
  is: string;
}

const file = (name: string) => readFileSync(new URL(`citations/${name}`, import.meta.url), 'utf8');
const registry = JSON.parse(file('registry.json')) as KnownLaw[];
const labelledIn = (name: string) =>
  file(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

/** Seen while the words of the reader were chosen. */
const labelled = labelledIn('labels.jsonl');

/** Labelled without the reader being read or run, so what it scores here is nearer to what it is worth. */
const fresh = labelledIn('fresh.jsonl');

function placeInWords({ chapter, article, sub, paragraph, item }: CitedPlace): string {
  const whole =
    chapter === undefined ? `${article ?? ''}${sub === undefined ? '' : `-${sub}`}` : `c${chapter}`;
  return [whole, paragraph ?? '', item ?? ''].join('.').replace(/\.+$/, '');
}

/** A citation as one line, so that it is right only when all of it is. */
function line({ title = '', number = '', places = [], is }: Label): string {
  // A name that nobody knows has no bounds to be right about.
  return [is === 'not-understood' ? '' : title, number, places.join(' '), is].join('|');
}

const labelOf = ({ places, is, ...rest }: Citation): Label => ({
  ...rest,
  places: places.map(placeInWords),
  is: is.kind === 'law' ? is.law : is.kind,
});

/** `expected` and `found` compared as bags: what is right, wrongly found and missed. */
function compare(expected: readonly string[], found: readonly string[]) {
  const missed = [...expected];
  const wrong: string[] = [];
  for (const one of found) {
    const at = missed.indexOf(one);
    if (at === -1) wrong.push(one);
    else missed.splice(at, 1);
  }
  return { right: found.length - wrong.length, wrong, missed };
}

/** How the reader does on `snippets`; each snippet it gets wrong is printed, then the figures. */
function score(name: string, snippets: readonly Labelled[]) {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const { from, text, citations } of snippets) {
    const { right, wrong, missed } = compare(
      citations.map(line),
      readCitations(text, registry).map(labelOf).map(line),
    );
    total.right += right;
    total.wrong += wrong.length;
    total.missed += missed.length;
    if (wrong.length + missed.length > 0)
      console.log(
        [from, text, ...wrong.map((one) => `+ ${one}`), ...missed.map((one) => `- ${one}`)].join('\n'),
      );
  }
  const precision = total.right / (total.right + total.wrong);
  const recall = total.right / (total.right + total.missed);
  console.table({ [name]: { ...total, precision, recall } });
  return { precision, recall };
}

describe('citations labelled by hand', () => {
  it.each([
    { name: 'the first set', snippets: labelled, citations: 200, none: 40 },
    { name: 'the fresh set', snippets: fresh, citations: 170, none: 40 },
  ])('are enough in $name, with snippets that cite nothing', ({ snippets, citations, none }) => {
    expect(snippets.flatMap((one) => one.citations).length).toBeGreaterThanOrEqual(citations);
    expect(snippets.filter((one) => one.citations.length === 0).length).toBeGreaterThanOrEqual(none);
  });

  it('are in one set or the other', () => {
    const seen = labelled.map(({ text }) => text);
    expect(fresh.filter(({ text }) => seen.some((one) => one.includes(text) || text.includes(one)))).toEqual(
      [],
    );
  });

  it.each([
    { name: 'the first set', snippets: labelled, precision: 0.98, recall: 0.98 },
    { name: 'the fresh set', snippets: fresh, precision: 0.98, recall: 0.96 },
  ])('are read in $name with a precision of $precision and a recall of $recall at least', (set) => {
    const { precision, recall } = score(set.name, set.snippets);
    expect(precision).toBeGreaterThanOrEqual(set.precision);
    expect(recall).toBeGreaterThanOrEqual(set.recall);
  });

  it('are laws of the registry, other instruments, or not understood', () => {
    const counts = tableOf(labelled.map(({ text }) => text));
    console.table(counts);
    expect(counts.law + counts.other + counts['not-understood']).toBeGreaterThanOrEqual(200);
  });
});

function tableOf(texts: readonly string[], known: readonly KnownLaw[] = registry) {
  const index = lawIndex(known);
  const counts = { law: 0, other: 0, 'not-understood': 0 };
  for (const text of texts) for (const { is } of readCitations(text, index)) counts[is.kind]++;
  return counts;
}

/** Public texts beside the project; a clone has none and skips what needs them. */
const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));

describe.skipIf(!existsSync(data))('in public texts (skipped where ../shared/data is missing)', () => {
  it('nearly all of what laws and guides cite is understood', () => {
    const laws = (readdirSync(`${data}laws`, { recursive: true }) as string[])
      .filter((path) => path.endsWith('.md'))
      .map((path) => ({ file: path, text: readFileSync(`${data}laws/${path}`, 'utf8') }));
    const known = knownLaws(importLaws(laws).laws);
    const guides = readdirSync(`${data}guide-texts`).map((path) =>
      readFileSync(`${data}guide-texts/${path}`, 'utf8'),
    );
    const fields = readFileSync(`${data}guides-gd-2021/permits-dev-110.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .flatMap((one) => Object.values(JSON.parse(one) as Record<string, unknown>).flat())
      .filter((value) => typeof value === 'string');
    const tables = {
      laws: tableOf(
        laws.map(({ text }) => text.split('INFO END').at(-1)!),
        known,
      ),
      'guides in prose': tableOf(guides, known),
      'guides of Guangdong': tableOf(fields, known),
    };
    console.table(tables);
    for (const [name, counts] of Object.entries(tables)) {
      const all = counts.law + counts.other + counts['not-understood'];
      expect(all, name).toBeGreaterThan(10);
      expect(counts['not-understood'] / all, name).toBeLessThan(0.02);
    }
  });
});
