import { expect, test } from 'vitest';
import { nameInWords } from './nameInWords.ts';

test.each([
  ['食品经营许可', '食品经营许可'],
  ['extension/item.yaml', '自己的字段'],
  ['rules/all-notes.yaml', '本地规则 all-notes'],
  ['511500/adopt.yaml', '事项实施清单 511500'],
  ['forms/a.pdf', 'forms/a.pdf'],
])('%s is read as %s', (name, words) => expect(nameInWords(name).zh).toBe(words));
