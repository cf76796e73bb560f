import { placeOf, schemaOf, type Lookups } from '../../src/catalogue/index.ts';
import { outcomeWords, type Outcome } from '../../src/exchange/import/index.ts';
import { fieldAt } from '../../src/model/field.ts';
import { pathOf } from '../../src/model/path.ts';
import type { Words } from '../../src/model/schemas.ts';
import { placeInWords } from '../components/placeInWords.ts';
import { valueInWords } from '../form/valueInWords.ts';

/** How much a reader should care: written, said to be nothing, or lost. */
export type Tone = 'good' | 'soft' | 'warning';

/** What became of a value, for who looks at its row. */
export interface OutcomeInWords {
  tone: Tone;
  /** Where it went or that it went nowhere. */
  where: Words;
  /** What stands there now, or why nothing does. */
  what: Words;
}

export function outcomeInWords(outcome: Outcome, lookups: Lookups): OutcomeInWords {
  const { shape } = lookups;
  const where = outcomeWords[outcome.kind];
  switch (outcome.kind) {
    case 'placed': {
      const path = pathOf(outcome.path);
      const place = placeOf(outcome.file);
      const kind = place.kind === 'file' ? place.fileKind : 'item';
      const schema = fieldAt(kind, path, undefined, shape)?.schema ?? schemaOf(kind, shape);
      const value = valueInWords(schema, outcome.value, lookups);
      const { remark } = outcome;
      const what = remark ? { zh: `${value}（${remark.zh}）`, en: `${value} (${remark.en})` } : same(value);
      return {
        tone: remark ? 'warning' : 'good',
        where: placeInWords({ file: outcome.file, path }, shape),
        what,
      };
    }
    case 'names-file':
      return { tone: 'good', where, what: same(outcome.file) };
    case 'left-out':
      return { tone: 'soft', where, what: same(outcome.reason) };
    case 'not-understood':
      return {
        tone: 'warning',
        where,
        what: { zh: `“${outcome.piece}”：${outcome.why.zh}`, en: `"${outcome.piece}": ${outcome.why.en}` },
      };
    case 'heading':
    case 'null':
      return { tone: 'soft', where, what: same('') };
    case 'outside-table':
    case 'no-column':
    case 'not-applied':
      return { tone: 'warning', where, what: same('') };
  }
}

/** Content of items, which has no translation. */
function same(text: string): Words {
  return { zh: text, en: text };
}
