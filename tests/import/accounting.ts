import { expect } from 'vitest';
import type { Imported, Outcome, ReportEntry } from '../../src/exchange/import/index.ts';
import { fieldAt } from '../../src/model/field.ts';
import { pathOf, valueAt } from '../../src/model/path.ts';
import { valuesOf } from './importing.ts';

/** A value of a source as the test itself found it. */
export interface Found {
  file: string;
  at: string;
  value: string;
}

const key = ({ file, at, value }: Found) => `${file} ${at} ${value}`;

/** Every value of the sources stands in the report once, and nothing else does. */
export function expectAllReported({ report }: Imported, found: readonly Found[]): void {
  const reported = report.values.map((entry) =>
    key({ ...entry, at: entry.sheet === undefined ? entry.at : `${entry.sheet}!${entry.at}` }),
  );
  expect(reported.sort()).toEqual(found.map(key).sort());
  for (const entry of report.values) expect(entry.outcome, JSON.stringify(entry)).not.toEqual([]);
}

/** Every place that the report names holds the value, as its file reads back, and the source said it. */
export function expectPlacesHold(imported: Imported): void {
  const values = valuesOf(imported);
  let places = 0;
  for (const entry of imported.report.values)
    for (const outcome of entry.outcome) {
      if (outcome.kind !== 'placed') continue;
      places++;
      const path = pathOf(outcome.path);
      const held = valueAt(values.get(outcome.file), path);
      const message = `${entry.file} ${entry.at} → ${outcome.file}${outcome.path}`;
      if (typeof outcome.value === 'string') expect(held, message).toContain(outcome.value);
      else if (typeof outcome.value === 'object' && outcome.value !== null)
        expect(held, message).toMatchObject(outcome.value);
      else expect(held, message).toEqual(outcome.value);
      expectSaid(entry, outcome, message);
    }
  expect(places).toBeGreaterThan(0);
}

function expectSaid(
  entry: ReportEntry,
  { path, value }: Extract<Outcome, { kind: 'placed' }>,
  message: string,
) {
  const schema = fieldAt('item', pathOf(path))?.schema;
  const isChoice = schema?.enum !== undefined || schema?.['x-ref']?.startsWith('codeList:') === true;
  if (typeof value === 'string' && !isChoice) expect(entry.value, message).toContain(value);
  if (typeof value === 'number') expect(entry.value, message).toContain(String(value));
}
