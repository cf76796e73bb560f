import type { EffectiveItem, Lookups } from '../catalogue/index.ts';
import { citeInWords } from '../model/citedLaws.ts';
import type { Draft, Item, LegalBasis } from '../model/item.ts';
import type { Words } from '../model/schemas.ts';
import { formatLimit } from '../procedure/index.ts';
import type { ReportTable } from './reportTables.ts';

type Covers = NonNullable<LegalBasis['covers']>[number];

/** One element of one item: what the law sets, what the procedure says, what does not match. */
export interface SheetRow {
  item: string;
  element: Words;
  law: string;
  procedure: string;
  difference: string;
  /** Laws cited for the element. */
  laws: string[];
}

const elements: [Covers, Words, (item: Draft<Item>) => string][] = [
  ['authority', { zh: '实施机关', en: 'authority' }, authorityText],
  [
    'conditions',
    { zh: '条件', en: 'conditions' },
    ({ conditions }) => listText(conditions?.grant, conditions?.none),
  ],
  [
    'procedure',
    { zh: '程序', en: 'procedure' },
    ({ procedure }) => listText(procedure?.steps, procedure?.none),
  ],
  ['limit', { zh: '期限', en: 'limit' }, limitText],
  [
    'materials',
    { zh: '材料', en: 'materials' },
    ({ materials }) => listText(materials?.list, materials?.none),
  ],
  ['fees', { zh: '收费', en: 'fees' }, ({ fees }) => listText(fees?.list, fees?.none)],
];

/**
 * The sheet by which a legal office reviews an item: a row an element, what the cited articles set by the gists of
 * the register, what the procedure says, and what can be told without reading on. The conclusion is the reviewer's.
 */
export function reviewSheet({ item, id }: EffectiveItem, lookups: Lookups): SheetRow[] {
  return elements.map(([covers, element, textOf]) => {
    const bases = (item.legalBasis ?? []).filter((basis) => basis.covers?.includes(covers));
    const procedure = textOf(item);
    return {
      item: item.basics?.name ?? id,
      element,
      law: bases.map((basis) => lawText(basis, lookups)).join('\n'),
      procedure,
      difference: differences(bases, procedure, element, lookups).join('\n'),
      laws: [...new Set(bases.flatMap(({ law }) => law ?? []))],
    };
  });
}

/** The rows that rest on one law, of all `items`. */
export function lawSheet(items: readonly EffectiveItem[], law: string, lookups: Lookups): SheetRow[] {
  return items.flatMap((item) => reviewSheet(item, lookups)).filter(({ laws }) => laws.includes(law));
}

/** The sheet as a table to fill in. */
export function sheetTable(rows: readonly SheetRow[]): ReportTable {
  return {
    name: '审查表',
    columns: [
      { title: '事项', to: 'item' },
      { title: '要素', to: 'element' },
      { title: '法律怎么说', to: 'law' },
      { title: '规程怎么写', to: 'procedure' },
      { title: '差异、意见', to: 'difference' },
      { title: '结论', to: 'conclusion' },
    ],
    rows: rows.map((row) => [row.item, row.element.zh, row.law, row.procedure, row.difference, undefined]),
  };
}

/** The sheet for reading, an element a paragraph. */
export function sheetText(rows: readonly SheetRow[]): string {
  const lines = rows.flatMap((row, at) => [
    ...(rows[at - 1]?.item === row.item ? [] : [`${row.item}`, '']),
    `  ${row.element.zh}  ${row.element.en}`,
    ...labelled('法律怎么说', row.law === '' ? '没有写明哪一条规定了它' : row.law),
    ...labelled('规程怎么写', row.procedure),
    ...labelled('差异、意见', row.difference === '' ? '没有自动发现的差异' : row.difference),
    '    结论：________',
    '',
  ]);
  return `${lines.join('\n')}\n`;
}

function labelled(label: string, text: string): string[] {
  const [first, ...rest] = text.split('\n');
  return [`    ${label}：${first ?? ''}`, ...rest.map((line) => `      ${line}`)];
}

/** 《…》第…条：the gist of the article, where the register has one. */
function lawText(basis: Draft<LegalBasis>, lookups: Lookups): string {
  const law = lookups.law(basis.law ?? '');
  const cite = citeInWords({ ...basis, law: basis.law ?? '' }, law?.title).zh;
  const gist = gistOf(basis, lookups);
  return gist === undefined ? cite : `${cite}：${gist}`;
}

function gistOf({ law, article }: Draft<LegalBasis>, lookups: Lookups): string | undefined {
  return lookups.law(law ?? '')?.articles?.find(({ number }) => number === article)?.gist;
}

/** What can be told by the data alone. */
function differences(
  bases: readonly Draft<LegalBasis>[],
  procedure: string,
  { zh }: Words,
  lookups: Lookups,
): string[] {
  if (procedure === '') return ['规程没有写'];
  if (bases.length === 0) return [`所引法律没有一条写明规定了${zh}，请核对是否另有依据`];
  const unread = bases.filter((basis) => gistOf(basis, lookups) === undefined);
  return [
    ...(unread.length > 0 ? [`有 ${unread.length} 条在法规登记中没有要旨，须对照原文`] : []),
    ...(bases.some(({ role }) => role === 'establishes') ? [] : ['写明它的是实施性规定，设定依据没有写明']),
  ];
}

function authorityText({ authority }: Draft<Item>): string {
  const { accepts, decides, supervises } = authority ?? {};
  const parts = [
    ['受理', accepts],
    ['决定', decides],
    ['监管', supervises],
  ] as const;
  return parts
    .flatMap(([word, body]) => {
      const said = body?.text ?? body?.agency ?? body?.department;
      return said === undefined ? [] : [`${word}：${said}`];
    })
    .join('\n');
}

function limitText({ limits }: Draft<Item>): string {
  const { none, statutory, promised } = limits ?? {};
  if (none !== undefined) return `无：${none}`;
  return [
    ...(statutory === undefined ? [] : [`法定 ${formatLimit(statutory)}`]),
    ...(promised === undefined ? [] : [`承诺 ${formatLimit(promised)}`]),
  ].join('，');
}

/** The elements of a list by their words, each on its line; or why there are none. */
function listText(
  list: readonly { name?: string; text?: string }[] | undefined,
  none: string | undefined,
): string {
  if (none !== undefined) return `无：${none}`;
  return (list ?? []).map(({ name, text }, at) => `${at + 1}. ${name ?? text ?? ''}`).join('\n');
}
