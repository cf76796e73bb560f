import type { Words } from '../model/schemas.ts';
import type { Figure, Unit } from './types.ts';

const units: Record<Unit, Words> = {
  items: { zh: '项', en: 'items' },
  departments: { zh: '个部门', en: 'departments' },
  materials: { zh: '份', en: 'materials' },
  forms: { zh: '张', en: 'forms' },
  objections: { zh: '件', en: 'objections' },
  findings: { zh: '处', en: 'findings' },
  bundles: { zh: '件', en: 'bundles' },
  days: { zh: '个工作日', en: 'working days' },
  times: { zh: '', en: '' },
};

/** A number as people read it: whole, or with one decimal. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** A share between 0 and 1 in per cent, to a tenth: `82.3%`. */
export function percentText(value: number): string {
  return `${Number((value * 100).toFixed(1))}%`;
}

/** The figure in one word: `383 项`, `82.3%`, `6.5 个工作日`; 无 where there is nothing to reckon of. */
export function valueText({ kind, unit, value }: Figure): Words {
  if (value === undefined) return { zh: '无', en: 'none' };
  if (kind === 'share') return { zh: percentText(value), en: percentText(value) };
  const number = numberText(value);
  return { zh: `${number} ${units[unit].zh}`.trim(), en: `${number} ${units[unit].en}`.trim() };
}

/** What a share or an average was reckoned of: `377 / 458 项`; empty for a count. */
export function fractionText({ kind, unit, per, numerator, denominator }: Figure): Words {
  if (kind === 'count' || denominator === undefined) return { zh: '', en: '' };
  const text = `${numberText(numerator)} / ${numberText(denominator)}`;
  const of = units[kind === 'share' ? unit : (per ?? 'items')];
  return { zh: `${text} ${of.zh}`.trim(), en: `${text} ${of.en}`.trim() };
}
