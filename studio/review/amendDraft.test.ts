import { expect, it } from 'vitest';
import { ApiProblem } from '../api/client.ts';
import { amendedText } from './amendDraft.ts';

const names = { from: 'old-permit', to: 'new-permit' };
const text = `# 宜宾市实施的事项
items:
  - {id: other-permit}
  - {id: old-permit} # 2026 年起
`;

it('changes the name and nothing else', () => {
  const places = [{ path: ['items', 1, 'id'], ...names }];
  expect(amendedText(text, { kind: 'write', file: '511500/adopt.yaml', places })).toBe(
    text.replace('old-permit', 'new-permit'),
  );
});

it('leaves alone what says something else by now', () => {
  const places = [{ path: ['items', 0, 'id'], ...names }];
  expect(amendedText(text, { kind: 'write', file: '511500/adopt.yaml', places })).toBe(text);
});

it('says so where it cannot be read', () => {
  const broken = { kind: 'write' as const, file: '511500/adopt.yaml', places: [] };
  expect(() => amendedText('items: [', broken)).toThrow(ApiProblem);
});
