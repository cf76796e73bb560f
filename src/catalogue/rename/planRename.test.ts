import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { isCitedLaw } from '../../model/citedLaws.ts';
import { readCatalogue } from '../catalogue.ts';
import { itemSources } from '../itemChain.ts';
import { readSource } from '../source.ts';
import type { Catalogue, ItemSource, Source } from '../types.ts';
import { elementNames } from './elementNames.ts';
import { planRename, type RenamePlan } from './planRename.ts';
import { renamable, type Renamable } from './renamable.ts';

const files: Record<string, string> = {
  'catalogue.yaml':
    'divisions:\n  - {code: "510000", name: 川}\n  - {code: "511500", name: 宜, parent: "510000"}\n  - {code: "360100", name: 昌}\n',
  '000000/road.yaml': `id: road # 事项
questions:
  - id: type   # 问题
    options: [{id: dig}, {"id": "pave"}]
conditions:
  grant: [{id: plan, text: 有方案}]
materials:
  list:
    - id: form
      conditions: ['plan']
      when: {"type": [dig, 'pave']}
procedure:
  steps:
    - {id: accept}
    - id: decide
      after: [accept]  # 受理之后
examples:
  - id: one
    answers:
      type: dig
    expect: {materials: [form], steps: [accept]}
`,
  '510000/road.yaml': `id: road
overlay:
  procedure: {steps: [{id: accept, days: {value: 2}}, {id: visit, after: [accept]}]}
grounds:
  - {path: /procedure/steps/accept/days, law: law-a, article: 3}
`,
  '511500/road.yaml': 'id: road\noverlay:\n  procedure: {steps: [{id: visit, name: 踏勘}]}\n',
  '360100/road.yaml': 'id: road\noverlay:\n  procedure: {steps: [{id: visit, after: [decide]}]}\n',
  'bundles/open.yaml': `id: open
divisions: ["510000"]
members:
  - id: m
    item: road
    answers: [{question: type, option: dig}]
questions:
  - id: q
    options: [{id: a, answers: [{member: m, question: type, option: pave}]}]
joint: [{id: j, steps: [{member: m, step: accept}]}]
`,
  'governance/suppressions.yaml':
    'suppressions:\n  - {id: s, rule: r, item: road, path: procedure.steps.accept.days, reason: 理由如下, until: 2027-01-01}\n  - {id: t, rule: r, file: laws/law-a.yaml, reason: 理由如下, until: 2027-01-01}\n',
  'objections/511500/o.yaml': 'id: o\nitem: road\npath: /procedure/steps/accept\n',
  'laws/law-a.yaml': 'id: law-a\ntitle: 甲法\n',
  'agencies/511500.yaml': 'division: "511500"\nagencies:\n  - id: bureau\n',
  'centres/hall.yaml': 'id: hall\nwindows:\n  - {id: w1, agencies: [bureau]}\n',
  '511500/adopt.yaml': 'division: "511500"\nitems:\n  - {id: road}\n',
  '000000/other.yaml': 'id: other\nbasics: {parent: road}\nservice: {windows: [hall/w1]}\n',
};
const small = readCatalogue(new Map(Object.entries(files)));

const source = (catalogue: Catalogue, file: string) => catalogue.sources.get(file)!;
const road = (address: string, division = '000000'): Renamable => ({
  kind: 'element',
  of: { item: 'road', division },
  address: address.split('/'),
  id: address.split('/').at(-1)!,
});

/** What each changed line became, by file. */
function lines(plan: RenamePlan, before: Record<string, string>): string[] {
  if (plan.kind === 'refused') return [plan.reasonEn];
  return [...plan.texts]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([file, { text }]) => {
      const was = before[file]!.split('\n');
      return text.split('\n').flatMap((line, i) => (line === was[i] ? [] : [`${file}: ${line.trim()}`]));
    });
}

