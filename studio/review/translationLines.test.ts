import { expect, test } from 'vitest';
import { builtInShape } from '../../src/model/catalogueShape.ts';
import { translationLines } from './translationLines.ts';

test('texts stand with their English under the parts of the item, elements by their Chinese names', () => {
  const lines = translationLines(
    {
      id: 'hotel',
      item: 'hotel',
      texts: [
        { path: '/basics/name', zh: '旅馆业特种行业许可', en: 'Hotel licence' },
        { path: '/materials/list/plan/name', zh: '平面图', en: 'Floor plan' },
        { path: '/materials/list/plan/notes', zh: '加盖公章', en: 'With the seal' },
        { path: '/materials/list/form/notes', zh: '一式两份', en: 'Two copies' },
        { path: '/faq/list/when/answer', zh: '五日' },
      ],
    },
    builtInShape,
  );
  expect(lines.map(({ title, parts }) => [title.zh, parts?.map((one) => [one.title.zh, one.words])])).toEqual(
    [
      ['基本信息', [['事项名称', '旅馆业特种行业许可\nHotel licence']]],
      [
        '申请材料',
        [
          ['材料名称', '平面图\nFloor plan'],
          ['平面图 · 填报须知', '加盖公章\nWith the seal'],
          ['填报须知', '一式两份\nTwo copies'],
        ],
      ],
      ['还有 1 处没有译文，英文页上显示中文', undefined],
    ],
  );
});
