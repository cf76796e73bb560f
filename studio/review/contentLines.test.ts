import { expect, test } from 'vitest';
import { schemas } from '../../src/model/schemas.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { innerNames } from '../form/innerNames.ts';
import { contentLines, type ContentLine } from './contentLines.ts';

const item = {
  questions: [
    { id: 'agent', text: '由谁来办？', kind: 'choice', options: [{ id: 'other', text: '委托他人' }] },
    { id: 'area', text: '面积？', kind: 'number' },
  ],
  materials: { list: [{ name: '委托书', when: { agent: ['other'], area: { min: 20 } } }] },
  procedure: {
    steps: [
      { id: 'accept', name: '受理' },
      { id: 'decide', name: '决定', after: ['accept'] },
    ],
  },
  limits: { promised: { value: 10, unit: 'working-days' } },
  fees: {
    list: [
      {
        standard: { kind: 'tiers', question: 'area', tiers: [{ upTo: 50, amount: 10_000 }] },
        basis: [{ law: 'administrative-licensing-law', article: 58 }],
      },
    ],
  },
  strange: { a: 1 },
};

/** Lines as one reads them, one below the other. */
function read(lines: ContentLine[], depth = 0): string[] {
  return lines.flatMap(({ title, words, parts = [] }) => [
    `${'  '.repeat(depth)}${title.zh}${words === undefined ? '' : `：${words}`}`,
    ...read(parts, depth + 1),
  ]);
}

test('every field is said by its title, and names by what they name', async () => {
  const { lookups } = await sampleCatalogue();
  const { questions: _, ...shown } = item;
  const lines = contentLines(schemas.item, [], shown, { lookups, names: innerNames(item) });
  expect(read(lines)).toEqual([
    '申请材料',
    '  材料',
    '    1',
    '      材料名称：委托书',
    '      适用情形：由谁来办？ 委托他人；面积？ 不少于 20',
    '办理程序',
    '  环节',
    '    1',
    '      环节名称：受理',
    '    2',
    '      环节名称：决定',
    '      前置环节：受理',
    '办理时限',
    '  承诺时限：10 个工作日',
    '收费',
    '  收费项目',
    '    1',
    '      收费标准',
    '        方式：分档',
    '        数量取自问题：面积？',
    '        档次',
    '          1',
    '            至：50',
    '            金额：100 元',
    '      收费依据',
    '        1：《行政许可法》第五十八条',
    'strange：{"a":1}',
  ]);
});
