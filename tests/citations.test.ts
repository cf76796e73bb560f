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
const labelled = file('labels.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

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

describe('citations labelled by hand', () => {
  const results = labelled.map(({ from, text, citations }) => ({
    from,
    text,
    ...compare(citations.map(line), readCitations(text, registry).map(labelOf).map(line)),
  }));
  const sum = (count: (one: (typeof results)[number]) => number) =>
    results.reduce((total, one) => total + count(one), 0);

  it('are at least 200, with snippets that cite nothing', () => {
    expect(labelled.flatMap(({ citations }) => citations).length).toBeGreaterThanOrEqual(200);
    expect(labelled.filter(({ citations }) => citations.length === 0).length).toBeGreaterThanOrEqual(40);
  });

  it('are read with a precision and a recall of at least 0.98', () => {
    const right = sum((one) => one.right);
    const precision = right / (right + sum((one) => one.wrong.length));
    const recall = right / (right + sum((one) => one.missed.length));
    for (const { from, text, wrong, missed } of results)
      if (wrong.length + missed.length > 0)
        console.log(
          [from, text, ...wrong.map((one) => `+ ${one}`), ...missed.map((one) => `- ${one}`)].join('\n'),
        );
    console.log(`precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${right} right`);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.98);
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
