import type { Words } from '../model/schemas.ts';
import { figuresOf } from './figuresOf.ts';
import { compared } from './formatReport.ts';
import { bundlesInScope, findingsInScope, inScope, scopeInWords, scopesBy, type By } from './inScope.ts';
import { levelRowsInScope, type LevelField } from './levelRows.ts';
import { provisionalEnds } from './figures/provisional.ts';
import type { Figure, ReportFacts, Scope } from './types.ts';

type Cell = string | number | undefined;

/** A table as the writers of spreadsheets take it: titles for readers, fields, and rows of cells. */
export interface ReportTable {
  name: string;
  columns: { title: string; to: string }[];
  rows: Cell[][];
}

/** The figures of `scope` as one table, a row a figure. */
export function figureTable(facts: ReportFacts, scope: Scope): ReportTable {
  return {
    name: '监督数据',
    columns: columnsOf({
      id: '代号',
      zh: '数据',
      en: 'Figure',
      kind: '种类',
      numerator: '分子',
      denominator: '分母',
      value: '数值',
      unit: '单位',
      of: '分母是什么',
      ofEn: 'Denominator',
      leftOut: '未计入',
      why: '为什么',
    }),
    rows: figuresOf(facts, scope).map((one) => [
      one.id,
      one.zh,
      one.en,
      one.kind,
      rounded(one.numerator),
      rounded(one.denominator),
      rounded(one.value),
      one.unit,
      one.of.zh,
      one.of.en,
      one.leftOut?.items.length,
      one.leftOut?.why.zh,
    ]),
  };
}

/** The whole report of `scope`: figures, comparisons, the items behind them, findings, ends and levels. */
export function reportTables(facts: ReportFacts, scope: Scope): ReportTable[] {
  return [
    figureTable(facts, scope),
    comparisonTable(facts, scope, 'division', '按地区'),
    comparisonTable(facts, scope, 'agency', '按部门'),
    comparisonTable(facts, scope, 'centre', '按中心'),
    itemTable(facts, scope),
    bundleTable(facts, scope),
    findingTable(facts, scope),
    provisionalTable(facts, scope),
    levelTable(facts, scope),
  ].filter(({ rows }) => rows.length > 0);
}

function comparisonTable(facts: ReportFacts, scope: Scope, by: By, name: string): ReportTable {
  const titled = new Map<string, Figure>();
  const rows = scopesBy(facts, by, scope).map((one) => {
    const byId = new Map(figuresOf(facts, one.scope).map((figure) => [figure.id, figure]));
    for (const [id, figure] of byId) titled.set(id, figure);
    const cells = compared.flatMap((id): Cell[] => {
      const { kind, value, numerator, denominator } = byId.get(id) ?? {};
      return kind === 'count' ? [value] : [rounded(value), rounded(numerator), rounded(denominator)];
    });
    return [one.id, one.name, ...cells];
  });
  const columns = compared.flatMap((id) => {
    const figure = titled.get(id);
    if (figure === undefined) return [];
    const { zh, kind } = figure;
    return kind === 'count'
      ? [{ title: zh, to: id }]
      : [
          { title: zh, to: id },
          { title: `${zh}：分子`, to: `${id}.numerator` },
          { title: `${zh}：分母`, to: `${id}.denominator` },
        ];
  });
  return { name, columns: [{ title: '标识', to: 'id' }, { title: '名称', to: 'name' }, ...columns], rows };
}

function itemTable(facts: ReportFacts, scope: Scope): ReportTable {
  const agencies = new Map(facts.agencies.map(({ id, name }) => [id, name]));
  return {
    name: '事项',
    columns: columnsOf({
      division: '地区',
      id: '标识',
      name: '事项',
      basicCode: '基本编码',
      type: '类型',
      agency: '决定机关',
      handling: '办件类型',
      inCentre: '进驻中心',
      placeOfDecision: '决定地点',
      statutory: '法定时限',
      statutoryUnit: '单位',
      promised: '承诺时限',
      promisedUnit: '单位',
      charged: '收费',
      materials: '材料',
      steps: '环节',
      visits: '到现场次数',
    }),
    rows: inScope(facts, scope).map((one) => [
      one.division,
      one.id,
      one.name,
      one.basicCode,
      one.type,
      agencies.get(one.agency) ?? one.agency,
      one.handling,
      yesNo(one.inCentre),
      one.placeOfDecision,
      one.statutory?.value,
      one.statutory?.unit,
      one.promised?.value,
      one.promised?.unit,
      one.charged === undefined ? undefined : yesNo(one.charged),
      one.materials,
      one.steps,
      one.visits,
    ]),
  };
}

