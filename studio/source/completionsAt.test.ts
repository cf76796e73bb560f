import { describe, expect, test } from 'vitest';
import type { LookupData } from '../../src/catalogue/index.ts';
import { completionsAt } from './completionsAt.ts';

const data = {
  config: { codeLists: { itemTypes: [{ id: '01', zh: '行政许可', en: 'permit' }] }, divisions: [] },
  laws: [{ id: 'water-law', title: '中华人民共和国水法' }],
  agencies: [],
  centres: [{ id: 'yibin', name: '宜宾市政务服务中心', windows: [{ id: 'w1', name: '综合窗口' }] }],
  calendars: [],
  items: [{ id: 'water', name: '取水许可' }],
} as unknown as LookupData; // Only what is asked about here.

/** Completions at the `|` of `text`. */
function at(text: string, kind: 'item' | 'layer' = 'item') {
  const offset = text.indexOf('|');
  return completionsAt(text.replace('|', ''), offset, { kind, file: 'x.yaml', data });
}
const labels = (text: string, kind?: 'item' | 'layer') => at(text, kind)?.options.map(({ label }) => label);

describe('keys', () => {
  test('that the map has are not offered again, required ones come first', () => {
    const found = at('id: a\nbasics:\n  name: 甲\n  |\n');
    expect(found?.options.map(({ label }) => label)).not.toContain('name');
    expect(found?.options[0]).toMatchObject({ label: 'basicCode', insert: 'basicCode: ', required: true });
    expect(found?.options.find(({ label }) => label === 'everydayName')?.required).toBe(false);
  });

  test('replace the word at the cursor and keep a colon that is there', () => {
    const text = 'id: a\nbasics:\n  na|m: 甲\n';
    const found = at(text)!;
    expect(text.replace('|', '').slice(found.from, found.to)).toBe('nam');
    expect(found.options.find(({ label }) => label === 'name')).toMatchObject({ insert: 'name', cursor: 4 });
  });

  test.each([
    [
      'a map in the layout of the file',
      'id: a\ninForce:\n    from: 2026-01-05\nbas|',
      'basics',
      'basics:\n    ',
    ],
    ['a list with its dash', 'id: a\nlegal|', 'legalBasis', 'legalBasis:\n  - '],
    [
      'a list as the file has its lists',
      'id: a\nlegalBasis:\n- id: b1\nconditions:\n  grant:\n  - id: g\n    ba|',
      'basis',
      'basis:\n    - ',
    ],
    ['an element where only a list may stand', 'id: a\nlegalBasis:\n  |', 'law', '- law: '],
    ['a list of codes', 'id: a\nbasics:\n  app|', 'approvalLevels', 'approvalLevels: []'],
    ['a map in braces', 'id: a\nauthority: {acc|}', 'accepts', 'accepts: {}'],
  ])('begin %s', (_name, text, label, insert) => {
    expect(at(text)?.options.find((one) => one.label === label)?.insert).toBe(insert);
  });

  test('of a kind not yet said are the one that says it, then those of the kind', () => {
    const standard = 'id: a\nfees:\n  list:\n    - id: f\n      standard:\n        ';
    expect(labels(`${standard}|`)).toEqual(['kind']);
    expect(labels(`${standard}kind: |`)).toEqual(expect.arrayContaining(['fixed', 'unit', 'tiers']));
    expect(labels(`${standard}kind: fixed\n        |`)).not.toContain('tiers');
    expect(labels(`${standard}kind: tiers\n        |`)).toContain('tiers');
  });

  test('of a layer stand under overlay, none of them required', () => {
    const found = at('id: a\noverlay:\n  |\n', 'layer')!;
    expect(found.options.map(({ label }) => label)).toContain('basics');
    expect(found.options.filter(({ required }) => required)).toEqual([]);
  });

  test('are offered in a file that is broken elsewhere', () => {
    expect(labels('id: a\nbasics:\n  name: 甲\n  |\nlegalBasis: [\n')).toContain('category');
  });
});

describe('values', () => {
  test.each([
    ['a choice', 'basics:\n  handling: |', ['instant', 'promised']],
    ['a choice begun', 'basics:\n  handling: ins|\n  name: 甲\n', ['instant', 'promised']],
    ['yes or no', 'sample: |\nid: a\n', ['true', 'false']],
    ['a code of a list', 'basics:\n  type: |', ['01']],
    ['a law', 'legalBasis:\n  - law: |', ['water-law']],
    ['an item', 'basics: {parent: |}', ['water']],
    [
      'what a list in brackets lacks',
      'basics:\n  approvalLevels: [city, |]',
      ['nation', 'province', 'county', 'town', 'village'],
    ],
    [
      'what a list of lines lacks',
      'basics:\n  approvalLevels:\n    - city\n    - cou|\n',
      ['nation', 'province', 'city', 'county', 'town', 'village'],
    ],
  ])('are %s', (_name, text, expected) => {
    expect(labels(text)?.toSorted()).toEqual(expected.toSorted());
  });

  test('carry their names', () => {
    expect(at('legalBasis:\n  - law: wa|')?.options[0]).toMatchObject({
      kind: 'reference',
      words: { zh: '中华人民共和国水法' },
      insert: 'water-law',
    });
  });
});

describe('nothing is offered', () => {
  test.each([
    ['in a comment', 'id: a # |'],
    ['within a text of several words', 'basics:\n  name: 取水 |许可\n'],
    ['in a block of text', 'basics:\n  name: >-\n    一\n    two|'],
    ['where the schema has no keys', 'id: a\nbasics:\n  name: 甲\n    |'],
  ])('%s', (_name, text) => {
    expect(labels(text) ?? []).toEqual([]);
  });

  test('in a column where a key would break the file', () => {
    expect(labels('id: a\nbasics:\n  name: 甲\n |')).toEqual([]);
  });

  test('before any text is a file of our own refused', () => {
    expect(labels('a: &b 1\n|') ?? []).toEqual([]);
  });
});
