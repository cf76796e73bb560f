import { describe, expect, it } from 'vitest';
import type { Owner } from '../model/owner.ts';
import type { Area, Member } from './grants.ts';
import { mayReach } from './mayReach.ts';

const words = { zh: '甲', en: 'A' };
const chain = ['511502', '511500', '510000', '000000'];
const from = (division: string) => chain.slice(chain.indexOf(division));
const base = (division: string, ...departments: string[]): Owner => ({
  kind: 'item',
  role: 'base',
  above: from(division),
  departments,
  words,
});
const layer = (division: string, ...departments: string[]): Owner => ({
  ...(base(division, ...departments) as Extract<Owner, { kind: 'item' }>),
  role: 'layer',
});
const division = (code: string): Owner => ({ kind: 'division', above: from(code), words });
const who = (where: 'everywhere' | Area[], roles: Member['roles'] = ['drafter']): Member => ({
  subject: 's',
  name: 's',
  roles,
  grants: [{ roles, where }],
});
const may = (person: Member, ...owners: Owner[]) =>
  mayReach(person, ['drafter'], [{ path: 'x', owners }]).kind;

const city = who([{ division: '511500', below: false }]);
const cityAndBelow = who([{ division: '511500', below: true }]);
const cityHealth = who([{ division: '511500', below: false, departments: ['health'] }]);
const national = who([{ division: '000000', below: false, departments: ['health'] }]);

describe('only the owner of a base may write it', () => {
  it.each([
    ['its own layer', city, layer('511500', 'health'), 'allowed'],
    ['a layer of another division', city, layer('511502', 'health'), 'refused'],
    ['a layer below, where that is granted', cityAndBelow, layer('511502', 'health'), 'allowed'],
    ['the national base, from below', cityAndBelow, base('000000', 'health'), 'refused'],
    ['the provincial base, from below', city, base('510000', 'health'), 'refused'],
    ['its own base', city, base('511500', 'water'), 'allowed'],
    ['its own department’s layer', cityHealth, layer('511500', 'health'), 'allowed'],
    ['another department’s layer', cityHealth, layer('511500', 'water'), 'refused'],
    ['a layer of two departments, one its own', cityHealth, layer('511500', 'water', 'health'), 'allowed'],
    ['what does not say who decides', cityHealth, layer('511500'), 'allowed'],
    ['what its division adopts', cityHealth, division('511500'), 'allowed'],
    ['what the province adopts', city, division('510000'), 'refused'],
    ['the national base of its department', national, base('000000', 'health'), 'allowed'],
    ['the national base of another', national, base('000000', 'water'), 'refused'],
    ['what all go by', national, { kind: 'catalogue' } as Owner, 'refused'],
    ['what all go by, everywhere', who('everywhere'), { kind: 'catalogue' } as Owner, 'allowed'],
    ['a profile', city, { kind: 'anybody' } as Owner, 'allowed'],
    ['what stays', who('everywhere'), { kind: 'nobody', reason: 'r', reasonEn: 'r' } as Owner, 'refused'],
    [
      'either, one its own',
      city,
      { kind: 'either', of: [base('000000'), division('511500')] } as Owner,
      'allowed',
    ],
    [
      'either, none its own',
      city,
      { kind: 'either', of: [base('000000'), division('510000')] } as Owner,
      'refused',
    ],
  ])('%s', (_name, person, owner, kind) => {
    expect(may(person, owner)).toBe(kind);
  });

  it('needs all owners, of all files', () => {
    expect(may(cityHealth, layer('511500', 'health'), base('000000', 'health'))).toBe('refused');
    const files = [
      { path: 'a', owners: [layer('511500')] },
      { path: 'b', owners: [layer('511502')] },
    ];
    expect(mayReach(city, ['drafter'], files).kind).toBe('refused');
  });

  it('goes by the grants of the role that is asked for', () => {
    const reviewer = who([{ division: '511500', below: false }], ['reviewer']);
    expect(may(reviewer, layer('511500'))).toBe('refused');
    expect(mayReach(reviewer, ['reviewer', 'legal'], [{ path: 'x', owners: [layer('511500')] }]).kind).toBe(
      'allowed',
    );
    expect(may({ ...city, grants: [] }, { kind: 'anybody' })).toBe('refused');
    expect(may({ ...city, grants: [] })).toBe('refused');
  });

  it('says whose it is in both languages', () => {
    expect(mayReach(city, ['drafter'], [{ path: 'x', owners: [base('000000', 'health')] }])).toEqual({
      kind: 'refused',
      reason: '这份规程由甲制定，不在您的职责范围内。本级可以写本级内容，或者对它提出异议。',
      reasonEn:
        'This procedure is set by its owner (A), which is outside your scope. Write a layer of your own division, or file an objection.',
    });
  });
});
