import { expect, it } from 'vitest';
import { readCatalogue, shapeOfKind } from '../../src/catalogue/index.ts';
import type { ExtensionFile } from '../../src/model/generated/schemas.ts';
import { read } from '../../src/text/index.ts';
import { placeInWords } from '../components/placeInWords.ts';
import { draftLookups } from '../editor/draftLookups.ts';
import { completionsAt } from '../source/completionsAt.ts';
import { hoverAt } from '../source/hoverAt.ts';
import { keyTitles } from '../source/keyTitles.ts';
import { fieldKind } from './fieldKind.ts';
import { sectionsOf } from './sections.ts';

const extension: ExtensionFile = {
  fields: [
    {
      id: 'a',
      at: 'service',
      key: 'x-access',
      title: { zh: '无障碍通道', en: 'Step-free access' },
      help: { zh: '轮椅能否到窗口。' },
      type: 'choice',
      options: [{ value: 'all', zh: '全程', en: 'all the way' }],
      required: true,
    },
    { id: 'b', key: 'x-remark', title: { zh: '备注', en: 'Remark' }, type: 'paragraph' },
  ],
};
const { lookups, lookupData } = readCatalogue(new Map([['extension/item.yaml', JSON.stringify(extension)]]));
const { shape } = lookups;

it('a field of the catalogue stands in the form like any other', () => {
  const sections = sectionsOf('item', shape);
  expect(sections.map(({ key }) => key)).toContain('x-remark');
  expect(sectionsOf('item').map(({ key }) => key)).not.toContain('x-remark');
  expect(sectionsOf('layer', shape).map(({ key }) => key)).toContain('overlay/x-remark');
  const service = sections.find(({ key }) => key === 'service')!.schema;
  expect(fieldKind(service.properties!['x-access']!)).toMatchObject({ kind: 'choice', options: [{ value: 'all', words: { zh: '全程' } }] });
  expect(service.required).toContain('x-access');
  expect(placeInWords({ file: '000000/a.yaml', path: ['service', 'x-access'] }, shape).zh).toBe('服务 › 无障碍通道');
}); // prettier-ignore

it('the source offers it, names it and tells of it', () => {
  const offered = (text: string) =>
    completionsAt(text.replace('|', ''), text.indexOf('|'), { kind: 'item', file: '000000/a.yaml', data: lookupData });
  const key = offered('service:\n  x-|\n')?.options.find(({ label }) => label === 'x-access');
  expect(key).toMatchObject({ words: { zh: '无障碍通道', en: 'Step-free access' }, required: true });
  expect(offered('service:\n  x-access: |\n')?.options.map(({ label }) => label)).toEqual(['all']);
  const text = 'service:\n  x-access: all\n';
  const document = read(text, shapeOfKind('item', shape), '000000/a.yaml');
  expect(keyTitles(document, 'item', shape).map(({ title }) => title.zh)).toContain('无障碍通道');
  expect(hoverAt(document, text.indexOf('access'), { kind: 'item', lookups })).toMatchObject({
    title: { zh: '无障碍通道', en: 'Step-free access' },
    help: '轮椅能否到窗口。',
  });
}); // prettier-ignore

it('items of a draft may have the fields that the draft adds', () => {
  const contents = [{ path: 'extension/item.yaml', text: JSON.stringify(extension) }];
  const { lookupData: approved } = readCatalogue(new Map());
  // Only path and text of the contents are looked at.
  const data = draftLookups(approved, { contents } as unknown as Parameters<typeof draftLookups>[1]);
  expect(data.extension?.fields?.map(({ key }) => key)).toEqual(['x-access', 'x-remark']);
  expect(draftLookups(approved, { contents: [] })).toBe(approved);
});
