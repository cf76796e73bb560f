import type { CatalogueRow } from '../../src/api/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import { labelOf } from '../../src/model/field.ts';
import type { Words } from '../../src/model/schemas.ts';
import { columns, type ColumnId } from './columns.ts';
import { decisionSchema } from './decisionSchema.ts';
import { many } from '../i18n/many.ts';

/** Whether a file holds. */
export const inForceWords: Record<CatalogueRow['inForce'], Words> = {
  now: { zh: '施行中', en: 'in force' },
  later: { zh: '尚未施行', en: 'not yet' },
  ended: { zh: '已停止', en: 'ended' },
};
export const roleWords: Record<CatalogueRow['role'], Words> = {
  base: { zh: '基准', en: 'base' },
  layer: { zh: '本级', en: 'layer' },
};
export function chargedWords(charged: boolean): Words {
  return charged ? { zh: '收费', en: 'charged' } : { zh: '不收费', en: 'free' };
}

const titles = {
  item: { zh: '事项', en: 'Item' },
  role: { zh: '层级', en: 'Level' },
  statutory: { zh: '法定时限', en: 'Limit by law' },
  file: { zh: '文件', en: 'File' },
} satisfies Record<string, Words>;
const nothing: Words = { zh: '', en: '' };

/** The list as a table: a line of titles, then a line a row. What names a file stands in it whatever is shown. */
export function listTable(
  rows: readonly CatalogueRow[],
  shown: readonly ColumnId[],
  { lookups, say }: { lookups: Pick<Lookups, 'codeLabel'>; say: (words: Words) => string },
): string[][] {
  const chosen = columns.filter(({ id }) => shown.includes(id));
  const heads = [
    titles.item,
    titles.role,
    ...chosen.flatMap(({ id, title }) => (id === 'limits' ? [title, titles.statutory] : [title])),
    titles.file,
  ];
  const lines = rows.map((row) => [
    row.name,
    say(roleWords[row.role]),
    ...chosen
      .flatMap(({ id }) => cellsOf(row, id, lookups))
      .map((cell) => (typeof cell === 'string' ? cell : say(cell))),
    row.file,
  ]);
  return [heads.map(say), ...lines];
}

function cellsOf(row: CatalogueRow, id: ColumnId, lookups: Pick<Lookups, 'codeLabel'>): (string | Words)[] {
  switch (id) {
    case 'code':
      return [row.basicCode ?? ''];
    case 'type':
      return [row.type === undefined ? '' : lookups.codeLabel('itemTypes', row.type)];
    case 'division':
      return [row.divisionName];
    case 'authority':
      return [row.authority];
    case 'limits':
      return [row.promised ?? nothing, row.statutory ?? nothing];
    case 'charged':
      return [chargedWords(row.charged)];
    case 'decision':
      return [row.decision === undefined ? '' : labelOf(decisionSchema, row.decision)];
    case 'inForce':
      return [inForceWords[row.inForce]];
    case 'findings': {
      const { error, warning, info } = row.findings;
      return [
        {
          zh: `错误 ${error}，警告 ${warning}，提示 ${info}`,
          en: `${many(error, 'error')}, ${many(warning, 'warning')}, ${many(info, 'note')}`,
        },
      ];
    }
  }
}
