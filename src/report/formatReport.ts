import { figuresOf } from './figuresOf.ts';
import { fractionText, valueText } from './figureText.ts';
import { bundlesInScope, findingsInScope, inScope, scopeInWords, scopesBy, type By } from './inScope.ts';
import { provisionalEnds } from './figures/provisional.ts';
import {
  figureGroups,
  type Figure,
  type FigureGroup,
  type ReportBundle,
  type ReportFacts,
  type ReportFinding,
  type Scope,
} from './types.ts';

/** The report of `scope` for people: each figure with what it was reckoned of, Chinese first. */
export function formatReport(facts: ReportFacts, scope: Scope, by?: By): string {
  const figures = figuresOf(facts, scope);
  const lines = [
    `${facts.title}：监督数据  Figures of supervision`,
    `${scopeInWords(facts, scope)}，${facts.date}`,
  ];
  for (const [group, { zh, en }] of Object.entries(figureGroups) as [
    FigureGroup,
    { zh: string; en: string },
  ][]) {
    lines.push('', `${zh}  ${en}`);
    let of = '';
    for (const figure of figures.filter((one) => one.group === group)) {
      // Counts of one kind follow each other, so that what they are counted among is said once.
      if (figure.kind === 'count' && figure.of.zh !== of)
        lines.push(`  〔${figure.of.zh}  ${figure.of.en}〕`);
      of = figure.kind === 'count' ? figure.of.zh : '';
      lines.push(...figureLines(figure));
    }
    if (group === 'bundles') lines.push(...bundlesInScope(facts, scope).map((one) => bundleLine(facts, one)));
    if (group === 'provisional')
      for (const { name, division, provisional } of provisionalEnds(inScope(facts, scope)))
        lines.push(
          `    ${provisional?.until ?? '未写到期日'}  ${name}（${scopeInWords(facts, { division })}）`,
        );
    if (group === 'findings') lines.push(...findingsInScope(facts, scope).flatMap(suppressedLine));
  }
  if (by !== undefined) lines.push(...comparison(facts, scope, by));
  return `${lines.join('\n')}\n`;
}

/** What is let be, until when and why: a suppression that nobody reads again would be a rule turned off. */
function suppressedLine({ code, file, message, suppressed }: ReportFinding): string[] {
  if (suppressed === undefined) return [];
  const { until, reason } = suppressed;
  return [`    暂缓至 ${until}  ${code}  ${file}：${message.zh}`, `      理由：${reason}`];
}

/** 开办餐饮店（宜宾市）  依次 40 → 并联 20 个工作日，要交材料 20 → 15 份，填表 3 → 1 张. */
function bundleLine(
  facts: ReportFacts,
  { name, division, days, handIn, forms, visits }: ReportBundle,
): string {
  const parts = [
    days === undefined ? '时限算不出' : `依次 ${days.apart} → 并联 ${days.together} 个工作日`,
    `要交材料 ${handIn.apart} → ${handIn.together} 份`,
    `填表 ${forms.apart} → ${forms.together} 张`,
    ...(visits === undefined ? [] : [`到现场 ${visits.apart} → ${visits.together} 次`]),
  ];
  return `    ${name}（${scopeInWords(facts, { division })}）  ${parts.join('，')}`;
}

function figureLines(figure: Figure): string[] {
  const { zh, en, of, kind, leftOut } = figure;
  const fraction = fractionText(figure).zh;
  const lines = [`  ${zh}  ${valueText(figure).zh}${fraction === '' ? '' : `（${fraction}）`}  ${en}`];
  if (kind !== 'count') lines.push(`    分母：${of.zh}  of ${of.en}`);
  if (leftOut !== undefined)
    lines.push(`    未计入 ${leftOut.items.length} 项：${leftOut.why.zh}  left out: ${leftOut.why.en}`);
  return lines;
}

/** Figures by which divisions, agencies or centres are compared. */
export const compared = [
  'items',
  'items-in-centre',
  'permits-in-centre',
  'instant',
  'settled-inside-of-promised',
  'compression-average',
  'charged',
  'materials-average',
  'visits-average',
  'findings',
] as const;

const headings = { division: '按地区 by division', agency: '按部门 by agency', centre: '按中心 by centre' };

function comparison(facts: ReportFacts, scope: Scope, by: By): string[] {
  const rows = scopesBy(facts, by, scope).map((one) => {
    const figures = figuresOf(facts, one.scope);
    const cells = compared.flatMap((id) => {
      const figure = figures.find((candidate) => candidate.id === id);
      return figure === undefined
        ? []
        : [`    ${figure.zh}  ${valueText(figure).zh}  ${fractionText(figure).zh}`.trimEnd()];
    });
    return [`  ${one.name}`, ...cells];
  });
  return ['', headings[by], ...rows.flat()];
}
