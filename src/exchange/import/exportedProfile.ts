import type { ProfileFile } from '../../model/generated/schemas.ts';
import { schemas } from '../../model/schemas.ts';
import type { ProfileTable } from './matchRows.ts';
import type { SourceFile } from './source.ts';

/** What a profile is called that reads our own exports, which say themselves what each column is. */
export const exportedProfileId = 'exported';

/** The profile by which tables that `exportTables` made come back as the files they were. */
export function exportedProfile(sources: readonly SourceFile[]): ProfileFile {
  const tables = sources.flatMap((source) =>
    source.parts.flatMap((part): ProfileTable[] => {
      if (part.kind !== 'grid') return [];
      const fields = part.rows[1]?.map((cell) => cell?.text ?? '') ?? [];
      const kind = /^file:([a-z]+)$/.exec(fields[0] ?? '')?.[1];
      if (kind === undefined || !Object.hasOwn(schemas, kind)) return [];
      const targets = fields.slice(1).filter((to) => to !== '');
      return [
        {
          id: '',
          sheet: part.sheet ?? source.name.replace(/\.[^.]*$/, ''),
          into: kind as NonNullable<ProfileTable['into']>, // one of the schemas, as has just been seen
          path: fields[0]!,
          ...(targets.some((to) => to.includes('[')) && { continues: true }),
          columns: targets.map((to, at) => ({ id: `c${at + 1}`, from: to, to, exact: true })),
        },
      ];
    }),
  );
  return {
    id: exportedProfileId,
    name: '本软件导出的表格',
    nulls: [],
    tables: tables.map((table, at) => ({ ...table, id: `t${at + 1}` })),
  };
}