test.each<[string, Renamable, string[]]>([
  [
    'a step: its layers, what comes after it, examples, bundles, grounds, suppressions, objections',
    road('procedure/steps/accept'),
    [
      '000000/road.yaml: - {id: new}',
      '000000/road.yaml: after: [new]  # 受理之后',
      '000000/road.yaml: expect: {materials: [form], steps: [new]}',
      '510000/road.yaml: procedure: {steps: [{id: new, days: {value: 2}}, {id: visit, after: [new]}]}',
      '510000/road.yaml: - {path: /procedure/steps/new/days, law: law-a, article: 3}',
      'bundles/open.yaml: joint: [{id: j, steps: [{member: m, step: new}]}]',
      'governance/suppressions.yaml: - {id: s, rule: r, item: road, path: procedure.steps.new.days, reason: 理由如下, until: 2027-01-01}',
      'objections/511500/o.yaml: path: /procedure/steps/new',
    ],
  ],
  [
    'a question stands as a key',
    road('questions/type'),
    [
      '000000/road.yaml: - id: new   # 问题',
      `000000/road.yaml: when: {"new": [dig, 'pave']}`,
      '000000/road.yaml: new: dig',
      'bundles/open.yaml: answers: [{question: new, option: dig}]',
      'bundles/open.yaml: options: [{id: a, answers: [{member: m, question: new, option: pave}]}]',
    ],
  ],
  [
    'an option keeps its quotes',
    road('questions/type/options/pave'),
    [
      '000000/road.yaml: options: [{id: dig}, {"id": "new"}]',
      `000000/road.yaml: when: {"type": [dig, 'new']}`,
      'bundles/open.yaml: options: [{id: a, answers: [{member: m, question: type, option: new}]}]',
    ],
  ],
  [
    'what a city has, in the city and below, not what another province calls alike',
    road('procedure/steps/visit', '511500'),
    [
      '510000/road.yaml: procedure: {steps: [{id: accept, days: {value: 2}}, {id: new, after: [accept]}]}',
      '511500/road.yaml: procedure: {steps: [{id: new, name: 踏勘}]}',
    ],
  ],
  [
    'a member of a bundle',
    { kind: 'element', of: { file: 'bundles/open.yaml' }, address: ['members', 'm'], id: 'm' },
    [
      'bundles/open.yaml: - id: new',
      'bundles/open.yaml: options: [{id: a, answers: [{member: new, question: type, option: pave}]}]',
      'bundles/open.yaml: joint: [{id: j, steps: [{member: new, step: accept}]}]',
    ],
  ],
  [
    'an item',
    { kind: 'named', as: 'item', id: 'road' },
    [
      '000000/other.yaml: basics: {parent: new}',
      '000000/road.yaml: id: new # 事项',
      '360100/road.yaml: id: new',
      '510000/road.yaml: id: new',
      '511500/adopt.yaml: - {id: new}',
      '511500/road.yaml: id: new',
      'bundles/open.yaml: item: new',
      'governance/suppressions.yaml: - {id: s, rule: r, item: new, path: procedure.steps.accept.days, reason: 理由如下, until: 2027-01-01}',
      'objections/511500/o.yaml: item: new',
    ],
  ],
  [
    'a law',
    { kind: 'named', as: 'law', id: 'law-a' },
    [
      '510000/road.yaml: - {path: /procedure/steps/accept/days, law: new, article: 3}',
      'governance/suppressions.yaml: - {id: t, rule: r, file: laws/new.yaml, reason: 理由如下, until: 2027-01-01}',
      'laws/law-a.yaml: id: new',
    ],
  ],
  [
    'a centre has its windows with it',
    { kind: 'named', as: 'centre', id: 'hall' },
    ['000000/other.yaml: service: {windows: [new/w1]}', 'centres/hall.yaml: id: new'],
  ],
  [
    'a window',
    { kind: 'named', as: 'window', id: 'hall/w1' },
    [
      '000000/other.yaml: service: {windows: [hall/new]}',
      'centres/hall.yaml: - {id: new, agencies: [bureau]}',
    ],
  ],
  [
    'an agency',
    { kind: 'named', as: 'agency', id: 'bureau' },
    ['agencies/511500.yaml: - id: new', 'centres/hall.yaml: - {id: w1, agencies: [new]}'],
  ],
])('%s', (_, what, expected) => {
  expect(lines(planRename(small, what, 'new'), files)).toEqual(expected);
});

