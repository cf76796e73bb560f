import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDraft } from '../../../tests/anyDraft.ts';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { builtInShape } from '../../model/catalogueShape.ts';
import type { Plain } from '../../model/edit.ts';
import type { Path } from '../../model/path.ts';
import { schemas, type FileKind } from '../../model/schemas.ts';
import { applyEdit } from '../../text/index.ts';
import { checkSchema } from './checkSchema.ts';
import { fieldFindings, isOfField } from './fieldFindings.ts';

/** What may be typed into a text or number; `undefined` empties it. */
const typed: readonly Plain[] = ['', 'x', 'a-1', '办理食品经营许可', '字'.repeat(3000), -1, 0, 0.5, 1, 1e9];

it('says of a field what the check says of it, in its words: every kind of field of the sample', async () => {
  const catalogue = await sampleCatalogue();
  const seen = new Set<string>();
  let told = 0;
  for (const { kind, path: file, written } of catalogue.sources.values())
    for (const path of leaves(written)) {
      const place = `${kind} ${path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')}`;
      if (seen.has(place)) continue;
      seen.add(place);
      for (const value of [...typed.map((one) => put(written, path, one)), without(written, path)])
        if (judgedAlike(kind, value, { path, file })) told++;
    }
  // Most of what is typed can be told at once; where nothing could, nothing was compared.
  expect(told).toBeGreaterThan(1000);
});

it('says so of drafts with anything missing or of the wrong type', () => {
  let told = 0;
  fc.assert(
    fc.property(anyDraft(schemas.item), fc.array(fc.nat(), { minLength: 10 }), (draft, numbers) => {
      const places = leaves(draft);
      if (places.length === 0) return;
      for (const number of numbers) {
        const path = places[number % places.length]!;
        const value = typed[number % typed.length]!;
        if (judgedAlike('item', put(draft, path, value), { path, file: 'a.yaml' })) told++;
        if (judgedAlike('item', without(draft, path), { path, file: 'a.yaml' })) told++;
      }
    }),
    { numRuns: Number(process.env['GUICHENG_RUNS'] ?? 60), endOnFailure: true },
  );
  expect(told).toBeGreaterThan(100);
});

/** Whether the field can be judged alone; fails where it is not judged as the check judges it. */
function judgedAlike(kind: FileKind, value: unknown, { path, file }: { path: Path; file: string }): boolean {
  const alone = fieldFindings(path, { kind, value, file, shape: builtInShape });
  if (alone === undefined) return false;
  const place = JSON.stringify(path);
  const whole = checkSchema(kind, value, file).filter(
    (one) => isOfField(one.code) && JSON.stringify(one.path) === place,
  );
  expect(alone, `${place} of ${JSON.stringify(value).slice(0, 2000)}`).toEqual(whole);
  return true;
}

/** Paths of all texts and numbers in `value`. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string' || typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    leaves(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function put(value: unknown, path: Path, leaf: Plain): Plain {
  return edited(value, { kind: 'set', path, value: leaf });
}

function without(value: unknown, path: Path): Plain {
  return edited(value, { kind: 'remove', path });
}

function edited(value: unknown, edit: Parameters<typeof applyEdit>[1]): Plain {
  const made = applyEdit(value as Plain, edit);
  return made.kind === 'value' ? made.value : (value as Plain);
}
