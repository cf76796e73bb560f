import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { sampleCatalogue, sampleDir } from '../../../tests/sampleCatalogue.ts';
import { shapeOfKind, type Catalogue } from '../../catalogue/index.ts';
import type { Edit } from '../../model/edit.ts';
import type { Path } from '../../model/path.ts';
import { edit } from '../../text/index.ts';
import { checkItemText } from '../checkItemText.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});

const base = '000000/food-business-licence.yaml';
const county = '511502/food-business-licence.yaml';
const set = (path: Path, value: number | boolean | string): Edit => ({ kind: 'set', path, value });

/** Name, file, how it is spoilt, rule that sees it, and the lines that spoiling and mending leave changed. */
const spoilt: [string, string, Edit[], string, number][] = [
  [
    'a promise above the law',
    base,
    [set(['limits', 'promised', 'value'], 30)],
    'promised-within-statutory',
    1,
  ],
  [
    'a promise too short for its steps',
    base,
    [set(['limits', 'promised', 'value'], 3)],
    'steps-within-promise',
    1,
  ],
  [
    'a county too short for its steps',
    county,
    [set(['overlay', 'limits', 'promised', 'value'], 2)],
    'steps-within-promise',
    1,
  ],
  [
    'an acceptance of nine days',
    base,
    [set(['limits', 'acceptance', 'value'], 9)],
    'acceptance-within-five-days',
    0,
  ],
  [
    'an acceptance of nine calendar days',
    base,
    [set(['limits', 'acceptance', 'value'], 9), set(['limits', 'acceptance', 'unit'], 'calendar-days')],
    'acceptance-within-five-days',
    0,
  ],
  [
    'a site inspection that is not counted',
    base,
    [set(['procedure', 'steps', 2, 'excluded'], true)],
    'excluded-only-special-steps',
    0,
  ],
];

it.each(spoilt)('%s is mended in the text of %s', async (_, file, edits, rule, changed) => {
  const original = await readFile(`${sampleDir}${file}`, 'utf8');
  const shape = shapeOfKind(file === base ? 'item' : 'layer');
  const change = (text: string, by: readonly Edit[]) => {
    const edited = edit(text, by, { shape });
    if (edited.kind !== 'edited') throw new Error(JSON.stringify(edited));
    return edited.text;
  };
  const upper = (catalogue.chains.get('food-business-licence') ?? [])
    .filter(({ division }) => division !== '360100' && `${division}/` < file.slice(0, 7))
    .map(({ division }) => `${division}/food-business-licence.yaml`);
  const above = await Promise.all(
    upper.map(async (path) => ({ path, text: await readFile(`${sampleDir}${path}`, 'utf8') })),
  );
  const found = (text: string) =>
    checkItemText(
      { file, text, upper: above },
      {
        lookups: catalogue.lookups,
        date: '2026-06-01',
      },
      // The item's worked examples state its days, so they speak of every limit that is spoilt or mended.
    ).diagnostics.filter((one) => one.severity === 'error' && one.code !== 'example-holds');

  expect(found(original)).toEqual([]);
  const worse = change(original, edits);
  const findings = found(worse);
  expect(findings.map(({ code }) => code)).toEqual([rule]);
  const mended = change(worse, findings[0]!.fix!.edits);
  expect(found(mended)).toEqual([]);
  const lines = mended.split('\n');
  expect(lines).toHaveLength(original.split('\n').length);
  expect(original.split('\n').filter((line, i) => line !== lines[i])).toHaveLength(changed);
});
