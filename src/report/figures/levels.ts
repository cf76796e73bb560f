import { keys } from '../figure.ts';
import type { LevelRow } from '../levelRows.ts';
import type { Figure } from '../types.ts';

/** How many of the matters that several divisions handle are the same matter everywhere. */
export function levelFigures(rows: readonly LevelRow[]): Figure[] {
  const same = rows.filter(({ differs }) => differs.length === 0);
  return [
    {
      id: 'levels-consistent',
      group: 'levels',
      zh: '上下级一致的事项',
      en: 'Items consistent across levels',
      kind: 'share',
      unit: 'items',
      numerator: same.length,
      denominator: rows.length,
      of: {
        zh: '两个以上地区实施的事项（名称、编码、法定时限、条件相同，材料不增加，为一致）',
        en: 'items that two or more divisions handle (one name, code, statutory limit and conditions, no added material)',
      },
      ...(rows.length > 0 && { value: same.length / rows.length }),
      items: keys(same.flatMap((row) => row.subjects)),
    },
  ];
}
