import { expect, test } from 'vitest';
import { shapeOfKind } from '../../src/catalogue/index.ts';
import { read } from '../../src/text/index.ts';
import { renamableAt } from './renamableAt.ts';

const text = `id: road
questions:
  - id: type
materials:
  list:
    - id: form
      name: 表
      when: {type: [dig]}
examples:
  - {id: one, answers: {type: dig}}
service:
  windows: [hall/w1]
`;
const document = read(text, shapeOfKind('item'), '000000/road.yaml');

test.each([
  ['the id of an element', 'form', 'form', 'value'],
  ['of the item', 'road', 'road', 'value'],
  ['the word before an id is none', 'id: form', undefined, undefined],
  ['a name', '表', undefined, undefined],
  ['the key of a condition', 'type: [', 'type', 'key'],
  ['an option in it', 'dig]', 'dig', 'value'],
  ['the key of an answer', 'type: dig', 'type', 'key'],
  ['the answer', 'dig}}', 'dig', 'value'],
  ['of a window, its own part', 'hall', 'w1', 'value'],
])('%s', (_, before, id, at) => {
  const offset = text.indexOf(before) + 1;
  const found = renamableAt(document, offset);
  expect([found?.id, found?.at]).toEqual([id, at]);
  if (found !== undefined) expect(text.slice(found.from, found.to)).toBe(id);
});
