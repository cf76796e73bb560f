import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readFolder } from '../node/files/index.ts';
import { sampleDir } from '../../tests/sampleCatalogue.ts';
import { shapeOfKind } from '../catalogue/index.ts';
import type { Edit, Plain } from '../model/edit.ts';
import { valueAt, type Path } from '../model/path.ts';
import { edit, readValue } from '../text/index.ts';
import { diffFile, mergeFile, sameValue } from './index.ts';

/** Pairs of edits of sample items; a long run sets GUICHENG_RUNS. */
const runs = Number(process.env['GUICHENG_RUNS'] ?? 40);
vi.setConfig({ testTimeout: 300_000 });

const base = `# 样例
id: a
basics:
  name: 挖掘许可 # 名称
  summary: 挖路前办
limits:
  promised: {value: 10, unit: working-days} # 承诺
  statutory: {value: 20, unit: working-days}
materials:
  list:
    # 申请书要签字
    - id: form
      name: 申请书
      originals: 1
    - id: plan
      name: 施工方案
# 末尾
`;
const withText = (from: string, to: string, text = base) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const planLast = '    - id: plan\n      name: 施工方案\n';
const formFirst = '    # 申请书要签字\n    - id: form\n      name: 申请书\n      originals: 1\n';

test.each<[string, string, string, string]>([
  [
    'fields of neighbouring lines',
    withText('挖掘许可 #', '占道挖掘许可 #'),
    withText('挖路前办', '动土前办'),
    withText('挖路前办', '动土前办', withText('挖掘许可 #', '占道挖掘许可 #')),
  ],
  [
    'a field and a comment on its line',
    withText('value: 10', 'value: 8'),
    withText('# 承诺', '# 已与窗口商定'),
    withText('# 承诺', '# 已与窗口商定', withText('value: 10', 'value: 8')),
  ],
  [
    'two elements added behind the last, theirs first',
    withText(planLast, `${planLast}    - id: b\n      name: 乙\n`),
    withText(planLast, `${planLast}    - id: c\n      name: 丙\n`),
    withText(planLast, `${planLast}    - id: b\n      name: 乙\n    - id: c\n      name: 丙\n`),
  ],
  [
    'a field of an element that the other moved, with its comment',
    withText(formFirst + planLast, planLast + formFirst),
    withText('originals: 1', 'originals: 2'),
    withText('originals: 1', 'originals: 2', withText(formFirst + planLast, planLast + formFirst)),
  ],
  [
    'the same change by both',
    withText('value: 10', 'value: 8'),
    withText('value: 10', 'value: 8'),
    withText('value: 10', 'value: 8'),
  ],
  [
    'the same change by both, and another by one',
    withText('value: 10', 'value: 8'),
    withText('挖路前办', '动土前办', withText('value: 10', 'value: 8')),
    withText('挖路前办', '动土前办', withText('value: 10', 'value: 8')),
  ],
  [
    'a group that both begin',
    `${base}service: {hours: 9:00}\n`,
    `${base}service: {place: 一楼}\n`,
    `${base}service: {hours: 9:00, place: 一楼}\n`,
  ],
])('merges %s', (_, theirs, mine, wanted) => {
  expect(mergeFile('item', { base, theirs, mine })).toEqual({ kind: 'merged', text: wanted });
});

test.each<[string, string, string, Path[]]>([
  [
    'one field',
    withText('value: 10', 'value: 8'),
    withText('value: 10', 'value: 9'),
    [['limits', 'promised']],
  ],
  [
    // 8 natural days is a limit that nobody wrote.
    'number and unit of one limit',
    withText('value: 10', 'value: 8'),
    withText('10, unit: working-days', '10, unit: natural-days'),
    [['limits', 'promised']],
  ],
  [
    'an element taken out, and a field of it',
    withText(planLast, ''),
    withText('施工方案', '施工组织方案'),
    [['materials', 'list', 'plan']],
  ],
  [
    'two new elements of one id',
    withText(planLast, `${planLast}    - id: b\n      name: 乙\n`),
    withText(planLast, `${planLast}    - id: b\n      name: 丙\n`),
    [['materials', 'list', 'b']],
  ],
  ['one comment', withText('# 样例', '# 甲的话'), withText('# 样例', '# 乙的话'), []],
  ['a text that cannot be read', withText('挖路前办', '"'), withText('value: 10', 'value: 9'), []],
])('leaves %s to people', (_, theirs, mine, paths) => {
  for (const texts of [
    { base, theirs, mine },
    { base, theirs: mine, mine: theirs },
  ]) {
    const result = mergeFile('item', texts);
    expect(result.kind === 'conflict' && result.conflicts.map(({ path }) => path)).toEqual(paths);
  }
});

