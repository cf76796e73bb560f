import { describe, expect, it } from 'vitest';
import { readCatalogue, readSource } from '../catalogue/index.ts';
import { extendedShape } from '../model/extendedShape.ts';
import type { ExtensionFile } from '../model/generated/schemas.ts';
import { diffFile } from './diffFile.ts';
import { mergeFile } from './mergeFile.ts';

const extension: ExtensionFile = {
  fields: [
    {
      id: 'access',
      at: 'service',
      key: 'x-access',
      title: { zh: '无障碍通道', en: 'Step-free access' },
      type: 'choice',
      options: [
        { value: 'all', zh: '全程', en: 'all the way' },
        { value: 'none', zh: '没有', en: 'none' },
      ],
      risk: 'plain',
    },
    { id: 'code', key: 'x-code', title: { zh: '编号', en: 'Number' }, type: 'text' },
  ],
};
const shape = extendedShape(extension);
const { lookups } = readCatalogue(new Map([['extension/item.yaml', JSON.stringify(extension)]]));

describe('a field that a catalogue adds', () => {
  it('changes in words, with the risk that it was given', () => {
    const before = { service: { 'x-access': 'none' }, 'x-code': '00123' };
    const after = { service: { 'x-access': 'all' }, 'x-code': '00124' };
    const [access, code] = diffFile('item', before, after, lookups);
    expect(access).toMatchObject({ risk: 'plain', words: { zh: '服务 › 无障碍通道：没有 → 全程', en: 'Service › Step-free access: none → all the way' } });
    expect(code).toMatchObject({ risk: 'legal', words: { zh: '编号：“00123” → “00124”' } });
    const layer = diffFile('layer', { overlay: before }, { overlay: after }, lookups);
    expect(layer.map(({ risk }) => risk)).toEqual(['plain', 'legal']);
  }); // prettier-ignore

  it('is merged as what it is, and named where both changed it', () => {
    const base = 'id: a\nx-code: 00123\nbasics:\n  name: 甲\n';
    const mine = base.replace('00123', '00124');
    const theirs = base.replace('甲', '乙');
    expect(mergeFile('item', { base, theirs, mine }, undefined, shape)).toEqual({
      kind: 'merged',
      text: 'id: a\nx-code: 00124\nbasics:\n  name: 乙\n',
    });
    const both = mergeFile('item', { base, theirs: base.replace('00123', '00125'), mine }, undefined, shape);
    expect(both).toMatchObject({ kind: 'conflict', conflicts: [{ field: { zh: '编号', en: 'Number' } }] });
  });
});

it('says what changed in an extension itself in plain words, as bound by law, and its layout as plain', () => {
  const text = JSON.stringify({ ...extension, layout: [{ id: 'a', at: 'service', fields: ['x-access'] }] });
  const read = readSource('extension/item.yaml', text);
  if (read.kind !== 'source') throw new Error('The example reads');
  const changes = diffFile(
    'extension',
    { ...extension, fields: extension.fields!.slice(0, 1) },
    read.source.written,
  );
  expect(changes.map(({ risk, words }) => [risk, words.zh])).toEqual([
    ['legal', '加的字段：新增“编号”'],
    ['plain', '表单的排列：新增“a”'],
  ]);
});
