import type { Path } from '../model/path.ts';
import type { Words } from '../model/schemas.ts';
import {
  ascending,
  boon,
  burden,
  count,
  either,
  feeStandard,
  length,
  lessIsBetter,
  material,
  moreInListIsBetter,
  moreInListIsWorse,
  moreIsBetter,
  number,
  trueIsBetter,
  trueIsWorse,
  validity,
  type Judge,
} from './judges.ts';
import type { Effect } from './types.ts';

/** A row of the table: the field, how to judge its change, and the reason given for either verdict. */
interface Row {
  /** Path in an item, elements of lists as `*`. */
  at: string;
  judge: Judge;
  better: Words;
  worse: Words;
}

type Reasons = Pick<Row, 'better' | 'worse'>;

const time: Reasons = {
  better: { zh: '缩短，利企便民', en: 'shorter, better for applicants' },
  worse: { zh: '延长，不利于申请人', en: 'longer, worse for applicants' },
};
const stated: Reasons = {
  better: { zh: '有期限可循', en: 'a limit is set' },
  worse: { zh: '不再有期限', en: 'no limit any more' },
};
const load: Reasons = {
  better: { zh: '减轻负担', en: 'less burden' },
  worse: { zh: '增加负担', en: 'more burden' },
};
const money: Reasons = {
  better: { zh: '降低费用', en: 'costs less' },
  worse: { zh: '增加费用', en: 'costs more' },
};
const gate: Reasons = {
  better: { zh: '放宽条件', en: 'easier to meet' },
  worse: { zh: '增设条件', en: 'harder to meet' },
};
const course: Reasons = {
  better: { zh: '简化程序', en: 'simpler procedure' },
  worse: { zh: '增加环节', en: 'more steps' },
};
const scope: Reasons = {
  better: { zh: '只在特定情形下适用', en: 'applies in fewer cases' },
  worse: { zh: '适用于所有情形', en: 'applies in all cases' },
};
const licence: Reasons = {
  better: { zh: '许可更宽', en: 'the licence is worth more' },
  worse: { zh: '许可更窄', en: 'the licence is worth less' },
};
const help: Reasons = {
  better: { zh: '服务更便利', en: 'more convenient' },
  worse: { zh: '服务减少', en: 'less convenient' },
};
const remedy: Reasons = {
  better: { zh: '保障更充分', en: 'better protected' },
  worse: { zh: '保障减少', en: 'less protected' },
};

const limit: Judge = lessIsBetter(length);
const fewer: Judge = lessIsBetter(count);

/**
 * What changes mean for the applicant, field by field. What is not listed is neutral: it says something else, but
 * nobody can tell by rule whether it is easier. Source: the aims of the Business Environment Regulation, Art. 35,
 * 36 and 40 (fewer steps and materials, shorter limits, nothing added), and Licensing Law, Art. 16 and 58.
 */
