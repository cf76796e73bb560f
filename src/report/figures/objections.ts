import { namesIn } from '../figure.ts';
import type { Figure, ReportObjection } from '../types.ts';

const named = namesIn('objections');

/** Objections filed, and how many of them were answered and are still open. */
export function objectionFigures(objections: readonly ReportObjection[]): Figure[] {
  const answered = objections.filter(({ state }) => state === 'answered');
  const open = objections.filter(({ state }) => state === 'open');
  const of = { zh: '本范围提出的全部异议', en: 'all objections filed here' };
  return [
    {
      ...named('objections-answered', '异议答复率', 'Objections answered'),
      kind: 'share',
      unit: 'objections',
      numerator: answered.length,
      denominator: objections.length,
      of,
      ...(objections.length > 0 && { value: answered.length / objections.length }),
      items: keysOf(answered),
    },
    {
      ...named('objections-open', '还没有答复的异议', 'Open objections'),
      kind: 'count',
      unit: 'objections',
      numerator: open.length,
      of,
      value: open.length,
      items: keysOf(open),
    },
  ];
}

function keysOf(objections: readonly ReportObjection[]): string[] {
  return [...new Set(objections.map(({ subject }) => subject))];
}
