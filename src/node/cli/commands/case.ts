import { Command } from 'commander';
import type { Catalogue, EffectiveItem } from '../../../catalogue/index.ts';
import { fieldAt, labelOf } from '../../../model/field.ts';
import { variantCode } from '../../../model/codes/itemCode.ts';
import type { Draft, Item, Material, Step } from '../../../model/item.ts';
import {
  dueDate,
  formatFen,
  formatLimit,
  readAnswers,
  selectCase,
  totalFees,
  variantQuestion,
  type Case,
  type Chosen,
} from '../../../procedure/index.ts';
import { catalogueDir, openCatalogue } from '../catalogueDir.ts';
import { UsageError } from '../exit.ts';
import { collected, parseAnswers } from '../parseAnswers.ts';

interface Options {
  answer: string[];
  from?: string;
  dir?: string;
  division?: string;
}

/** `guicheng case ITEM --answer Q=O …`: what the item asks of an applicant in that case. */
export function caseOf(): Command {
  return new Command('case')
    .description('按回答列出材料、环节、时限和收费\nmaterials, steps, days and fees of a case')
    .argument('<ITEM>', '事项标识 id of the item')
    .option('--answer <Q=O>', '对问题 Q 回答 O，可重复 answer to a question; may be repeated', collected, [])
    .option('--from <DATE>', '受理日期，算出办结日期 day of acceptance; tells when it is due')
    .option('--division <CODE>', '哪个行政区划，默认国家规程 division; the national base by default')
    .option('--dir <DIR>', '目录所在的文件夹 folder of the catalogue')
    .action(async (id: string, { answer, from, dir, division }: Options) => {
      const catalogue = await openCatalogue(catalogueDir(dir));
      const { item, division: where } = find(catalogue, id, division);
      const chosen = selectCase(item, readAnswers(item, parseAnswers(answer)));
      const wrong = chosen.problems.filter((problem) => problem.kind !== 'unclear-when');
      if (wrong.length > 0)
        throw new UsageError(
          wrong.map((p) => p.words.zh).join('\n'),
          wrong.map((p) => p.words.en).join('\n'),
        );
      const due = from === undefined ? [] : [dueWords(chosen, from, catalogue.lookups.calendar())];
      const nameOf = (step: string) =>
        chosen.steps.find(({ element }) => element.id === step)?.element.name ?? step;
      const out = [
        `${item.basics?.name ?? id}（${catalogue.lookups.divisionName(where)}）`,
        ...variantLines(chosen, item, where, catalogue),
        '',
        ...section('申请材料 materials', chosen.materials, materialWords, item.materials?.none),
        ...section('办理环节 steps', chosen.steps, stepWords, item.procedure?.none),
        '办理时限 days',
        `  承诺 promised：${formatLimit(chosen.limits?.promised)}；法定 statutory：${formatLimit(chosen.limits?.statutory)}${openLimits(chosen)}`,
        ...due,
        ...(chosen.path.kind === 'path'
          ? [
              `  环节最长路径 longest path：${chosen.path.days} 个工作日（${chosen.path.ids.map(nameOf).join(' → ')}）`,
            ]
          : []),
        '',
        '收费 fees',
        ...(item.fees?.none === undefined ? feeLines(chosen) : [`  ${item.fees.none}`]),
        ...remaining(chosen.remaining),
      ];
      process.stdout.write(`${out.join('\n')}\n`);
    });
}

/** The variant that was answered, with its code where body, level and numbers are known. */
function variantLines(chosen: Case, item: Draft<Item>, division: string, { lookups }: Catalogue): string[] {
  const variant = item.variants?.find(({ id }) => id !== undefined && id === chosen.answers[variantQuestion]);
  if (variant === undefined) return [];
  const { agency, department } = item.authority?.decides ?? {};
  const body =
    agency !== undefined
      ? lookups.agency(agency)
      : department !== undefined
        ? lookups.agencyFor(department, division)
        : undefined;
  const code =
    variant.code ??
    variantCode({
      uscc: body?.uscc,
      level: lookups.config.divisions?.find((one) => one.code === division)?.level,
      basicCode: item.basics?.basicCode,
      number: variant.number,
    });
  return [`${variant.name ?? variant.id ?? ''}${code === undefined ? '' : ` ${code}`}`];
}

