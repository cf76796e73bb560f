import { expect, test } from 'vitest';
import type { Option } from './fieldKind.ts';
import { optionIndex } from './optionIndex.ts';
import { optionSounds } from './optionSounds.ts';

const option = (value: string, zh: string): Option => ({ value, words: { zh, en: value } });
const options = [
  option('water-abstraction-licence', '取水许可'),
  option('chongqing', '重庆市'),
  option('urban-road-excavation-permit', '挖掘城市道路审批'),
  option('shared', '共享单车'),
];

test.each([
  ['whole syllables', 'qushui', ['water-abstraction-licence']],
  ['a character as its word asks', 'chongqing', ['chongqing']],
  ['the middle of a name', 'DaoLu', ['urban-road-excavation-permit']],
  ['initials', 'csdl', ['urban-road-excavation-permit']],
  ['a sound and a word as it is written', 'daolu 挖掘', ['urban-road-excavation-permit']],
  [
    'what is written so before what sounds so',
    'sh',
    ['shared', 'water-abstraction-licence', 'chongqing', 'urban-road-excavation-permit'],
  ],
  ['the middle of a syllable is no sound', 'iwei', []],
])('options are found by their sounds: %s', async (_name, wanted, values) => {
  const found = optionIndex(options).search(wanted, await optionSounds(options));
  expect(found.map(({ value }) => value)).toEqual(values);
});

test('without sounds only what is written is found', () => {
  expect(optionIndex(options).search('qushui')).toEqual([]);
});

test('are made once for a list, and all of a long one in its order', async () => {
  const many = Array.from({ length: 1001 }, (_, i) => option(`${i}`, i === 1000 ? '取水' : '许可'));
  expect(optionSounds(many)).toBe(optionSounds(many));
  const sounds = await optionSounds(many);
  expect(sounds.map(({ begins }) => begins)).toEqual([
    ...Array.from({ length: 1000 }, () => 'XuKe'),
    'QuShui',
  ]);
});
