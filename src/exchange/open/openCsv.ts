import { formatLimit } from '../../procedure/index.ts';
import { csvCell, csvLines } from '../export/csvText.ts';
import type { OpenItem } from './openItem.ts';

type Line = (string | number | undefined)[];

const valueColumns = ['division', 'id', 'path', 'type', 'value'];

/**
 * Guides as comma-separated values, a line for every value that they hold: where it stands (a JSON pointer), what it
 * is and the value itself. Nothing is lost, so the guides can be put together again. As in all tables that are given
 * out, a text that an office program would take for a formula begins with an apostrophe.
 */
export function openCsv(guides: readonly OpenItem[]): string {
  const lines: string[] = [csvLines([valueColumns])];
  for (const open of guides) {
    // The same in every line of the guide, and never a formula.
    const head = `${csvCell(open.division)},${csvCell(open.id)},`;
    addValues(lines, head, open, '');
  }
  return lines.join('');
}

function addValues(lines: string[], head: string, value: unknown, path: string): void {
  if (value === undefined) return;
  const add = (type: string, cell: string) => lines.push(`${head}${csvCell(path)},${type},${cell}\r\n`);
  if (typeof value === 'string') add('string', csvCell(value));
  else if (typeof value !== 'object' || value === null)
    add(value === null ? 'null' : typeof value, csvCell(JSON.stringify(value)));
  else {
    // A list is told from a map by its hash sign, since both may have entries called 0.
    const sign = Array.isArray(value) ? '/#' : '/';
    const entries = Object.entries(value);
    if (entries.length === 0) add(Array.isArray(value) ? 'list' : 'map', '');
    for (const [key, one] of entries)
      addValues(lines, head, one, path + sign + (/[~/]/.test(key) ? pointerStep(key) : key));
  }
}

function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

const overviewColumns = [
  ['division', '行政区划代码'],
  ['divisionName', '行政区划'],
  ['id', '标识'],
  ['name', '事项名称'],
  ['basicCode', '基本编码'],
  ['sample', '样例'],
  ['decides', '决定机关'],
  ['handling', '办件类型'],
  ['statutory', '法定时限'],
  ['promised', '承诺时限'],
  ['materials', '材料数'],
  ['steps', '环节数'],
  ['fee', '收费'],
  ['visits', '到现场次数'],
  ['page', '网页'],
  ['json', '数据'],
] as const;

/** What the table of all guides says of one, in the order of its columns. */
export type OverviewLine = Line;

/** One guide in the table of all. */
export function overviewLine({ id, division, divisionName, item, names }: OpenItem): OverviewLine {
  const { basics = {}, limits = {}, materials, procedure, fees, service } = item;
  return [
    division,
    divisionName,
    id,
    basics.name,
    basics.basicCode,
    item.sample === true ? 'true' : 'false',
    names.bodies.find(({ role }) => role === 'decides')?.name,
    basics.handling,
    limits.statutory && formatLimit(limits.statutory),
    limits.promised && formatLimit(limits.promised),
    materials?.list?.length ?? 0,
    procedure?.steps?.length ?? 0,
    fees?.none === undefined ? 'true' : 'false',
    service?.visits,
    `${division}/${id}.html`,
    `data/${division}/${id}.json`,
  ];
}

/** A table of guides with the titles of its columns. */
export function overviewCsv(lines: readonly OverviewLine[]): string {
  return csvLines([
    overviewColumns.map(([, title]) => title),
    overviewColumns.map(([name]) => name),
    ...lines,
  ]);
}
