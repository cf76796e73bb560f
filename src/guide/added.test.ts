import { expect, it } from 'vitest';
import { lookupsOf, readCatalogue, type EffectiveItem } from '../catalogue/index.ts';
import type { ExtensionFile } from '../model/generated/schemas.ts';
import { renderGuidePage } from './index.ts';

const title = (zh: string) => ({ zh, en: zh });
const at = 'service';
const section = 'service';
const extension: ExtensionFile = {
  fields: [
    { id: 'a', at, key: 'x-free', title: title('无台阶'), type: 'boolean', section },
    {
      id: 'b',
      at,
      key: 'x-kinds',
      title: title('语言'),
      type: 'choices',
      options: [
        { value: 'yi', zh: '彝语', en: 'Yi' },
        { value: 'sign', zh: '手语', en: 'sign language' },
      ],
      section,
    },
    { id: 'c', at, key: 'x-from', title: title('开通日'), type: 'date', section },
    { id: 'd', at, key: 'x-link', title: title('地图'), type: 'link', section },
    { id: 'e', at, key: 'x-note', title: title('提示'), type: 'text', section },
    { id: 'f', at, key: 'x-inner', title: title('内部'), type: 'text', section: 'none' },
    { id: 'g', at, key: 'x-silent', title: title('未定'), type: 'text' },
    {
      id: 'h',
      at,
      key: 'x-old',
      title: title('旧字段'),
      type: 'text',
      section,
      retired: { since: '2026-01-01', reason: '不再使用' },
    },
    {
      id: 'i',
      at: 'materials.list.*',
      key: 'x-seal',
      title: title('盖章'),
      type: 'text',
      section: 'materials',
    },
    { id: 'j', at: 'basics', key: 'x-map', title: title('图'), type: 'file', section: 'summary' },
  ],
  changes: [{ id: 'k', path: 'service.firstAsked', retired: { since: '2026-01-01', reason: '不再使用' } }],
};
const { lookupData } = readCatalogue(new Map([['extension/item.yaml', JSON.stringify(extension)]]));
const item = {
  basics: { name: '甲', 'x-map': 'forms/map.pdf' },
  materials: { list: [{ id: 'm', name: '申请书', 'x-seal': '加盖公章' }] },
  service: {
    firstAsked: '首问的人',
    'x-free': false,
    'x-kinds': ['yi', 'sign'],
    'x-from': '2026-05-01',
    'x-link': 'https://map.example/a',
    'x-note': '<b>轻声</b>',
    'x-inner': '内部的话',
    'x-silent': '没说公布',
    'x-old': '旧的话',
  },
};
// A draft may have fields that the types do not know.
const subject = {
  id: 'x',
  division: '511500',
  item,
  files: [],
  originOf: (path) => ({ division: '511500', file: 'x', path }),
} as EffectiveItem;

it('says what the fields of the catalogue say, at the end of their section, and nothing that is not published', () => {
  const page = renderGuidePage(subject, lookupsOf(lookupData));
  const service = /<section id="service"[\s\S]*?<\/section>/.exec(page)![0];
  const row = (label: string) => new RegExp(`<dt>${label}</dt><dd>(.*?)</dd>`).exec(page)?.[1];
  expect(row('无台阶')).toBe('否');
  expect(row('语言')).toBe('彝语、手语');
  expect(row('开通日')).toBe('2026 年 5 月 1 日');
  expect(row('地图')).toBe('<a href="https://map.example/a">https://map.example/a</a>');
  expect(row('提示')).toBe('&lt;b&gt;轻声&lt;/b&gt;');
  expect(row('盖章（申请书）')).toBe('加盖公章');
  expect(row('图')).toMatch(/^<a href="[^"]*forms\/map\.pdf">map\.pdf<\/a>$/);
  expect(service.lastIndexOf('无台阶')).toBeGreaterThan(0);
  expect(renderGuidePage(subject, lookupsOf(lookupData), { preview: true })).toContain(
    'data-path="/service/x-free"',
  );
  for (const unsaid of ['内部的话', '没说公布', '旧的话', '首问的人']) expect(page).not.toContain(unsaid);
});

it('shows nothing of them where the catalogue does not know them', () => {
  const plain = lookupsOf(readCatalogue(new Map()).lookupData);
  expect(renderGuidePage(subject, plain)).not.toContain('加盖公章');
  expect(renderGuidePage(subject, plain)).toContain('首问的人');
});
