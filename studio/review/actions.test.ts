import { describe, expect, it } from 'vitest';
import type { ActKind, DraftView, Permission } from '../../src/api/index.ts';
import { actionsOf } from './actions.ts';

const refused: Permission = { kind: 'refused', reason: '不能', reasonEn: 'no' };

function may(...kinds: ActKind[]): Pick<DraftView, 'may'> {
  const all: ActKind[] = [
    ...(['edit', 'submit', 'approve', 'return', 'withdraw', 'comment', 'merge', 'publish'] as const),
    ...(['takeOver', 'assign', 'override'] as const),
  ];
  const entries = all.map((kind) => [kind, kinds.includes(kind) ? { kind: 'allowed' } : refused] as const);
  return { may: Object.fromEntries(entries) as DraftView['may'] }; // All kinds are among the entries.
}

describe('actionsOf', () => {
  it.each<[string, ActKind[], string[], string[]]>([
    ['a reviewer', ['approve', 'return', 'comment'], ['approve', 'return'], ['submit', 'edit', 'withdraw']],
    ['a drafter', ['edit', 'submit', 'withdraw'], ['submit', 'edit', 'withdraw'], ['approve', 'return']],
    ['a stuck merge', ['merge', 'return'], ['merge', 'return'], ['approve', 'submit', 'edit', 'withdraw']],
    [
      'another drafter',
      ['takeOver', 'override'],
      ['takeOver', 'override'],
      ['approve', 'return', 'submit', 'edit', 'withdraw'],
    ],
    ['nobody', [], [], ['approve', 'return', 'submit', 'edit', 'withdraw']],
  ])('%s', (_, kinds, open, closed) => {
    const actions = actionsOf(may(...kinds));
    expect(actions.open.map(({ kind }) => kind)).toEqual(open);
    expect(actions.closed.map(({ kind }) => kind)).toEqual(closed);
  });
});
