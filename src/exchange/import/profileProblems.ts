import type { Lookups } from '../../catalogue/index.ts';
import { extendedShape } from '../../model/extendedShape.ts';
import type { ProfileFile } from '../../model/generated/schemas.ts';
import { followed, type Words } from '../../model/schemas.ts';
import { kindOf, type ProfileTable } from './matchRows.ts';
import { parseTarget, targetSchema } from './target.ts';
import { understand } from './understand.ts';

/** What a profile asks that cannot be done: fields that no file of its kind has, constants that do not fit. */
export function profileProblems(profile: ProfileFile, lookups: Pick<Lookups, 'data'>): Words[] {
  const shape = extendedShape(lookups.data.extension);
  return profile.tables.flatMap((table) =>
    writtenBy(table).flatMap(({ to, value }): Words[] => {
      const schema = targetSchema(kindOf(table), parseTarget(to), shape);
      if (schema === undefined)
        return [
          {
            zh: `方案的表格“${table.id}”写到字段“${to}”，没有这个字段。请改正它的路径。`,
            en: `Table "${table.id}" writes to "${to}", which is no field. Mend its path.`,
          },
        ];
      if (value === undefined) return [];
      const said = understand(value, schema.type === 'array' ? followed(schema.items ?? {}) : schema, {
        lookups,
      });
      if (said.kind === 'value') return [];
      return [
        {
          zh: `方案的表格“${table.id}”给“${to}”的固定内容“${value}”不合适：${said.why.zh}。`,
          en: `Table "${table.id}" gives "${to}" the constant "${value}": ${said.why.en}.`,
        },
      ];
    }),
  );
}

/** All fields that a table writes to, with what it writes where the profile itself says it. */
function writtenBy({ columns, constants = [] }: ProfileTable): { to: string; value?: string }[] {
  return [
    ...constants,
    ...columns.flatMap(({ to, with: beside = [] }) => [
      { to },
      // Beside the column's value, in the element that it makes.
      ...beside.map(({ field, value }) => ({
        to: `${to.slice(0, to.lastIndexOf(']') + 1)}.${field}`,
        value,
      })),
    ]),
  ];
}
