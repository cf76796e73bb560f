import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readCatalogue, type CatalogueFiles, type Source } from '../catalogue/index.ts';
import type { ExtensionFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { extendedShape } from '../model/extendedShape.ts';
import { checkCatalogue } from './checkCatalogue.ts';
import { checkItemText } from './checkItemText.ts';
import { extensionFindings } from './extensionFindings.ts';
import { checkSchema } from './schema/checkSchema.ts';

const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../schemas/examples/valid/${name}.yaml`, import.meta.url)), 'utf8');

const title = { zh: '字段', en: 'Field' };
const retired = { since: '2026-01-01', reason: '不再使用' };

/** The example of an item with these lines at its end. */
function findingsOf(
  extension: Draft<ExtensionFile>,
  more: string,
  item = example('item'),
): [code: string, path: string, message: string][] {
  const text = `${item}\n${more}\n`;
  const files: CatalogueFiles = new Map([
    ['000000/example.yaml', text],
    ['extension/item.yaml', JSON.stringify(extension)],
  ]);
  const { sources } = readCatalogue(files);
  const source = sources.get('000000/example.yaml')!;
  return checkSchema('item', source.written, source.path, extendedShape(extension)).map(
    ({ code, path, message }) => [code, path.join('.'), message],
  );
}

const fields: Draft<ExtensionFile>['fields'] = [
  { id: 'code', key: 'x-code', title: { zh: '编号', en: 'Number' }, type: 'text', pattern: '^[0-9]{5}$' },
  { id: 'seats', key: 'x-seats', title: { zh: '座位', en: 'Seats' }, type: 'integer', min: 1, max: 9 },
  { id: 'day', key: 'x-day', title: { zh: '日子', en: 'Day' }, type: 'date' },
  {
    id: 'kinds',
    key: 'x-kinds',
    title: { zh: '种类', en: 'Kinds' },
    type: 'choices',
    options: [
      { value: 'a', zh: '甲', en: 'a' },
      { value: 'b', zh: '乙', en: 'b' },
    ],
  },
];

describe('a field that a catalogue adds', () => {
  it('is read as what it is: a number of a text keeps its zeros', () => {
    expect(findingsOf({ fields }, 'x-code: 00123\nx-seats: 3\nx-day: 2026-05-01\nx-kinds: [b]')).toEqual([]);
  });

  test.each([
    ['x-code: 123', 'schema/pattern', 'x-code', '“编号”的写法不对：“123”。请按规定的格式填写。'],
    ['x-seats: many', 'schema/type', 'x-seats', '“座位”应是整数，现在是“many”。请改正。'],
    ['x-seats: 12', 'schema/maximum', 'x-seats', '“座位”不能大于 9，现在是 12。请改正。'],
    [
      'x-day: 2026-13-01',
      'schema/pattern',
      'x-day',
      '“日子”的写法不对：“2026-13-01”。年-月-日，如 2026-01-01。',
    ],
    ['x-kinds: [c]', 'schema/enum', 'x-kinds.0', '“种类”不能是“c”。可以写：a（甲）、b（乙）。'],
    ['x-kinds: [a, a]', 'schema/uniqueItems', 'x-kinds', '“种类”中有重复的项。请删去重复。'],
    [
      'x-other: 1',
      'schema/additionalProperties',
      'x-other',
      '没有名为“x-other”的字段。请检查拼写，或删去它。',
    ],
    [
      'x-seat: 5',
      'schema/additionalProperties',
      'x-seat',
      '没有名为“x-seat”的字段。是不是“x-seats”（座位）？请改正，或删去它。',
    ],
  ])('%s is told as a field of the product would be', (more, ...expected) => {
    expect(findingsOf({ fields }, more)).toEqual([expected]);
  });

  it('is asked for always, or in some cases, or no more', () => {
    const [code] = fields;
    expect(findingsOf({ fields: [{ ...code, required: true }] }, '')).toEqual([
      ['schema/required', 'x-code', '缺少“编号”。请填写。'],
    ]);
    const when = (equals: string) => ({ ...code, requiredWhen: { field: 'id', equals } });
    const id = /^id: (\S+)$/m.exec(example('item'))![1]!;
    expect(findingsOf({ fields: [when(id)] }, '')).toHaveLength(1);
    expect(findingsOf({ fields: [when('another')] }, '')).toEqual([]);
    expect(findingsOf({ fields: [{ ...code, required: true, retired }] }, 'x-code: 00001')).toEqual([
      ['schema/retired', 'x-code', '“编号”已经停用，不再公布。请删去它。'],
    ]);
  });

  it('tightens a built-in field', () => {
    const changes = [
      { id: 'a', path: 'basics.everydayName', required: true as const },
      { id: 'b', path: 'basics.handling', options: ['instant'] },
    ];
    const found = findingsOf({ changes }, '').map(([code, path]) => `${code} ${path}`);
    expect(found).toContain('schema/enum basics.handling');
    const wrong = example('item').replace(/^( {2}handling:).*$/m, '$1 [promised]');
    expect(findingsOf({ changes }, '', wrong).filter(([, path]) => path === 'basics.handling')).toEqual([
      ['schema/enum', 'basics.handling', expect.stringContaining('instant')],
    ]);
    expect(findingsOf({ changes: changes.slice(0, 1) }, '').length).toBe(
      /^ {2}everydayName:/m.test(example('item')) ? 0 : 1,
    );
  });
});

describe('an extension of a catalogue', () => {
  it('holds for the text being written, for layers and for the cases of rules', () => {
    const files = new Map([
      ['catalogue.yaml', example('catalogue')],
      ['extension/item.yaml', JSON.stringify({ fields: [{ ...fields[0], overlay: 'local' }] })],
    ]);
    const { lookups } = readCatalogue(files);
    const checked = (file: string, text: string, upper: { path: string; text: string }[] = []) =>
      checkItemText({ file, text, upper }, { lookups, date: '2026-06-01' });
    const base = `${example('item')}\nx-code: 00123\n`;
    const id = /^id: (\S+)$/m.exec(base)![1]!;
    const path = `000000/${id}.yaml`;
    expect(checked(path, base).diagnostics.filter(({ code }) => code.startsWith('schema/'))).toEqual([]);
    const layer = `id: ${id}\noverlay:\n  x-code: "00456"\n`;
    const below = checked(`510000/${id}.yaml`, layer, [{ path, text: base }]);
    expect(
      below.diagnostics.filter(({ path: [first, key] }) => first === 'overlay' && key === 'x-code'),
    ).toEqual([]);
    expect(below.effective?.item).toHaveProperty('x-code', '00456');
    const rule = example('rule')
      .replace('item: {', 'item: {x-code: "00001", ')
      .replace('{field: kind, equals: form}', '{itemField: x-code, matches: "^0"}');
    const said = checked('rules/example-rule.yaml', rule).diagnostics.map(({ code }) => code);
    expect(said).not.toContain('rule/field');
    expect(said).not.toContain('schema/additionalProperties');
  });

  it('may not let a level do what the field forbids it', () => {
    const id = /^id: (\S+)$/m.exec(example('item'))![1]!;
    const files = new Map([
      ['catalogue.yaml', example('catalogue')],
      ['extension/item.yaml', JSON.stringify({ fields: [{ ...fields[0], overlay: 'fixed' }] })],
      [`000000/${id}.yaml`, `${example('item')}\nx-code: 00123\n`],
      [`510000/${id}.yaml`, `id: ${id}\noverlay:\n  x-code: 00456\n`],
    ]);
    const found = checkCatalogue(readCatalogue(files), '2026-06-01').filter(({ file }) =>
      file.startsWith('510000/'),
    );
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toContain(
      'layer-changes-fixed overlay.x-code',
    );
  });

  const field = { id: 'f', title, key: 'x-f', type: 'text' } as const;
  test.each<[string, Draft<ExtensionFile>, string, string]>([
    ['a place that is none', { fields: [{ ...field, at: 'nowhere' }] }, 'extension/place', 'fields.0.at'],
    ['a list', { fields: [{ ...field, at: 'materials.list' }] }, 'extension/place', 'fields.0.at'],
    ['one key twice', { fields: [field, { ...field, id: 'g' }] }, 'extension/twice', 'fields.1.key'],
    ['no options', { fields: [{ ...field, type: 'choice' }] }, 'extension/options', 'fields.0.options'],
    ['options of a text', { fields: [{ ...field, options: [{ value: 'a', zh: '甲', en: 'a' }] }] }, 'extension/options', 'fields.0.options'],
    ['a pattern that looks back', { fields: [{ ...field, pattern: '(?<=a)b' }] }, 'extension/pattern', 'fields.0.pattern'],
    ['a pattern of a number', { fields: [{ ...field, type: 'number', pattern: '^1' }] }, 'extension/pattern', 'fields.0.pattern'],
    ['more at least than at most', { fields: [{ ...field, min: 5, max: 4 }] }, 'extension/range', 'fields.0.min'],
    ['a default of another type', { fields: [{ ...field, type: 'integer', default: 'a' }] }, 'extension/default', 'fields.0.default'],
    ['a text that may only be lower', { fields: [{ ...field, overlay: 'lower' }] }, 'extension/overlay', 'fields.0.overlay'],
    ['a condition on no field', { fields: [{ ...field, requiredWhen: { field: 'nothing', present: true } }] }, 'extension/field', 'fields.0.requiredWhen.field'],
    ['a change of no field', { changes: [{ id: 'a', path: 'basics.nothing' }] }, 'extension/field', 'changes.0.path'],
    ['a change in one of several kinds', { changes: [{ id: 'a', path: 'fees.list.*.standard.amount' }] }, 'extension/field', 'changes.0.path'],
    ['a field changed twice', { changes: [{ id: 'a', path: 'basics.name' }, { id: 'b', path: 'basics.name' }] }, 'extension/twice', 'changes.1.path'],
    ['a lower risk', { changes: [{ id: 'a', path: 'limits.statutory', risk: 'plain' }] }, 'extension/loosens', 'changes.0.risk'],
    ['an end of what must be there', { changes: [{ id: 'a', path: 'basics.name', retired }] }, 'extension/loosens', 'changes.0.retired'],
    ['a new value', { changes: [{ id: 'a', path: 'basics.handling', options: ['instant', 'never'] }] }, 'extension/loosens', 'changes.0.options.1'],
    ['values of a text', { changes: [{ id: 'a', path: 'basics.name', options: ['a'] }] }, 'extension/options', 'changes.0.options'],
    ['a layout of nothing', { layout: [{ id: 'l', at: 'nowhere', fields: ['a'] }] }, 'extension/place', 'layout.0.at'],
    ['a field under two headings', { layout: [{ id: 'l', at: 'basics', fields: ['name'] }, { id: 'm', at: 'basics', fields: ['summary', 'name'] }] }, 'extension/twice', 'layout.1.fields.1'],
    ['a layout with a stranger', { layout: [{ id: 'l', at: 'basics', fields: ['name', 'x-none'] }] }, 'extension/field', 'layout.0.fields.1'],
  ])('with %s is told so, in both languages', (_, value, code, path) => {
    const source: Source<ExtensionFile> = { path: 'extension/item.yaml', kind: 'extension', text: '', value, written: value };
    const found = extensionFindings(source);
    expect(found.map((one) => [one.code, one.path.join('.')])).toEqual([[code, path]]);
    expect(found[0]!.message).toMatch(/。$/);
    expect(found[0]!.messageEn).toMatch(/\.$/);
  }); // prettier-ignore

  it('that is the example of its schema has nothing wrong in it', () => {
    const { sources } = readCatalogue(new Map([['extension/item.yaml', example('extension')]]));
    // The kind of a source tells the type of its value.
    expect(extensionFindings(sources.get('extension/item.yaml') as Source<ExtensionFile>)).toEqual([]);
  });
});
