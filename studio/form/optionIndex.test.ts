import { describe, expect, test } from 'vitest';
import type { Option } from './fieldKind.ts';
import { optionIndex } from './optionIndex.ts';

const option = (value: string, zh: string, en = zh): Option => ({ value, words: { zh, en } });
const options = [
  option('water-abstraction-licence', '取水许可'),
  option('urban-road-excavation-permit', '挖掘城市道路审批'),
  option('urban-road-occupation-permit', '占用城市道路审批'),
  option('certificate', '证照', 'Licence'),
];

describe('a search among options', () => {
  test.each([
    [
      'nothing',
      '',
      [
        'water-abstraction-licence',
        'urban-road-excavation-permit',
        'urban-road-occupation-permit',
        'certificate',
      ],
    ],
    ['a word inside the name', '道路', ['urban-road-excavation-permit', 'urban-road-occupation-permit']],
    ['a part of the id, in any case', 'Water', ['water-abstraction-licence']],
    ['two words, both needed', '道路 占用', ['urban-road-occupation-permit']],
    ['what begins so comes first', 'licence', ['certificate', 'water-abstraction-licence']],
    ['a word that stands nowhere', '采矿', []],
  ])('%s', (_, wanted, values) => {
    expect(
      optionIndex(options)
        .search(wanted)
        .map(({ value }) => value),
    ).toEqual(values);
  });

  test('is made ready once for a list', () => {
    expect(optionIndex(options)).toBe(optionIndex(options));
  });
});
