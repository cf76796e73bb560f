import { describe, expect, it } from 'vitest';
import {
  lookupsOf,
  shapeOfKind,
  type EffectiveItem,
  type Law,
  type LookupData,
} from '../../catalogue/index.ts';
import { citeInWords } from '../../model/citedLaws.ts';
import type { Draft, Item } from '../../model/item.ts';
import type { Plain } from '../../model/edit.ts';
import { edit, read, serialize } from '../../text/index.ts';
import { rules, type FileExample } from './index.ts';
import type { LawKind } from './rank.ts';

const kinds: Record<string, LawKind> = {
  'a-law': 'law',
  'a-regulation': 'administrative-regulation',
  'a-decision': 'state-council-decision',
  'a-local-regulation': 'local-regulation',
  'a-provincial-rule': 'provincial-rule',
  'a-department-rule': 'department-rule',
  'a-notice': 'normative-document',
};
const laws = Object.entries(kinds).map(([id, kind]): Law => ({
  id,
  title: id,
  kind,
  issuer: 'x',
  versions: [],
  ...(id !== 'a-decision' && { articles: [{ number: 3, gist: 'x' }] }),
  source: { text: 'x', confidence: 'high' },
}));
const data = {
  config: {},
  laws,
  agencies: [],
  centres: [],
  calendars: [],
  items: [],
} as unknown as LookupData;
const lookups = lookupsOf(data);

const subjectOf = (item: Draft<Item>): EffectiveItem => ({
  id: item.id ?? 'x',
  division: '000000',
  item,
  files: ['000000/x.yaml'],
  originOf: (path) => ({ division: '000000', file: '000000/x.yaml', path }),
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('cites laws that have a title, and has cases both ways', () => {
    expect(rule.cites.length).toBeGreaterThan(0);
    for (const cite of rule.cites) expect(citeInWords(cite).zh).not.toContain(cite.law);
    expect(rule.good.length).toBeGreaterThan(0);
    expect(rule.bad.length).toBeGreaterThan(0);
  });

  const found = (example: (typeof rule)['good'][number]) =>
    rule.scope === 'file'
      ? rule.check(example as FileExample)
      : rule.scope === 'item'
        ? rule.check(
            (example as { item: Draft<Item> }).item,
            lookups,
            subjectOf((example as { item: Draft<Item> }).item),
          )
        : rule
            .check({ bases: (example as { items: Draft<Item>[] }).items.map(subjectOf), guides: [], lookups })
            .map(({ finding }) => finding);

  it.each(rule.good.map((example) => [example.name, example] as const))('finds nothing: %s', (_, example) => {
    expect(found(example)).toEqual([]);
  });

  it.each(rule.bad.map((example) => [example.name, example] as const))('finds one: %s', (_, example) => {
    const findings = found(example);
    expect(findings).toHaveLength(1);
    const finding = findings[0]!;
    if ('at' in example && example.at !== undefined) expect(finding.path).toEqual(example.at);
    // What is wrong ends in a full stop, and what to do follows it.
    expect(finding.message.zh).toMatch(/。.*。$/s);
    expect(finding.message.en).toMatch(/\.$/);
    if (finding.fix === undefined || rule.scope !== 'item') return;
    // A fix is an edit of somebody's text, so it is made in one.
    const shape = shapeOfKind('item');
    const text = `# 样例\n${serialize((example as { item: Draft<Item> }).item as Plain, { shape })}`;
    const edited = edit(text, finding.fix.edits, { shape });
    if (edited.kind !== 'edited') throw new Error(JSON.stringify(edited));
    expect(edited.text).toMatch(/^# 样例\n/);
    const mended = read(edited.text, shape, 'x.yaml').value as Draft<Item>;
    expect(rule.check(mended, lookups, subjectOf(mended))).toEqual([]);
  });
});
