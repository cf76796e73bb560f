import { expect, test } from 'vitest';
import { rowActions } from './rowActions.ts';

const allowed = { kind: 'allowed' } as const;
const refused = { kind: 'refused', reason: '不归您', reasonEn: 'not yours' } as const;

test('who reads reads; who drafts takes from any row, and changes what is theirs', () => {
  expect(rowActions({ role: 'base' }, { mayDraft: false, permission: allowed })).toEqual(['history']);
  expect(rowActions({ role: 'base' }, { mayDraft: true, permission: refused })).toEqual([
    'history',
    'layer',
    'copy',
  ]);
  expect(rowActions({ role: 'layer' }, { mayDraft: true, permission: allowed })).not.toContain('rename');
  expect(rowActions({ role: 'layer' }, { mayDraft: true, permission: allowed })).not.toContain('translate');
  expect(rowActions({ role: 'base' }, { mayDraft: true, permission: allowed })).toEqual(
    expect.arrayContaining(['translate', 'rename', 'remove']),
  );
});
