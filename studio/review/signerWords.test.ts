import { expect, it } from 'vitest';
import { signerWords } from './signerWords.ts';

const lookups = {
  agency: (id: string) =>
    id === 'water'
      ? { id, name: '翠屏区水利局', shortName: '区水利局', uscc: '', departments: [], division: '', file: '' }
      : undefined,
};

it.each([
  [{ role: 'legal' as const }, '法制审核'],
  [{ role: 'legal' as const, of: 'water' }, '法制审核 · 翠屏区水利局'],
  [{ role: 'reviewer' as const, of: 'water', joint: true as const }, '会签 · 翠屏区水利局'],
  [{ role: 'reviewer' as const, of: 'gone' }, '审核 · gone'],
])('%j is %s', (signer, words) => expect(signerWords(signer, lookups).zh).toBe(words));
