import { shapeOfKind } from '../../../catalogue/index.ts';
import type { Plain } from '../../../model/edit.ts';
import type { ProfileFile } from '../../../model/generated/schemas.ts';
import type { Words } from '../../../model/schemas.ts';
import { serialize } from '../../../text/index.ts';
import type { ProfileTable } from '../matchRows.ts';
import type { SourceTable } from './sourceTables.ts';
import type { PointedRule } from './suggestRules.ts';

/** What a person has said of a column: the fields that it goes to, or why it goes nowhere. */
export interface PointedColumn {
  name: string;
  rules: PointedRule[];
  /** Why it is left out, where no rule is. */
  reason: string;
}

/** What a person has said of a table. */
export interface PointedTable {
  source: SourceTable;
  isUsed: boolean;
  /** Its rows go on with items that another table begins. */
  continues: boolean;
  /** A column, `$row` or `$file`, and what stands before it in the id. */
  identifier: { from: string; prefix: string };
  /** A column, or a code. */
  division: { from?: string; value?: string };
  columns: PointedColumn[];
}

/** The profile that pointing has made. */
export interface Pointing {
  id: string;
  name: string;
  nulls?: string[];
  tables: readonly PointedTable[];
}

/** Why a column is left out for which nobody chose a field. */
export const notChosen = '做方案时没有为这一列选字段';

/**
 * The profile that a person has pointed out. Every column of a used table stands in it, also one that goes
 * nowhere: so its heading is found again, and the report says that it was left out.
 */
export function pointedProfile({ id, name, nulls, tables }: Pointing): ProfileFile {
  const used = tables.filter(({ isUsed }) => isUsed);
  // Alone, a table is read from whatever sheet it stands on next time; of several, each from its own.
  const isAlone = tables.filter(({ source }) => source.parts[0]?.part.kind === 'grid').length === 1;
  const written = used.flatMap((table): Omit<ProfileTable, 'id'>[] => {
    const whole = tableOf(table);
    if (isAlone || table.source.parts[0]?.part.kind !== 'grid' || table.source.layout === 'pairs')
      return [whole];
    const sheets = table.source.parts.map(({ file, part }) =>
      part.kind === 'grid' && part.sheet !== undefined ? part.sheet : file.replace(/\.[^.]*$/, ''),
    );
    return [...new Set(sheets)].map((sheet) => ({ sheet, ...whole }));
  });
  return {
    id,
    name,
    ...(nulls !== undefined && { nulls }),
    tables: written.map((table, at) => ({ id: `t${at + 1}`, ...table })),
  };
}

function tableOf({
  source,
  continues,
  identifier,
  division,
  columns,
}: PointedTable): Omit<ProfileTable, 'id'> {
  const rules = columns.flatMap(({ name, rules: said }) => said.map((rule) => ({ from: name, ...rule })));
  const left = columns.filter(({ rules: said }) => said.length === 0);
  const { from, prefix } = identifier;
  return {
    ...(source.layout !== 'rows' && { layout: source.layout }),
    ...(continues && { continues }),
    identifier: { from, ...(prefix !== '' && { prefix }) },
    division,
    columns: [
      ...rules.map((rule, at) => ({ id: `c${at + 1}`, ...rule })),
      ...(continues ? [] : [{ id: 'source', from: '$place', to: 'sources[import].text' }]),
    ],
    ...(!continues && { constants: [{ to: 'sources[import].confidence', value: 'low' }] }),
    ...(left.length > 0 && {
      left: left.map(({ name: column, reason }) => ({ column, reason: reason.trim() || notChosen })),
    }),
  };
}

/** The file of a profile that was pointed out. */
export function profileText(profile: ProfileFile): string {
  const comment = '# 在导入页面上指着列做成的方案。\n# Made by pointing at columns.';
  // A profile is plain data.
  return `${comment}\n${serialize(profile as unknown as Plain, { shape: shapeOfKind('profile') })}`;
}

/** What a person has still to do before a profile comes of what they pointed at; the place first. */
export function pointingProblems({ id, tables }: Pointing, taken: ReadonlySet<string>): Words[] {
  const used = tables.filter(({ isUsed }) => isUsed);
  const problems: Words[] = [];
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
    problems.push({
      zh: '方案的标识只能用小写英文字母、数字和连字符，以字母或数字开头。',
      en: 'The id of the profile is made of small Latin letters, digits and hyphens.',
    });
  else if (taken.has(id))
    problems.push({
      zh: `已有标识为“${id}”的方案。请换一个标识。`,
      en: `There is a profile "${id}" already. Choose another id.`,
    });
  if (used.length === 0)
    problems.push({
      zh: '没有选用任何表格。请至少选用一个。',
      en: 'No table is used. Use one at least.',
    });
  else if (used.every(({ continues }) => continues))
    problems.push({
      zh: '每个表格都是续写。请把写着事项名称的那个表格改为“一行一个事项”。',
      en: 'Every table continues others. Let the one that names the items have an item a row.',
    });
  for (const [at, table] of used.entries())
    problems.push(...tableProblems(table, used.length > 1 ? at + 1 : undefined));
  return problems;
}

function tableProblems(
  { identifier, division, columns, continues, source }: PointedTable,
  number: number | undefined,
): Words[] {
  const at = number === undefined ? { zh: '', en: '' } : { zh: `表格 ${number}：`, en: `Table ${number}: ` };
  const problems: Words[] = [];
  const add = (zh: string, en: string) => problems.push({ zh: at.zh + zh, en: at.en + en });
  if (division.from === undefined && division.value === undefined)
    add(
      '没有说明属于哪个行政区划。请选一个，或选写着代码的列。',
      'Its division is not said. Choose one, or the column with its code.',
    );
  if (identifier.prefix !== '' && !/^[a-z0-9][a-z0-9-]{0,15}$/.test(identifier.prefix))
    add(
      `标识的开头“${identifier.prefix}”不能用。请用小写英文字母、数字和连字符，不超过 16 个。`,
      `The prefix "${identifier.prefix}" cannot be used: small Latin letters, digits and hyphens, 16 at most.`,
    );
  if (continues && identifier.from.startsWith('$') && source.layout === 'rows')
    add(
      '续写的表格要用一列说明是哪个事项。请选写着编码的列。',
      'A table that continues needs the column that says which item.',
    );
  const all = columns.flatMap(({ name, rules }) => rules.map((rule) => ({ name, rule })));
  if (!continues && !all.some(({ rule }) => rule.to === 'basics.name'))
    add(
      '没有哪一列写到“事项名称”。请点写着名称的那一列，选“事项名称”。',
      'No column goes to the item name. Point at the one with the names.',
    );
  for (const [one, { name, rule }] of all.entries()) {
    const other = all
      .slice(0, one)
      .find((two) => two.rule.to === rule.to && (two.rule.when === undefined || rule.when === undefined));
    if (other === undefined) continue;
    const same = other.name === name;
    add(
      same
        ? `“${name}”两次写到同一个字段。请去掉一个。`
        : `“${other.name}”和“${name}”写到同一个字段。请给其中一列改选字段，或者不导入。`,
      same
        ? `"${name}" goes to one field twice. Take one away.`
        : `"${other.name}" and "${name}" go to one field. Choose another for one of them, or leave it out.`,
    );
  }
  return problems;
}
