import { expect, test } from 'vitest';
import type { Path } from '../../src/model/path.ts';
import { innerNames } from './innerNames.ts';
import { innerOptions } from './innerOptions.ts';

const names = innerNames({
  questions: [
    { id: 'agent', text: '由谁来办？', kind: 'choice' },
    { id: 'area', text: '面积多大？', kind: 'number' },
  ],
  procedure: {
    steps: [
      { id: 'accept', name: '受理' },
      { id: 'decide', name: '决定' },
    ],
  },
});

test.each<[string, Path, string | undefined, string[] | undefined]>([
  ['a step follows any other, not itself', ['procedure', 'steps', 1, 'after'], 'decide', ['accept']],
  ['of a layer as well', ['overlay', 'procedure', 'steps', 0, 'after'], 'decide', ['accept']],
  [
    'an amount takes its number from a question for one',
    ['fees', 'list', 0, 'standard', 'question'],
    undefined,
    ['area'],
  ],
  ['a name is no choice', ['procedure', 'steps', 0, 'name'], 'accept', undefined],
])('%s', (_, path, own, ids) => {
  expect(innerOptions(path, names, own)?.map(({ value }) => value)).toEqual(ids);
});
