import { describe, expect, it } from 'vitest';
import { peopleOf } from './people.ts';

const oidc = 'oidc:https://id.example#lisi';
const people = peopleOf(
  {
    people: [
      {
        id: 'lisi',
        name: '李四',
        subjects: ['local:lisi', oidc],
        grants: [{ id: 'a', roles: ['drafter'], divisions: ['511500'], departments: ['health'] }],
      },
      {
        id: 'legal-office',
        name: '法制科',
        claim: { name: 'groups', value: 'legal' },
        grants: [{ id: 'a', roles: ['legal'], divisions: ['511500'], below: true }],
        until: '2026-06-30',
      },
      {
        id: 'agency',
        name: '水利局',
        subjects: ['local:water'],
        grants: [{ id: 'a', roles: ['reviewer'], agencies: ['yibin-water', 'nowhere'] }],
      },
      {
        id: 'boss',
        name: '管理',
        subjects: ['local:boss'],
        grants: [{ id: 'a', roles: ['administrator'], everywhere: true }],
      },
    ],
  },
  (id) => (id === 'yibin-water' ? { division: '511500', departments: ['water'] } : undefined),
);
const on = '2026-06-30';
const member = (subject: string, more = {}, date = on) =>
  people.memberOf({ subject, name: '某人', ...more }, date);

describe('who may do what', () => {
  it('is one person by every account', () => {
    for (const subject of ['local:lisi', oidc])
      expect(member(subject)).toEqual({
        subject: 'local:lisi',
        name: '李四',
        roles: ['drafter'],
        grants: [
          { roles: ['drafter'], where: [{ division: '511500', below: false, departments: ['health'] }] },
        ],
      });
    expect(people.subjectOf(oidc)).toBe('local:lisi');
    expect(people.subjectOf('local:other')).toBe('local:other');
  });

  it('comes of a claim, until its last day', () => {
    const claims = { groups: ['staff', 'legal'] };
    const legal = [{ roles: ['legal'], where: [{ division: '511500', below: true }] }];
    expect(member('oidc:x#1', { claims })).toMatchObject({
      subject: 'oidc:x#1',
      name: '某人',
      grants: legal,
    });
    expect(member('oidc:x#1', { claims }, '2026-07-01')).toMatchObject({ roles: [], grants: [] });
    expect(member('oidc:x#1', { claims: { groups: ['staff'] } }).grants).toEqual([]);
    expect(member('oidc:x#1', { claims: { other: ['legal'] } }).grants).toEqual([]);
  });

  it('adds up: entry and claim', () => {
    expect(member(oidc, { claims: { groups: ['legal'] } }).roles).toEqual(['drafter', 'legal']);
  });

  it('of an agency is where it acts and what it carries', () => {
    expect(member('local:water').grants).toEqual([
      { roles: ['reviewer'], where: [{ division: '511500', below: false, departments: ['water'] }] },
    ]);
  });

  it('may be everything', () => {
    expect(member('local:boss').grants).toEqual([{ roles: ['administrator'], where: 'everywhere' }]);
  });

  it('of an account that is not listed is its own; of one that is, what is listed alone', () => {
    const grants = [{ roles: ['drafter' as const], where: 'everywhere' as const }];
    expect(member('local:new', { grants }).grants).toEqual(grants);
    expect(member('local:water', { grants }).roles).toEqual(['reviewer']);
    expect(
      peopleOf(undefined, () => undefined).memberOf({ subject: 's', name: 's', grants }, on).grants,
    ).toEqual(grants);
  });
});