const table: readonly Row[] = [
  { at: 'basics.handling', judge: ascending('promised', 'instant'), ...time },
  { at: 'basics.firstReview.level', judge: burden, ...course },
  { at: 'basics.firstReview.limit', judge: limit, ...time },

  { at: 'conditions.grant.*', judge: burden, ...gate },
  { at: 'conditions.grant.*.when', judge: boon, ...scope },
  { at: 'conditions.refuse.*', judge: burden, ...gate },
  { at: 'quantity.total', judge: burden, ...gate },

  { at: 'materials.list.*', judge: material, ...load },
  { at: 'materials.list.*.when', judge: boon, ...scope },
  { at: 'materials.list.*.need', judge: ascending('required', 'later', 'optional'), ...load },
  { at: 'materials.list.*.originals', judge: fewer, ...load },
  { at: 'materials.list.*.copies', judge: fewer, ...load },
  {
    at: 'materials.list.*.medium',
    judge: either(ascending('paper', 'either'), ascending('electronic', 'either')),
    ...load,
  },
  { at: 'materials.list.*.source', judge: ascending('intermediary', 'applicant'), ...load },
  { at: 'materials.list.*.sharing', judge: trueIsBetter, ...load },
  { at: 'materials.list.*.electronicLicence', judge: trueIsBetter, ...load },
  { at: 'materials.list.*.form', judge: boon, ...help },
  { at: 'materials.list.*.sample', judge: boon, ...help },
  { at: 'forms.list.*.file', judge: boon, ...help },
  { at: 'forms.list.*.sample', judge: boon, ...help },
  { at: 'intermediaries.list.*', judge: burden, ...load },
  { at: 'intermediaries.list.*.payer', judge: ascending('applicant', 'agency'), ...money },

  { at: 'procedure.steps.*', judge: burden, ...course },
  { at: 'procedure.steps.*.when', judge: boon, ...scope },
  { at: 'procedure.steps.*.days', judge: limit, ...time },
  { at: 'procedure.steps.*.excluded', judge: trueIsWorse, ...time },

  { at: 'limits.acceptance', judge: limit, ...time },
  { at: 'limits.acceptance', judge: boon, ...stated },
  { at: 'limits.statutory', judge: limit, ...time },
  { at: 'limits.statutory', judge: boon, ...stated },
  { at: 'limits.promised', judge: limit, ...time },
  { at: 'limits.promised', judge: boon, ...stated },
  { at: 'limits.delivery', judge: limit, ...time },
  { at: 'limits.delivery', judge: boon, ...stated },
  { at: 'limits.extension', judge: either(limit, burden), ...time },

  { at: 'fees.list.*', judge: burden, ...money },
  { at: 'fees.list.*.when', judge: boon, ...scope },
  { at: 'fees.list.*.standard', judge: feeStandard, ...money },
  { at: 'fees.list.*.reductions.*', judge: boon, ...money },

  { at: 'result.validity', judge: moreIsBetter(validity), ...licence },
  { at: 'result.renewal.before', judge: limit, ...time },
  { at: 'result.territory.scope', judge: ascending('local', 'nationwide'), ...licence },

  { at: 'annualInspection.kind', judge: either(burden, ascending('inspection', 'report')), ...load },
  { at: 'annualInspection.materials', judge: moreInListIsWorse, ...load },
  { at: 'annualInspection.fee', judge: burden, ...money },
  { at: 'annualInspection.joint', judge: trueIsBetter, ...load },

  { at: 'rights.rights.*', judge: boon, ...remedy },
  { at: 'rights.duties.*', judge: burden, ...load },
  { at: 'rights.review.days', judge: moreIsBetter(number), ...remedy },
  { at: 'rights.litigation.months', judge: moreIsBetter(number), ...remedy },

  { at: 'reform.way', judge: ascending('none', 'optimise', 'commitment', 'filing', 'abolish'), ...course },

  { at: 'service.inCentre', judge: trueIsBetter, ...help },
  { at: 'service.visits', judge: lessIsBetter(number), ...load },
  { at: 'service.channels', judge: moreInListIsBetter, ...help },
  { at: 'service.booking', judge: trueIsBetter, ...help },
  { at: 'service.courier', judge: trueIsBetter, ...help },
  { at: 'service.agent', judge: trueIsBetter, ...help },
  { at: 'service.greenChannel', judge: trueIsBetter, ...help },
  { at: 'service.holidayAppointment', judge: trueIsBetter, ...help },
  { at: 'service.applyUrl', judge: boon, ...help },
  { at: 'service.progressUrl', judge: boon, ...help },
  { at: 'service.phones.advice', judge: boon, ...help },
  { at: 'service.phones.complaint', judge: boon, ...remedy },
  { at: 'service.faq.*', judge: boon, ...help },
];

/** The effect of a change at `itemPath` (elements as `*`) on the applicant, and why where it has one. */
export function effectOf(
  itemPath: Path,
  before: unknown,
  after: unknown,
): { effect: Effect; reason?: Words } {
  const path = itemPath.join('.');
  for (const { judge, better, worse } of table.filter(({ at }) => at === path)) {
    const effect = judge(before, after);
    if (effect !== 'neutral') return { effect, reason: effect === 'better' ? better : worse };
  }
  return { effect: 'neutral' };
}

/** Fields that the table judges, elements as `*`. */
export const judgedPaths: readonly string[] = table.map(({ at }) => at);
