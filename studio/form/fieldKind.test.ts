import { describe, expect, test } from 'vitest';
import { layerSchema } from '../../src/catalogue/index.ts';
import { fieldAt } from '../../src/model/field.ts';
import { followed, schemas, type Schema } from '../../src/model/schemas.ts';
import { fieldKind } from './fieldKind.ts';

function kindAt(...path: string[]) {
  return fieldKind(fieldAt('item', path)!.schema);
}

function keysOf(schema: Schema): string[] {
  return Object.keys(followed(schema).properties ?? {});
}

describe('the control of a field', () => {
  test.each<[string, string[], object]>([
    ['a name', ['basics', 'name'], { kind: 'text', lines: true }],
    ['a code', ['basics', 'basicCode'], { kind: 'text', lines: false }],
    ['words with labels', ['basics', 'handling'], { kind: 'choice' }],
    ['a code of a list', ['basics', 'type'], { kind: 'reference', ref: 'codeList:itemTypes' }],
    ['a law', ['legalBasis', '0', 'law'], { kind: 'reference', ref: 'law' }],
    ['a number', ['service', 'visits'], { kind: 'number' }],
    ['yes or no', ['service', 'booking'], { kind: 'flag' }],
    ['levels', ['basics', 'approvalLevels'], { kind: 'choices' }],
    ['synonyms', ['basics', 'synonyms'], { kind: 'texts' }],
    ['materials', ['materials', 'list'], { kind: 'list' }],
    ['an element that may be absent', ['fees'], { kind: 'group', orNone: true, inline: false }],
    ['a telephone pair', ['service', 'phones'], { kind: 'group', inline: false }],
    ['a limit', ['limits', 'promised'], { kind: 'group', measure: true }],
    ['a citation', ['conditions', 'grant', '0', 'basis', '0'], { kind: 'group', inline: true }],
    ['a standard of fees', ['fees', 'list', '0', 'standard'], { kind: 'branches', discriminant: 'kind' }],
    ['a case', ['materials', 'list', '0', 'when'], { kind: 'when' }],
  ])('%s', (_name, path, expected) => {
    expect(kindAt(...path)).toMatchObject(expected);
  });

  test('every field of every schema has one, but for maps by names and what holds itself', () => {
    const without: string[] = [];
    const seen = new Set<Schema>();
    const visit = (schema: Schema, path: string): void => {
      if (seen.has(schema)) return;
      seen.add(schema);
      const control = fieldKind(schema);
      if (control.kind === 'source') without.push(path);
      if (control.kind === 'list' || control.kind === 'texts') visit(control.element, `${path}[]`);
      if (control.kind === 'group') visitAll(schema, path, control.keys);
      if (control.kind === 'branches')
        for (const { value, schema: branch } of control.branches)
          visitAll(
            branch,
            `${path}(${value})`,
            keysOf(branch).filter((key) => key !== control.discriminant),
          );
    };
    const visitAll = (schema: Schema, path: string, keys: string[]) =>
      keys.forEach((key) => visit(followed(schema).properties![key]!, `${path}/${key}`));
    for (const [kind, schema] of Object.entries({ ...schemas, layer: layerSchema() })) visit(schema, kind);
    expect(seen.size).toBeGreaterThan(200);
    expect(without.sort()).toEqual([
      'catalogue/rules',
      'extension/changes[]/requiredWhen',
      'extension/fields[]/default',
      'extension/fields[]/requiredWhen',
      'rule/cases/bad[]/item',
      'rule/cases/good[]/item',
      'rule/must',
      'rule/where',
    ]);
  });
});
