import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { shapeOfKind, type Source } from '../../catalogue/index.ts';
import type { Cite } from '../../model/diagnostic.ts';
import type { Edit } from '../../model/edit.ts';
import { valueAt, type Path } from '../../model/path.ts';
import { schemas, vocabularySchema, type FileKind, type Schema } from '../../model/schemas.ts';
import { anyShape, edit, readValue } from '../../text/index.ts';
import { locate } from '../locate.ts';
import { checkSchema } from './checkSchema.ts';

const folder = fileURLToPath(new URL('../../../schemas/examples/', import.meta.url));

/** An invalid example: one or more ways to spoil a valid one, each with all that the check finds then. */
interface Invalid {
  /** The element of an operating procedure that is missing or empty, where the example is about one. */
  element?: string;
  /** The valid example it begins with. */
  of: string;
  mistakes: {
    what: string;
    edits: Edit[];
    finds: { code: string; path: Path; line: number; message: string; cites: Cite[] }[];
  }[];
}

const kindOf = (name: string): FileKind => name.split('-')[0] as FileKind;
const valid = namesIn('valid').map((name): [string, string] => [name, textOf('valid', name)]);
const invalid = namesIn('invalid').map((name): [string, Invalid] => {
  const read = readValue(textOf('invalid', name), anyShape, name);
  if (read.kind === 'problems') throw new Error(`${name}: ${read.diagnostics[0]!.messageEn}`);
  // What is missing or misspelt in it fails the tests below.
  return [name, read.value as unknown as Invalid];
});

function namesIn(part: string): string[] {
  return readdirSync(folder + part)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''));
}

function textOf(part: string, name: string): string {
  return readFileSync(`${folder}${part}/${name}.yaml`, 'utf8');
}

/** What the check of the schema finds in `text`, with its places. */
function findings(name: string, text: string) {
  const kind = kindOf(name);
  const file = `${name}.yaml`;
  const read = readValue(text, shapeOfKind(kind), file);
  if (read.kind === 'problems') return read.diagnostics;
  const source: Source<unknown> = { path: file, kind, text, value: {}, written: read.value };
  return locate(checkSchema(kind, read.value, file), new Map([[file, source]]));
}

/** The elements of an operating procedure, each with its place in the schema and in a file. */
function elements(): [element: string, schema: Schema, path: Path][] {
  const found: [string, Schema, Path][] = [];
  const visit = (schema: Schema, path: Path): void => {
    const element = schema['x-element'];
    if (element !== undefined) found.push([element, schema, path]);
    for (const [key, inner] of Object.entries(schema.properties ?? {})) visit(inner, [...path, key]);
  };
  visit(schemas.item, []);
  return found;
}

describe('valid examples', () => {
  it.each(valid)('%s passes', (name, text) => expect(findings(name, text)).toEqual([]));

  it('show every kind of file', () => {
    expect(new Set(valid.map(([name]) => kindOf(name)))).toEqual(new Set(Object.keys(schemas)));
  });

  it.each(elements())('%s is filled in one item, and in the other none with a reason where the law leaves that open', (_, schema, path) => {
    const [filled, none] = ['item', 'item-none'].map((name) => {
      const read = readValue(textOf('valid', name), shapeOfKind('item'), name);
      return read.kind === 'value' ? valueAt(read.value, path) : undefined;
    });
    expect(filled).toBeDefined();
    expect(valueAt(filled, ['none'])).toBeUndefined();
    const mayBeNone = schema.properties?.['none'] !== undefined;
    if (mayBeNone) expect(none).toEqual({ none: expect.stringMatching(/\p{L}{2}/u) });
    else expect(none).toBeDefined();
  }); // prettier-ignore
});

describe('invalid examples', () => {
  const cases = invalid.flatMap(([name, { of, mistakes }]) =>
    mistakes.map((mistake) => ({ name, of, ...mistake })),
  );

  it.each(cases)('$name: $what', ({ of, edits, finds }) => {
    const spoilt = edit(textOf('valid', of), edits, { shape: shapeOfKind(kindOf(of)) });
    if (spoilt.kind === 'impossible') throw new Error(spoilt.reasonEn);
    const found = findings(of, spoilt.text);
    expect(found.map(({ code, path, range, message, cites }) => ({ code, path, line: range?.start.line, message, cites }))).toEqual(finds); // prettier-ignore
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('show each of the fifteen elements missing, and every find names the law that asks for it', () => {
    const shown = new Map(invalid.flatMap(([, one]) => (one.element === undefined ? [] : [[one.element, one]])));
    expect([...shown.keys()].sort()).toEqual(elements().map(([element]) => element).sort());
    expect([...shown.keys()].sort()).toEqual([...(vocabularySchema.properties?.['x-element']?.enum ?? [])].sort());
    for (const [element, , path] of elements()) {
      const { mistakes } = shown.get(element)!;
      expect(mistakes.flatMap(({ edits }) => edits)).toContainEqual({ kind: 'remove', path });
      for (const find of mistakes.flatMap(({ finds }) => finds)) {
        expect(find.cites.map(({ law }) => law), element).toContain('administrative-licensing-law');
        expect(find.cites.every(({ article }) => article !== undefined), element).toBe(true);
        expect(find.message, element).toMatch(/请/);
      }
    }
  }); // prettier-ignore

  test.each([
    ['legalBasis', [14, 30]],
    ['fees', [58, 59]],
    ['limits', [42]],
  ])('a missing %s offends articles %j of the Administrative Licensing Law', (element, articles) => {
    const [, example] = invalid.find(([, one]) => one.element === element)!;
    const missing = example.mistakes.find(({ edits }) => edits[0]!.kind === 'remove')!;
    expect(missing.finds.map(({ cites }) => cites)).toEqual([
      articles.map((article) => ({ law: 'administrative-licensing-law', article })),
    ]);
  });
});
