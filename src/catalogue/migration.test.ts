import { expect, it } from 'vitest';
import { extendedShape } from '../model/extendedShape.ts';
import type { ExtensionFile } from '../model/generated/schemas.ts';
import { edit } from '../text/index.ts';
import { readCatalogue } from './catalogue.ts';
import { migration } from './migration.ts';
import { shapeOfKind } from './source.ts';

const title = { zh: '字段', en: 'Field' };
const retired = { since: '2026-01-01', reason: '不再使用' };
const code = { id: 'code', key: 'x-code', title, type: 'text' } as const;
const seal = { id: 'seal', at: 'materials.list.*', key: 'x-seal', title, type: 'boolean' } as const;
const before: ExtensionFile = { fields: [code, seal] };
const base = `# 说明
id: a
x-code: 00123 # 老的
materials:
  list:
    - id: one
      name: 甲
      x-seal: true
    - id: two
      name: 乙
`;
const layer = 'id: a\noverlay:\n  x-code: 00456\n';
const files = new Map([
  ['000000/a.yaml', base],
  ['000000/b.yaml', 'id: b\nmaterials:\n  none: 不用交\n'],
  ['510000/a.yaml', layer],
  ['extension/item.yaml', JSON.stringify(before)],
]);
const catalogue = readCatalogue(files);

/** The texts that the migration to `after` makes. */
function textsAfter(after: ExtensionFile | undefined): Record<string, string> {
  const shape = extendedShape(after);
  return Object.fromEntries(
    migration(before, after, catalogue).map(({ file, edits }) => {
      const kind = file.startsWith('000000/') ? 'item' : 'layer';
      const made = edit(files.get(file)!, edits, { shape: shapeOfKind(kind, shape) });
      if (made.kind === 'impossible') throw new Error(made.reasonEn);
      return [file, made.text];
    }),
  );
}

it('changes nothing where nothing changes', () => {
  expect(migration(before, before, catalogue)).toEqual([]);
});

it('takes values along to a new key, and their zeros, in bases and layers', () => {
  const texts = textsAfter({ fields: [{ ...code, key: 'x-number', required: true, default: '0' }, seal] });
  expect(texts['000000/a.yaml']).toContain('x-number: 00123');
  expect(texts['000000/a.yaml']).not.toContain('x-code');
  expect(texts['510000/a.yaml']).toContain('x-number: 00456');
  expect(texts['000000/b.yaml']).toMatch(/^x-number: '?0'?$/m);
});

it('fills in what has to be there now, where it is not said and the group is', () => {
  const after: ExtensionFile = { fields: [code, { ...seal, required: true, default: false }] };
  expect(textsAfter(after)).toEqual({ '000000/a.yaml': `${base}      x-seal: false\n` });
  expect(migration(before, after, catalogue).map(({ does }) => does)).toEqual([
    [{ field: 'seal', what: 'filled', count: 1 }],
  ]);
});

it('takes values along to another group, but not into lists, and fills in nothing beside them', () => {
  const there = { ...code, at: 'service', key: 'x-no', required: true, default: '0' };
  const texts = textsAfter({ fields: [there, seal] });
  expect(texts['000000/a.yaml']).not.toContain('x-code');
  expect(texts['000000/a.yaml']).toMatch(/^service:\n {2}x-no: 00123$/m);
  expect(texts['510000/a.yaml']).toMatch(/^ {2}service:\n {4}x-no: 00456$/m);
  expect(Object.keys(texts)).toEqual(['000000/a.yaml', '510000/a.yaml']);
  const [base] = migration(before, { fields: [there, seal] }, catalogue);
  expect(base!.does).toEqual([{ field: 'code', what: 'moved', count: 1 }]);
  // What says that there is none of it takes no field in.
  expect(textsAfter({ fields: [code, { ...seal, at: 'materials' }] })).toEqual({});
});

it('takes out what is retired or gone', () => {
  expect(textsAfter({ fields: [{ ...code, retired }, seal] })['000000/a.yaml']).not.toContain('x-code');
  const texts = textsAfter(undefined);
  expect(texts['000000/a.yaml']).not.toContain('x-');
  expect(texts['510000/a.yaml']).not.toContain('x-');
});
