import { expect, it } from 'vitest';
import { diffTexts } from './diffTexts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const path = '000000/a.yaml';
const said = (before: string | undefined, after: string | undefined, at = path) =>
  diffTexts(
    at,
    before === undefined ? undefined : bytes(before),
    after === undefined ? undefined : bytes(after),
  ).map(({ kind, words }) => `${kind} ${words.zh}`);

it.each([
  ['a limit', 'id: a\nlimits: {promised: {value: 20, unit: working-days}}\n', 'id: a\nlimits: {promised: {value: 10, unit: working-days}}\n', ['changed 办理时限 › 承诺时限：20 个工作日 → 10 个工作日（缩短，利企便民）']], // prettier-ignore
  ['another layout', 'id: a\n', '# 注释\nid:   a\n', []],
  ['a new file', undefined, 'id: a\nbasics: {name: 甲许可}\n', ['added 事项操作规程：新增“甲许可”']],
  ['a file taken out', 'id: a\n', undefined, ['removed 事项操作规程：删去“a”']],
  ['a text that cannot be read', 'id: a\n', 'id: [\n', ['changed 整个文件']],
] as [string, string | undefined, string | undefined, string[]][])('%s', (_, before, after, words) => {
  expect(said(before, after)).toEqual(words);
});

it('an attachment is told as a whole', () => {
  expect(said('a', 'b', 'forms/a.pdf')).toEqual(['changed 整个文件']);
});