test('a conflict says what the field was and is, and either side may be chosen with all else merged', () => {
  const theirs = withText('value: 10', 'value: 8', withText('挖路前办', '动土前办'));
  const mine = withText('value: 10', 'value: 9', withText('施工方案', '施工组织方案'));
  const texts = { base, theirs, mine };
  expect(mergeFile('item', texts)).toEqual({
    kind: 'conflict',
    conflicts: [
      {
        path: ['limits', 'promised'],
        field: { zh: '办理时限 › 承诺时限', en: expect.any(String) as string },
        base: { zh: '10 个工作日', en: '10 working days' },
        theirs: { zh: '8 个工作日', en: '8 working days' },
        mine: { zh: '9 个工作日', en: '9 working days' },
      },
    ],
  });
  const both = withText('挖路前办', '动土前办', withText('施工方案', '施工组织方案'));
  for (const [choice, value] of [
    ['theirs', 8],
    ['mine', 9],
  ] as const)
    expect(mergeFile('item', texts, () => choice)).toEqual({
      kind: 'merged',
      text: withText('value: 10', `value: ${value}`, both),
    });
});

const items = [...(await readFolder(sampleDir))]
  .filter(([path]) => /^000000\/.*\.yaml$/.test(path))
  .map(([, bytes]) => Buffer.from(bytes).toString());
const shape = shapeOfKind('item');

function valueOf(text: string): Plain {
  const read = readValue(text, shape, '');
  if (read.kind === 'problems') throw new Error(read.diagnostics[0]!.messageEn);
  return read.value;
}

/** An edit as a person makes one: another word or number, an element added, moved or taken out, a field taken out. */
const anyEdit = (value: Plain): fc.Arbitrary<Edit> =>
  fc.constantFrom(...places(value, [])).chain((path): fc.Arbitrary<Edit> => {
    const here = valueAt(value, path) as Plain;
    const edits: Edit[] = [];
    if (typeof here === 'string') edits.push({ kind: 'set', path, value: `${here}，另` });
    if (typeof here === 'number') edits.push({ kind: 'set', path, value: here + 1 });
    if (path.length > 1) edits.push({ kind: 'remove', path });
    if (Array.isArray(here) && here.length > 1) {
      edits.push({ kind: 'move', path: [...path, 0], to: here.length - 1 });
      const added = { id: 'another', text: '又一项' };
      if (valueAt(here, [0, 'id']) !== undefined)
        edits.push({ kind: 'insert', path: [...path, here.length], value: added });
    }
    return edits.length > 0
      ? fc.constantFrom(...edits)
      : fc.constant({ kind: 'set', path: ['sample'], value: false });
  });

function places(value: Plain, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...inner.flatMap((step) => places(valueAt(value, [step]) as Plain, [...path, step]))].filter(
    (one) => one.length > 0,
  );
}

const key = ({ kind, path, after }: ReturnType<typeof diffFile>[number]) =>
  JSON.stringify([kind, path, after]);

const isWithin = (path: Path, other: Path) => other.every((step, at) => step === path[at]);

test(`${runs} pairs of edits of sample items: other fields are both there, a field of both is left to people`, () => {
  const pairs = fc
    .constantFrom(...items)
    .chain((text) =>
      fc.record({ text: fc.constant(text), one: anyEdit(valueOf(text)), two: anyEdit(valueOf(text)) }),
    );
  const count = { merged: 0, conflicts: 0 };
  fc.assert(
    fc.property(pairs, ({ text, one, two }) => {
      const [theirs, mine] = [edit(text, [one], { shape }), edit(text, [two], { shape })];
      if (theirs.kind !== 'edited' || mine.kind !== 'edited') return;
      const before = valueOf(text);
      const [byThem, byMe] = [theirs, mine].map((side) => diffFile('item', before, valueOf(side.text))) as [
        ReturnType<typeof diffFile>,
        ReturnType<typeof diffFile>,
      ];
      const meet = byThem.some(({ path }) =>
        byMe.some((my) => isWithin(path, my.path) || isWithin(my.path, path)),
      );
      const result = mergeFile('item', { base: text, theirs: theirs.text, mine: mine.text });
      if (result.kind === 'conflict') {
        expect(meet, `conflict at ${JSON.stringify(result.conflicts)}`).toBe(true);
        count.conflicts++;
        return;
      }
      count.merged++;
      const merged = valueOf(result.text);
      if (meet) {
        // Both did the same, or one put an element beside what the other changed: nobody's words are gone.
        expect(sameValue(merged, before)).toBe(false);
        return;
      }
      const changes = diffFile('item', before, merged).map(key).sort();
      expect(changes).toEqual([...byThem, ...byMe].map(key).sort());
    }),
    { numRuns: runs },
  );
  expect(count.merged).toBeGreaterThan(runs / 2);
});
