import type { Words } from '../../model/schemas.ts';
import { grouped } from '../grouped.ts';
import type { Figure, ReportFinding, ReportSubject } from '../types.ts';

/** Open findings by weight and by rule, most first, and those that are let be until a day. */
export function findingFigures(
  findings: readonly ReportFinding[],
  subjects: readonly ReportSubject[],
  rules: Readonly<Record<string, Words>>,
): Figure[] {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const suppressed = findings.filter((one) => one.suppressed !== undefined);
  const of: Words = { zh: '检查发现，未获准暂缓的', en: 'findings that are not suppressed' };
  const figure = (id: string, zh: string, en: string, some: readonly ReportFinding[], among = of): Figure => {
    const files = new Set(some.map(({ file }) => file));
    return {
      id,
      group: 'findings',
      zh,
      en,
      kind: 'count',
      unit: 'findings',
      numerator: some.length,
      of: among,
      value: some.length,
      items: subjects.filter((one) => one.files.some((file) => files.has(file))).map(({ key }) => key),
    };
  };
  const weighing = (severity: ReportFinding['severity']) => open.filter((one) => one.severity === severity);
  return [
    figure('findings', '未了结的检查发现', 'Open findings', open),
    figure('findings-error', '错误', 'Errors', weighing('error')),
    figure('findings-warning', '警告', 'Warnings', weighing('warning')),
    figure('findings-info', '提示与异议', 'Hints and objections', weighing('info')),
    figure('findings-suppressed', '获准暂缓的', 'Suppressed', suppressed, {
      zh: '按 suppressions.yaml 暂缓处理的检查发现',
      en: 'findings let be by suppressions.yaml',
    }),
    ...[...grouped(open, ({ code }) => code)]
      .sort(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b))
      .map(([code, some]) => {
        const { zh, en } = rules[code] ?? { zh: code, en: code };
        return figure(`findings-rule-${code}`, `规则：${zh}`, `Rule: ${en}`, some);
      }),
  ];
}