function bundleTable(facts: ReportFacts, scope: Scope): ReportTable {
  return {
    name: '一件事',
    columns: columnsOf({
      division: '地区',
      id: '标识',
      name: '一件事',
      members: '所含事项',
      daysApart: '依次办理（工作日）',
      daysTogether: '并联办理（工作日）',
      daysSaved: '少用（工作日）',
      promised: '共同承诺',
      promisedUnit: '单位',
      handInApart: '分开要交的材料',
      handInTogether: '合并后要交的材料',
      formsApart: '分开要填的表',
      formsTogether: '合并后要填的表',
      visitsApart: '分开到现场',
      visitsTogether: '合并后到现场',
    }),
    rows: bundlesInScope(facts, scope).map((one) => [
      scopeInWords(facts, { division: one.division }),
      one.id,
      one.name,
      one.subjects.length,
      one.days?.apart,
      one.days?.together,
      one.days && one.days.apart - one.days.together,
      one.promised?.value,
      one.promised?.unit,
      one.handIn.apart,
      one.handIn.together,
      one.forms.apart,
      one.forms.together,
      one.visits?.apart,
      one.visits?.together,
    ]),
  };
}

function findingTable(facts: ReportFacts, scope: Scope): ReportTable {
  return {
    name: '检查发现',
    columns: columnsOf({
      rule: '规则',
      title: '规则要求',
      severity: '轻重',
      agency: '决定机关',
      file: '文件',
      message: '发现',
      suppressed: '暂缓至',
      reason: '暂缓理由',
    }),
    rows: findingsInScope(facts, scope).map((one) => [
      one.code,
      facts.rules[one.code]?.zh,
      one.suppressed?.severity ?? one.severity,
      one.agency,
      one.file,
      one.message.zh,
      one.suppressed?.until,
      one.suppressed?.reason,
    ]),
  };
}

function provisionalTable(facts: ReportFacts, scope: Scope): ReportTable {
  return {
    name: '临时许可',
    columns: columnsOf({ until: '到期日', division: '地区', id: '标识', name: '事项', reason: '理由' }),
    rows: provisionalEnds(inScope(facts, scope)).map(({ division, id, name, provisional }) => [
      provisional?.until,
      scopeInWords(facts, { division }),
      id,
      name,
      provisional?.reason,
    ]),
  };
}

/** What levels are compared by, in words. */
export const levelFieldWords: Record<LevelField, Words> = {
  name: { zh: '名称', en: 'name' },
  basicCode: { zh: '基本编码', en: 'basic code' },
  statutory: { zh: '法定时限', en: 'statutory limit' },
  conditions: { zh: '许可条件', en: 'conditions' },
  materials: { zh: '多出的材料', en: 'added materials' },
};

function levelTable(facts: ReportFacts, scope: Scope): ReportTable {
  return {
    name: '上下级一致',
    columns: columnsOf({ key: '编码', name: '事项', divisions: '地区', differs: '不一致之处' }),
    rows: levelRowsInScope(facts, scope).map((row) => [
      row.key,
      row.name,
      row.subjects.map(({ division }) => scopeInWords(facts, { division })).join('、'),
      row.differs.map((field) => levelFieldWords[field].zh).join('、'),
    ]),
  };
}

function columnsOf(titles: Record<string, string>): ReportTable['columns'] {
  return Object.entries(titles).map(([to, title]) => ({ title, to }));
}

function yesNo(value: boolean): string {
  return value ? '是' : '否';
}

/** To four decimals: a share to a hundredth of a per cent. */
function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 10_000) / 10_000;
}
