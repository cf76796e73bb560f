import { describe, expect, it, test } from 'vitest';
import { extendedShape } from '../../src/model/extendedShape.ts';
import type { Edit } from '../../src/model/edit.ts';
import { formGroups } from '../../src/model/formGroups.ts';
import type { ExtensionFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';
import { edit, readValue } from '../../src/text/index.ts';
import { schemaOf, shapeOfKind } from '../../src/catalogue/index.ts';
import { soundValue } from '../../src/model/soundValue.ts';
import { fieldGroups, groupAt, keyFor } from './fieldGroups.ts';
import {
  headingEdits,
  laidOut,
  noHeadingEdits,
  placeEdits,
  unplaceEdits,
  type FieldPlace,
} from './layoutEdits.ts';

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
const groupIn = (written: string, at: string) => groupAt(fieldGroups(extendedShape(saidIn(written))), at)!;
const keysOf = (written: string, at: string) => laidOut(groupIn(written, at)).keys;

function edited(written: string, edits: readonly Edit[]): string {
  const made = edit(written, edits, { shape: shapeOfKind('extension') });
  if (made.kind === 'impossible') throw new Error(made.reason);
  return made.text;
}

/** The text after `key` was put at `place`. */
function placed(written: string, at: string, key: string, place: FieldPlace): string {
  return edited(written, placeEdits(saidIn(written), laidOut(groupIn(written, at)), key, place));
}
/** Where there are no headings. */
const moved = (written: string, at: string, key: string, to: number) =>
  placed(written, at, key, { heading: 0, to });
const headed = (written: string, at: string, en: string) =>
  edited(written, headingEdits(saidIn(written), laidOut(groupIn(written, at)), { zh: en, en }).edits);
const headingsIn = (written: string, at: string) =>
  formGroups(keysOf(written, at), saidIn(written).layout, at).map(
    ({ title, keys }) => [title?.en, keys] as const,
  );

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
    const service = { at: 'service', keys };
    expect(placeEdits({}, service, keys[0]!, { heading: 0, to: -1 })).toEqual([]);
    expect(placeEdits({}, service, keys[0]!, { heading: 0, to: 0 })).toEqual([]);
    expect(placeEdits({}, service, keys[0]!, { heading: 1, to: 0 })).toEqual([]);
    expect(placeEdits({}, service, 'no-such', { heading: 0, to: 1 })).toEqual([]);
  });
});

describe('headings of the form', () => {
  const natural = keysOf(text, 'service');
  const two = headed(
    headed(moved(text, 'service', 'x-step-free', 0), 'service', 'Getting there'),
    'service',
    'Calling us',
  );

  it('stand before what has none, in the order in which they were made', () => {
    expect(headingsIn(two, 'service').map(([title]) => title)).toEqual([
      'Getting there',
      'Calling us',
      undefined,
    ]);
    expect(keysOf(two, 'service')[0]).toBe('x-step-free');
    expect(saidIn(two).layout?.map(({ id }) => id)).toEqual(['getting-there', 'calling-us', 'service']);
  });

  it('get fields from one another, and give them back to where they stood', () => {
    let now = placed(two, 'service', 'windows', { heading: 0 });
    now = placed(now, 'service', 'hours', { heading: 0, to: 0 });
    now = placed(now, 'service', 'hours', { heading: 1, to: 0 });
    now = placed(now, 'service', 'x-step-free', { heading: 0, to: 0 });
    expect(headingsIn(now, 'service').slice(0, 2)).toEqual([
      ['Getting there', ['x-step-free', 'windows']],
      ['Calling us', ['hours']],
    ]);
    for (const key of ['x-step-free', 'windows', 'hours']) now = placed(now, 'service', key, { heading: 2 });
    expect(headingsIn(now, 'service')).toEqual([
      ['Getting there', []],
      ['Calling us', []],
      [undefined, natural],
    ]);
  });

  it('leave the order of what follows them to be chosen', () => {
    const last = natural.at(-2)!;
    const now = placed(placed(two, 'service', 'windows', { heading: 0 }), 'service', last, {
      heading: 2,
      to: 1,
    });
    const third = natural.find((key) => key !== 'windows' && key !== last);
    expect(headingsIn(now, 'service')[2]![1].slice(0, 3)).toEqual(['x-step-free', last, third]);
  });

  it('go without taking a field with them', () => {
    const now = placed(two, 'service', 'windows', { heading: 0 });
    const gone = edited(now, noHeadingEdits(saidIn(now), 0));
    expect(headingsIn(gone, 'service').map(([title]) => title)).toEqual(['Calling us', undefined]);
    expect(keysOf(gone, 'service')).toContain('windows');
  });

  it('forget a field that goes elsewhere', () => {
    const now = placed(two, 'service', 'x-step-free', { heading: 0 });
    const gone = saidIn(edited(now, unplaceEdits(saidIn(now), 'service', 'x-step-free')));
    expect(gone.layout?.map(({ fields }) => fields)).toEqual([[], [], []]);
    expect(unplaceEdits(saidIn(now), 'service', 'x-old')).toEqual([]);
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
