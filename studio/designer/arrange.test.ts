import { describe, expect, it, test } from 'vitest';
import { extendedShape } from '../../src/model/extendedShape.ts';
import type { ExtensionFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';
import { edit, readValue } from '../../src/text/index.ts';
import { schemaOf, shapeOfKind } from '../../src/catalogue/index.ts';
import { soundValue } from '../../src/model/soundValue.ts';
import { arrangeEdits } from './arrange.ts';
import { fieldGroups, groupAt, keyFor } from './fieldGroups.ts';

const text = `# 自己的字段
fields:
  - id: step-free
    title: {zh: 无障碍通道, en: Step-free access}
    at: service
    key: x-step-free
    type: boolean
  - id: old
    title: {zh: 旧编号, en: Old number}
    key: x-old
    type: text
    retired: {since: 2026-01-01, reason: 停用}
changes:
  - id: advice
    path: service.phones.advice
    title: {zh: 咨询热线}
`;

function saidIn(written: string): Draft<ExtensionFile> {
  const read = readValue(written, shapeOfKind('extension'), 'extension/item.yaml');
  if (read.kind !== 'value') throw new Error('It does not read');
  return soundValue(schemaOf('extension'), read.value) as Draft<ExtensionFile>;
}
const keysOf = (written: string, at: string) =>
  groupAt(fieldGroups(extendedShape(saidIn(written))), at)!.fields.map(({ key }) => key);

/** The text after `key` was put at `to`. */
function moved(written: string, at: string, key: string, to: number): string {
  const made = edit(written, arrangeEdits(saidIn(written), at, keysOf(written, at), { key, to }), {
    shape: shapeOfKind('extension'),
  });
  if (made.kind === 'impossible') throw new Error(made.reason);
  return made.text;
}

describe('the order of the form', () => {
  it('is what was asked for, again and again, and the text around it stays', () => {
    const before = keysOf(text, 'service');
    const first = moved(text, 'service', 'x-step-free', 1);
    expect(keysOf(first, 'service')).toEqual([before[0], 'x-step-free', ...before.slice(1, -1)]);
    const second = moved(first, 'service', before[0]!, 3);
    expect(keysOf(second, 'service').indexOf(before[0]!)).toBe(3);
    expect(second.startsWith(text.slice(0, text.indexOf('changes:')))).toBe(true);
    expect(saidIn(second).layout).toHaveLength(1);
  });

  it('of lists and of the outermost can be changed too', () => {
    const list = moved(text, 'materials.list.*', 'need', 0);
    expect(keysOf(list, 'materials.list.*')[0]).toBe('need');
    const root = moved(list, '', 'x-old', 2);
    expect(keysOf(root, '')[2]).toBe('x-old');
    expect(saidIn(root).layout?.map(({ id }) => id)).toEqual(['materials-list', 'form']);
  });

  it('stays where a field cannot go', () => {
    const keys = keysOf(text, 'service');
    expect(arrangeEdits({}, 'service', keys, { key: keys[0]!, to: -1 })).toEqual([]);
    expect(arrangeEdits({}, 'service', keys, { key: 'no-such', to: 1 })).toEqual([]);
  });
});

test('every field says what the catalogue says of it', () => {
  const groups = fieldGroups(extendedShape(saidIn(text)));
  const service = groupAt(groups, 'service')!;
  expect(service.fields.at(-1)).toMatchObject({ key: 'x-step-free', said: { kind: 'added', index: 0 } });
  expect(groupAt(groups, '')!.fields.at(-1)).toMatchObject({ key: 'x-old', isRetired: true });
  const phones = groupAt(groups, 'service.phones')!;
  expect(phones.title.zh).toMatch(/^服务 · /);
  expect(phones.fields.find(({ key }) => key === 'advice')).toMatchObject({
    title: { zh: '咨询热线' },
    said: { kind: 'changed', index: 0 },
  });
});

test.each([
  ['Step-free access', [], 'x-step-free-access'],
  ['Step-free access', ['x-step-free-access'], 'x-step-free-access-2'],
  ['24 hours', [], 'x-hours'],
  ['', [], 'x-field'],
])('the key for %j beside %j is %s', (words, taken, key) => expect(keyFor(words, new Set(taken))).toBe(key));
