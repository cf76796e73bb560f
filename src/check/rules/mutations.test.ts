import { beforeAll, describe, expect, it } from 'vitest';
import { fileText, shapeAt, validFiles } from '../../../tests/validCatalogue.ts';
import { readCatalogue, type CatalogueFiles } from '../../catalogue/index.ts';
import type { Edit } from '../../model/edit.ts';
import { edit } from '../../text/index.ts';
import { checkCatalogue } from '../checkCatalogue.ts';
import { rules, type Mutation } from './index.ts';

const item = '000000/urban-road-excavation-permit.yaml';
/** The day of a mutation that names none. */
const today = '2026-06-01';

let valid: CatalogueFiles;
beforeAll(async () => {
  valid = await validFiles();
});

it('finds nothing in the valid catalogue', () => {
  expect(checkCatalogue(readCatalogue(valid), today)).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule.mutations ?? []] as const))('%s', (id, mutations) => {
  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    'alone finds: %s',
    (_, mutation) => {
      const { date = today } = mutation;
      const broken = mutated(mutation);
      const found = checkCatalogue(readCatalogue(broken), date);
      expect(found.map(({ code, file, path, message }) => ({ code, file, path, message }))).toEqual([
        expect.objectContaining({ code: id }),
      ]);
      const [{ file, fix, range }] = found as [(typeof found)[0]];
      expect(range).toBeDefined();
      if (fix === undefined) return;
      const mended = new Map(broken).set(file, edited(broken, file, fix.edits));
      expect(checkCatalogue(readCatalogue(mended), date)).toEqual([]);
    },
  );
});

function mutated({ copies = {}, edits = [], others = {}, files = {} }: Mutation): CatalogueFiles {
  const out = new Map(valid);
  for (const [from, to] of Object.entries(copies)) out.set(to, valid.get(from)!);
  for (const [path, changes] of [[item, edits] as const, ...Object.entries(others)])
    out.set(path, edited(out, path, changes));
  for (const [path, value] of Object.entries(files)) out.set(path, fileText(path, value));
  return out;
}

function edited(files: CatalogueFiles, path: string, edits: readonly Edit[]): string {
  const content = files.get(path);
  if (content === undefined) throw new Error(`The valid catalogue has no ${path}`);
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const made = edit(text, edits, { shape: shapeAt(path, text) });
  if (made.kind !== 'edited') throw new Error(JSON.stringify(made));
  return made.text;
}