test('files that are called by the id go with it', () => {
  const plan = planRename(small, { kind: 'named', as: 'item', id: 'road' }, 'street');
  expect(plan.kind === 'plan' && [...plan.moves]).toEqual([
    ['000000/road.yaml', '000000/street.yaml'],
    ['360100/road.yaml', '360100/street.yaml'],
    ['510000/road.yaml', '510000/street.yaml'],
    ['511500/road.yaml', '511500/street.yaml'],
  ]);
});

test.each<[string, Renamable, string, string]>([
  ['malformed', road('procedure/steps/accept'), 'Not-So', 'small Latin letters'],
  ['taken', road('procedure/steps/accept'), 'decide', 'has "decide" already (000000/road.yaml)'],
  ['taken below', road('procedure/steps/accept'), 'visit', 'has "visit" already'],
  ['the same', road('procedure/steps/accept'), 'accept', 'has this id already'],
  ['not there', road('procedure/steps/nothing'), 'new', 'no element "nothing"'],
  ['the question of the variants', road('questions/type'), 'variant', 'stands for the variants'],
  ['an item that is there', { kind: 'named', as: 'item', id: 'road' }, 'other', 'the item "other" already'],
  [
    'a law that rules of the program cite',
    { kind: 'named', as: 'law', id: 'administrative-licensing-law' },
    'new',
    'no law',
  ],
])('refused: %s', (_, what, to, words) => {
  const plan = planRename(small, what, to);
  expect(plan.kind === 'refused' && plan.reasonEn).toContain(words);
});

test.each<[string, string, (string | number)[], 'key' | 'value', Renamable | undefined]>([
  ['an id', '000000/road.yaml', ['procedure', 'steps', 0, 'id'], 'value', road('procedure/steps/accept')],
  [
    'a reference',
    '000000/road.yaml',
    ['procedure', 'steps', 1, 'after', 0],
    'value',
    road('procedure/steps/accept'),
  ],
  [
    'a layer',
    '510000/road.yaml',
    ['overlay', 'procedure', 'steps', 0, 'id'],
    'value',
    road('procedure/steps/accept', '510000'),
  ],
  [
    'ids for positions',
    '000000/road.yaml',
    ['procedure', 'steps', 'decide', 'id'],
    'value',
    road('procedure/steps/decide'),
  ],
  ['a key', '000000/road.yaml', ['examples', 0, 'answers', 'type'], 'key', road('questions/type')],
  [
    'its value',
    '000000/road.yaml',
    ['examples', 0, 'answers', 'type'],
    'value',
    road('questions/type/options/dig'),
  ],
  [
    'a bundle',
    'bundles/open.yaml',
    ['joint', 0, 'steps', 0, 'step'],
    'value',
    road('procedure/steps/accept', '510000'),
  ],
  ['a file', '510000/road.yaml', ['id'], 'value', { kind: 'named', as: 'item', id: 'road' }],
  ['a law', '510000/road.yaml', ['grounds', 0, 'law'], 'value', { kind: 'named', as: 'law', id: 'law-a' }],
  [
    'a window',
    '000000/other.yaml',
    ['service', 'windows', 0],
    'value',
    { kind: 'named', as: 'window', id: 'hall/w1' },
  ],
  [
    'a line of adoption',
    '511500/adopt.yaml',
    ['items', 0, 'id'],
    'value',
    { kind: 'named', as: 'item', id: 'road' },
  ],
  ['a name', '511500/road.yaml', ['overlay', 'procedure', 'steps', 0, 'name'], 'value', undefined],
  ['nothing there', '000000/road.yaml', ['fees', 'list', 0, 'id'], 'value', undefined],
])('what can be renamed at a place: %s', (_, file, path, at, expected) => {
  expect(renamable(source(small, file), path, at)).toEqual(expected);
});

