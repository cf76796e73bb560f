import { beforeAll, describe, expect, it } from 'vitest';
import { fileText, validFiles } from '../../../tests/validCatalogue.ts';
import {
  lookupsOf,
  readCatalogue,
  shapeOfKind,
  type Catalogue,
  type CatalogueFiles,
  type EffectiveItem,
  type ItemSource,
  type LookupData,
  type Source,
} from '../../catalogue/index.ts';
import { citeInWords } from '../../model/citedLaws.ts';
import type { Plain } from '../../model/edit.ts';
import type { Draft, Item } from '../../model/item.ts';
import { edit, read, serialize } from '../../text/index.ts';
import { layerSubject } from '../checkCatalogue.ts';
import { contextOf } from '../readyRules.ts';
import {
  families,
  rules,
  type AnyExample,
  type CatalogueExample,
  type Context,
  type Example,
  type FileExample,
  type Finding,
  type LayerExample,
  type Rule,
  type Surroundings,
} from './index.ts';

/** The day of an example that names none. */
const today = '2026-06-01';

let around: CatalogueFiles;
let data: LookupData;
beforeAll(async () => {
  const files = await validFiles();
  data = readCatalogue(files).lookupData;
  around = new Map([...files].filter(([path]) => !/^\d{6}\//.test(path)));
});

it('is a book in the order of its families, no rule twice', () => {
  const order = Object.keys(families);
  const places = rules.map((rule) => order.indexOf(rule.family));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('cites laws that have a title, says why, has cases both ways and breaks the valid catalogue', () => {
    expect(rule.cites.length).toBeGreaterThan(0);
    for (const cite of rule.cites) expect(citeInWords(cite).zh).not.toContain(cite.law);
    expect(rule.why.zh).toMatch(/。$/);
    expect(rule.why.en).toMatch(/\.$/);
    expect(rule.good.length).toBeGreaterThan(0);
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.mutations?.length).toBeGreaterThan(0);
  });

  it.each(named(rule.good))('finds nothing: %s', (_, example) => {
    expect(findingsOf(rule, example)).toEqual([]);
  });

  it.each(named(rule.bad))('finds one: %s', (_, example) => {
    const found = findingsOf(rule, example);
    expect(found).toHaveLength(1);
    const { finding, file } = found[0]!;
    if (example.at !== undefined) expect(finding.path).toEqual(example.at);
    if ('file' in example && example.file !== undefined) expect(file).toBe(example.file);
    // What is wrong ends in a full stop, and what to do follows it.
    expect(finding.message.zh).toMatch(/。.*。$/s);
    expect(finding.message.en).toMatch(/\.$/);
    if (finding.fix === undefined || rule.scope !== 'item') return;
    // A fix is an edit of somebody's text, so it is made in one.
    const shape = shapeOfKind('item');
    const subject = example as Example;
    const text = `# 样例\n${serialize(subject.item as Plain, { shape })}`;
    const edited = edit(text, finding.fix.edits, { shape });
    if (edited.kind !== 'edited') throw new Error(JSON.stringify(edited));
    expect(edited.text).toMatch(/^# 样例\n/);
    const mended = read(edited.text, shape, 'x.yaml').value as Draft<Item>;
    expect(findingsOf(rule, { ...subject, item: mended })).toEqual([]);
  });
});

function named(examples: readonly AnyExample[]) {
  return examples.map((example) => [example.name, example] as const);
}

interface Found {
  finding: Finding;
  file?: string;
}

function findingsOf(rule: Rule, example: AnyExample): Found[] {
  // The scope of a rule tells the kind of its examples.
  switch (rule.scope) {
    case 'item': {
      const { item, division } = example as Example;
      const subject = subjectOf(item, division);
      return rule.check(item, contextFor(rule, example as Example), subject).map((finding) => ({ finding }));
    }
    case 'layer': {
      const layers = layersIn(example as LayerExample);
      const context = contextFor(rule, example as LayerExample);
      return layers.flatMap((layer) => rule.check(layer, context).map((finding) => ({ finding })));
    }
    case 'file': {
      const file = example as FileExample;
      // An example is what its kind of file says, as far as it goes.
      const source = { kind: file.kind, value: file.value as Source<unknown>['value'] };
      return rule.check(source, contextFor(rule, file)).map((finding) => ({ finding }));
    }
    case 'catalogue': {
      const { date = today } = example as CatalogueExample;
      const catalogue = catalogueOf(example as CatalogueExample);
      return rule
        .check(catalogue, contextOf(rule, { lookups: catalogue.lookups, date }))
        .map(({ subject, finding }) => ({
          finding,
          file: 'originOf' in subject ? subject.originOf(finding.path).file : subject.path,
        }));
    }
  }
}

function contextFor(rule: Rule, { date = today, config, ...own }: Surroundings): Context {
  const joined = { ...data, config: { ...data.config, ...config } } as LookupData;
  for (const key of ['laws', 'agencies', 'centres', 'calendars', 'items'] as const)
    // An example's own entries say as much as its rule reads, and win over those around it.
    if (own[key] !== undefined) (joined[key] as unknown[]) = [...own[key], ...data[key]];
  return contextOf(rule, { lookups: lookupsOf(joined), date });
}

function subjectOf(item: Draft<Item>, division = '000000'): EffectiveItem {
  const file = `000000/${item.id ?? 'x'}.yaml`;
  return {
    id: item.id ?? 'x',
    division,
    item,
    files: [file],
    originOf: (path) => ({ division: '000000', file, path }),
  };
}

function layersIn({ base, layers, divisions = ['510000', '511500', '511502'] }: LayerExample) {
  const chain: ItemSource[] = [
    { role: 'base', division: '000000', source: sourceOf('item', '000000/x.yaml', base) },
    ...layers.map((layer, at): ItemSource => {
      const division = divisions[at]!;
      return { role: 'layer', division, source: sourceOf('layer', `${division}/x.yaml`, layer) };
    }),
  ];
  return layers.flatMap((_, at) => layerSubject(chain.slice(0, at + 2)) ?? []);
}

function sourceOf<T>(kind: Source<T>['kind'], path: string, value: Draft<T>): Source<T> {
  return { path, kind, text: '', value, written: value };
}

/** The example's files in the small catalogue, read as any catalogue is. */
function catalogueOf({ items = [], files = {} }: CatalogueExample): Catalogue {
  const written = [
    ...items.map((item): [string, unknown] => [`000000/${item.id ?? 'x'}.yaml`, item]),
    ...Object.entries(files),
  ];
  const texts = written.map(([path, value]): [string, string] => [path, fileText(path, value)]);
  return readCatalogue(new Map([...around, ...texts]));
}