/** Each fee with every line of its reckoning, then the sum. */
function feeLines(chosen: Case): string[] {
  const total = totalFees(chosen);
  const lines = total.fees.flatMap(({ fee, verdict, reckoning }) => {
    const open = verdict.kind === 'depends' ? `（视回答而定 depends on ${verdict.on.join(', ')}）` : '';
    const name = `  ${fee.name ?? fee.id ?? ''}${open}：`;
    if (reckoning.kind === 'unknown') return [`${name}${reckoning.words.zh}`];
    const less =
      reckoning.open.length > 0 ? `（减免视回答而定 may be reduced by ${reckoning.open.join(', ')}）` : '';
    return [
      `${name}${formatFen(reckoning.fen)}${less}`,
      ...reckoning.lines.map(({ text }) => `     ${text}`),
    ];
  });
  const bound = { exact: '', 'at-least': '至少 at least ', 'at-most': '至多 at most ', about: '大约 about ' };
  return [...lines, `  合计 total：${bound[total.kind]}${formatFen(total.fen)}`];
}

function dueWords(
  { limits }: Case,
  from: string,
  calendar: Parameters<typeof dueDate>[0]['calendar'],
): string {
  const { value, unit } = limits?.promised ?? {};
  if (value === undefined || unit === undefined) return '  没有承诺时限，算不出办结日期 no promise, no day';
  const due = dueDate({ from, days: value, unit, calendar });
  if (due.kind === 'refused') throw new UsageError(due.words.zh, due.words.en);
  return `  ${from} 受理 accepted：最迟 ${due.date} 办结 due`;
}

function openLimits({ limitCases }: Case): string {
  const on = limitCases.flatMap(({ verdict }) => (verdict.kind === 'depends' ? verdict.on : []));
  return on.length === 0 ? '' : `（视回答而定 depends on ${[...new Set(on)].join(', ')}）`;
}

function find(catalogue: Catalogue, id: string, division: string | undefined): EffectiveItem {
  const found =
    division === undefined
      ? catalogue.bases.find((base) => base.id === id)
      : catalogue.guides.find((guide) => guide.id === id && guide.division === division);
  if (found !== undefined) return found;
  if (!catalogue.chains.has(id)) {
    const ids = [...catalogue.chains.keys()].sort().join(' ');
    throw new UsageError(`没有事项“${id}”。现有：${ids}`, `There is no item "${id}".`);
  }
  const divisions = catalogue.guides.filter((guide) => guide.id === id).map((guide) => guide.division);
  throw new UsageError(
    `“${division}”不实施这个事项。实施它的：${divisions.join(' ')}`,
    `Division "${division}" has not adopted this item.`,
  );
}

/** What to bring of a material, how many, and who has it; filling notes on a line of their own. */
function materialWords(material: Draft<Material>): string {
  const { name, id, need, originals = 0, copies = 0, issuer, notes } = material;
  const facts = [
    need === undefined ? '' : labelOf(fieldAt('item', ['materials', 'list', 0, 'need'])!.schema, need).zh,
    originals > 0 ? `原件 ${originals} 份` : '',
    copies > 0 ? `复印件 ${copies} 份` : '',
    issuer ?? '',
  ].filter((fact) => fact !== '');
  return `${name ?? id ?? ''}${facts.length > 0 ? `：${facts.join('，')}` : ''}${notes === undefined ? '' : `\n     ${notes}`}`;
}

function stepWords({ name, id, days, actor, excluded, staff }: Draft<Step>): string {
  const facts = [
    days === undefined ? '' : formatLimit(days),
    excluded === true ? '不计入时限 not counted' : '',
    actor?.post ?? '',
    staff === undefined ? '' : `${staff} 人`,
  ].filter((fact) => fact !== '');
  return `${name ?? id ?? ''}${facts.length > 0 ? `：${facts.join('，')}` : ''}`;
}

function section<E>(
  title: string,
  chosen: Chosen<E>[],
  words: (element: E) => string,
  none: string | undefined,
): string[] {
  const lines = chosen.map(({ element, verdict }, i) => {
    const open = verdict.kind === 'depends' ? `（视回答而定 depends on ${verdict.on.join(', ')}）` : '';
    const [first = '', ...rest] = words(element).split('\n');
    return [`  ${i + 1}. ${first}${open}`, ...rest].join('\n');
  });
  return [title, ...(lines.length > 0 ? lines : [`  无 none${none === undefined ? '' : `：${none}`}`]), ''];
}

function remaining(questions: Draft<NonNullable<Item['questions']>>): string[] {
  if (questions.length === 0) return [];
  const lines = questions.map(({ id, text, options, unit }) => {
    const values =
      options?.map((option) => `${option.id ?? ''}（${option.text ?? ''}）`).join('、') ??
      `数值 number ${unit ?? ''}`;
    return `  ${id ?? ''}: ${text ?? ''} ${values}`;
  });
  return ['', '还可以回答 still open (--answer Q=O)', ...lines];
}
