import type { Lookups } from '../../catalogue/index.ts';
import type { ProfileFile } from '../../model/generated/schemas.ts';
import { followed, type Words } from '../../model/schemas.ts';
import { kindOf } from './matchRows.ts';
import { parseTarget, targetSchema } from './target.ts';
import { understand } from './understand.ts';

/** What a profile asks that cannot be done: fields that no file of its kind has, constants that do not fit. */
export function profileProblems(profile: ProfileFile, lookups: Pick<Lookups, 'data'>): Words[] {
  return profile.tables.flatMap((table) => [
    ...[...table.columns, ...(table.constants ?? [])].flatMap(({ to }) =>
      targetSchema(kindOf(table), parseTarget(to)) === undefined
        ? [
            {
              zh: `方案的表格“${table.id}”写到字段“${to}”，没有这个字段。请改正它的路径。`,
              en: `Table "${table.id}" writes to "${to}", which is no field. Mend its path.`,
            },
          ]
        : [],
    ),
    ...(table.constants ?? []).flatMap(({ to, value }) => {
      const schema = targetSchema(kindOf(table), parseTarget(to));
      if (schema === undefined) return [];
      const said = understand(value, schema.type === 'array' ? followed(schema.items ?? {}) : schema, {
        lookups,
      });
      return said.kind === 'value'
        ? []
        : [
            {
              zh: `方案的表格“${table.id}”给“${to}”的固定内容“${value}”不合适：${said.why.zh}。`,
              en: `Table "${table.id}" gives "${to}" the constant "${value}": ${said.why.en}.`,
            },
          ];
    }),
  ]);
}
