import { describe, expect, it } from 'vitest';
import type { CatalogueRow, Member } from '../../src/api/index.ts';
import { lookupsOf } from '../../src/catalogue/index.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { mayDraftOther, mayDraftRow, objectingDivisions, objectionId } from './mayDraft.ts';
import { testRow } from './testRow.ts';

const { lookupData } = await sampleCatalogue();
const lookups = lookupsOf(lookupData);
const cityHealth: Member = {
  subject: 'x',
  name: 'x',
  roles: ['drafter'],
  grants: [{ roles: ['drafter'], where: [{ division: '511500', below: false, departments: ['health'] }] }],
};
const row = (more: Partial<CatalogueRow>): CatalogueRow =>
  testRow('a', {
    division: '511500',
    divisionName: '宜宾市',
    role: 'layer',
    departments: ['health'],
    ...more,
  });

describe('drafting from the catalogue', () => {
  it.each([
    ['its own layer', {}, 'allowed'],
    ['a layer of another department', { departments: ['water'] }, 'refused'],
    ['a layer of a county', { division: '511502' }, 'refused'],
    ['the national base', { role: 'base', division: '000000' }, 'refused'],
  ] as const)('%s', (_name, more, kind) => {
    expect(mayDraftRow(cityHealth, row(more as Partial<CatalogueRow>), lookups).kind).toBe(kind);
  });

  it('says whose a base is and what to do instead', () => {
    const refused = mayDraftRow(cityHealth, row({ role: 'base', division: '000000' }), lookups);
    expect(refused).toMatchObject({
      reason: expect.stringMatching(/国家卫生健康部门制定.*提出异议/),
      reasonEn: expect.stringMatching(/file an objection/),
    });
  });

  it('of files around the items goes by what the server says of their owners', () => {
    const file = {
      file: 'catalogue.yaml',
      kind: 'catalogue',
      title: '',
      owners: [{ kind: 'catalogue' }],
    } as const;
    expect(mayDraftOther(cityHealth, { ...file, owners: [...file.owners] }).kind).toBe('refused');
    const adopt = {
      kind: 'division',
      above: ['511500', '510000', '000000'],
      words: { zh: '', en: '' },
    } as const;
    expect(
      mayDraftOther(cityHealth, {
        file: '511500/adopt.yaml',
        kind: 'adoption',
        title: '',
        owners: [{ ...adopt, above: [...adopt.above] }],
      }).kind,
    ).toBe('allowed');
  });
});

describe('objecting', () => {
  const national = row({ role: 'base', division: '000000' });
  const codes = (person: Member, of = national) =>
    objectingDivisions(person, of, lookups).map(({ code }) => code);

  it('is for the divisions below in which somebody drafts', () => {
    expect(codes(cityHealth)).toEqual(['511500']);
    const below = { division: '511500', below: true };
    expect(codes({ ...cityHealth, grants: [{ roles: ['drafter'], where: [below] }] })).toEqual(
      expect.arrayContaining(['511500', '511502']),
    );
    expect(codes(cityHealth, row({ division: '511500' }))).toEqual([]);
    expect(codes({ ...cityHealth, grants: [] })).toEqual([]);
  });

  it('has a name of its own', () => {
    const there = {
      file: 'objections/511500/food-1.yaml',
      kind: 'objection',
      title: '',
      owners: [],
    } as const;
    const others = [{ ...there, owners: [] }];
    expect(objectionId('food', '511500', [])).toBe('food-1');
    expect(objectionId('food', '511500', others)).toBe('food-2');
    expect(objectionId('food', '511502', others)).toBe('food-1');
    expect(objectionId('a'.repeat(64), '511502', []).length).toBeLessThanOrEqual(64);
  });
});