let sample: Catalogue;
beforeAll(async () => {
  sample = await sampleCatalogue();
});

/** The catalogue with a plan made in it, as far as plans look at it. */
function made(catalogue: Pick<Catalogue, 'sources' | 'chains' | 'lookups'>, plan: RenamePlan) {
  if (plan.kind === 'refused') throw new Error(plan.reasonEn);
  const sources = new Map(catalogue.sources);
  for (const [path, { text }] of plan.texts) {
    const read = readSource(plan.moves.get(path) ?? path, text, sources.get(path)!.shape);
    if (read.kind !== 'source') throw new Error(`${path} cannot be read`);
    sources.delete(path);
    sources.set(read.source.path, read.source);
  }
  const chains = new Map<string, ItemSource[]>();
  for (const [id, chain] of catalogue.chains) {
    const moved = chain.map(({ source: { path } }) => sources.get(plan.moves.get(path) ?? path)!);
    chains.set(
      moved[0] === undefined ? id : String((moved[0].written as { id: unknown }).id),
      moved.flatMap(itemSources),
    );
  }
  return { ...catalogue, sources, chains };
}

/** Every id of the sample that can be changed, each once. */
function all(catalogue: Catalogue): Renamable[] {
  const found = new Map<string, Renamable>();
  const tell = (what: Renamable | undefined) => {
    const isOurs = what?.kind === 'named' && what.as === 'law' && isCitedLaw(what.id);
    if (what !== undefined && !isOurs) found.set(JSON.stringify(what), what);
  };
  const visit = (one: Source<unknown>, value: unknown, path: (string | number)[]) => {
    if (path.at(-1) === 'id') tell(renamable(one, path));
    else if (typeof value === 'object' && value !== null)
      for (const [key, below] of Object.entries(value))
        visit(one, below, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  for (const one of catalogue.sources.values()) {
    visit(one, one.written, []);
    for (const name of elementNames(one.kind, one.written)) tell(renamable(one, name.path, name.at));
  }
  return [...found.values()];
}

test('renamed and renamed back, every byte of the sample is what it was', () => {
  const ids = all(sample);
  expect(ids.length).toBeGreaterThan(2000);
  // Every 41st of thousands, which no list of the sample has a period of.
  for (const what of ids.filter((_, i) => i % 41 === 0)) {
    const to = 'renamed-for-a-while';
    const there = planRename(sample, what, to);
    const after = made(sample, there);
    const back: Renamable =
      what.kind === 'element'
        ? { ...what, address: [...what.address.slice(0, -1), to], id: to }
        : { ...what, id: what.as === 'window' ? `${what.id.split('/')[0]!}/${to}` : to };
    const home = made(after, planRename(after, back, what.id.split('/').at(-1)!));
    const was = [...sample.sources.values()].map(({ path, text }) => [path, text]).sort();
    expect(
      [...home.sources.values()].map(({ path, text }) => [path, text]).sort(),
      JSON.stringify(what),
    ).toEqual(was);
  }
});

test.each<Renamable>([
  { kind: 'named', as: 'item', id: 'food-business-licence' },
  { kind: 'named', as: 'law', id: 'food-safety-law' },
])('nothing of the sample leads nowhere where $as $id is renamed', (what) => {
  const after = made(sample, planRename(sample, what, 'another-name'));
  const texts = [...after.sources.values()].map(({ path, text }): [string, string] => [path, text]);
  const attachments = [...sample.files].filter(([path]) => path.startsWith('forms/'));
  const again = readCatalogue(new Map([...texts, ...attachments]));
  expect(again.diagnostics.length).toBe(sample.diagnostics.length);
  // Lines of published lists have ids of their own, and go by codes.
  const others = [...again.sources.values()].filter(({ kind }) => kind !== 'list');
  expect(JSON.stringify(others.map(({ written }) => written))).not.toContain(
    `"${what.kind === 'named' ? what.id : ''}"`,
  );
});
