import type { CatalogueRow } from '../../src/api/index.ts';

/** A row of a national base for tests, with what a test says of it. */
export function testRow(id: string, more: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    id,
    division: '000000',
    divisionName: '国家',
    file: `${more.division ?? '000000'}/${id}.yaml`,
    role: 'base',
    name: id,
    pinyin: '',
    departments: [],
    authority: '',
    charged: false,
    inForce: 'now',
    findings: { error: 0, warning: 0, info: 0 },
    drafts: [],
    ...more,
  };
}
