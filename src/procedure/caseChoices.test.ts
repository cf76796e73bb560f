import { expect, test } from 'vitest';
import type { Draft, Item, Step } from '../model/item.ts';
import { caseChoices } from './caseChoices.ts';
import { judgeWhen } from './when.ts';

const item: Draft<Item> = {
  questions: [
    { id: 'who', text: '谁办？', kind: 'choice', options: [{ id: 'firm', text: '企业' }, { id: 'person' }] },
    { id: 'area', text: '面积多大？', name: '面积', kind: 'number', unit: '平方米' },
    { id: 'idle', text: '有没有用？', kind: 'choice', options: [{ id: 'no', text: '没有' }] },
  ],
};
const whens: Draft<Step['when']>[] = [
  { who: ['firm'] },
  { area: { min: 200 } },
  { area: { above: 500 } },
  undefined,
];

test('asks what decides something, numbers by the stretches that are treated alike', () => {
  expect(caseChoices(item, whens)).toEqual([
    {
      id: 'who',
      name: '谁办',
      answers: [
        { answer: 'firm', words: '企业' },
        { answer: 'person', words: 'person' },
      ],
    },
    {
      id: 'area',
      name: '面积',
      answers: [
        { answer: 0, words: '不足 200 平方米' },
        { answer: 200, words: '不少于 200、不超过 500 平方米' },
        { answer: 501, words: '超过 500 平方米' },
      ],
    },
  ]);
});

test('each number stands in its own stretch', () => {
  const [, area] = caseChoices(item, whens);
  const verdicts = area!.answers.map(({ answer }) =>
    whens.map((when) => judgeWhen(when, item.questions, { area: answer }).kind),
  );
  expect(new Set(verdicts.map((one) => one.join(' '))).size).toBe(3);
});

test('nothing is asked where nothing depends on it', () => {
  expect(caseChoices(item, [])).toEqual([]);
});
