import { expect, test } from 'vitest';
import { headingsOf } from './headings.ts';

test.each([
  ['none where there are none', ['', ''], ['', '']],
  ['each once, before its first', ['到窗口来', '到窗口来', '电话'], ['到窗口来', '', '电话']],
  ['the others after those with one, not before', ['', '电话', '', ''], ['', '电话', '其他', '']],
  ['again after the others', ['电话', '', '电话'], ['电话', '其他', '电话']],
])('headings are %s', (_, groups, expected) => {
  const fields = groups.map((zh) => (zh === '' ? {} : { 'x-group': { zh, en: zh } }));
  expect(headingsOf(fields).map((words) => words?.zh ?? '')).toEqual(expected);
});
