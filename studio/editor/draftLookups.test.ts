import { expect, test } from 'vitest';
import type { DraftFile } from '../../src/api/index.ts';
import { lookupsOf, type LookupData } from '../../src/catalogue/index.ts';
import { draftLookups } from './draftLookups.ts';

const themes = [{ id: 'catering', zh: '餐饮服务' }];
const config = { title: 't', divisions: [], codeLists: { themes, served: [] } };
const data = {
  config,
  laws: [],
  agencies: [],
  centres: [],
  calendars: [],
  items: [],
  translations: [],
} as unknown as LookupData; // no more is asked of it
const draft = (text: string) => ({ contents: [{ path: 'catalogue.yaml', text } as DraftFile] });

test('the codes and divisions of a draft hold for its items, and what is half written does not', () => {
  const text = `divisions:
  - {code: 511503, name: 南溪区, level: county}
  - {code: 511504}
codeLists:
  themes:
    - {id: eating-out, zh: 餐饮服务}
    - {id: new}
`;
  const lookups = lookupsOf(draftLookups(data, draft(text)));
  expect(lookups.codeLabel('themes', 'eating-out').zh).toBe('餐饮服务');
  expect(['catering', 'new'].map((code) => lookups.hasCode('themes', code))).toEqual([false, false]);
  expect(lookups.config.divisions.map(({ name }) => name)).toEqual(['南溪区']);
  expect(lookups.config.title).toBe('t');
});

test('a text that cannot be read, and a draft of other files, leave what is approved', () => {
  expect(draftLookups(data, draft('codeLists: [')).config).toEqual(config);
  expect(draftLookups(data, { contents: [] })).toEqual(data);
});
