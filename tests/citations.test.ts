import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Citation, CitedPlace, KnownLaw } from '../src/model/citations/citation.ts';
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

function tableOf(texts: readonly string[]) {
  const counts = { law: 0, other: 0, 'not-understood': 0 };
  for (const text of texts) for (const { is } of readCitations(text, registry)) counts[is.kind]++;
  return counts;
}
