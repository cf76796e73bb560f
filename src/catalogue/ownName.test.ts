import { expect, test } from 'vitest';
import { ownName } from './ownName.ts';

test.each([
  ['an item', { basics: { name: '食品经营许可' } }, '食品经营许可'],
  ['a centre', { name: '市政务服务中心' }, '市政务服务中心'],
  ['a law', { title: '行政许可法' }, '行政许可法'],
  ['a rule', { title: { zh: '都有说明', en: 'All have notes' } }, 'All have notes'],
  ['a rule half written', { title: { zh: '都有说明', en: '' } }, '都有说明'],
  ['a name that is empty', { name: '', title: '第二' }, '第二'],
  ['fields of a catalogue', { fields: [] }, undefined],
  ['nothing', undefined, undefined],
])('the name of %s', (_, value, name) => expect(ownName(value)?.en).toBe(name));
