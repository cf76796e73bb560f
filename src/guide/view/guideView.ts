import type { EffectiveItem, Lookups } from '../../catalogue/index.ts';
import type { Draft, Item } from '../../model/item.ts';
import { publishedItem } from '../../model/extendedShape.ts';
import { soundValue } from '../../model/soundValue.ts';
import { bundlePath } from './bundle/bundlePath.ts';
import { addedFacts } from './added.ts';
import { bodyView } from './authority.ts';
import { questionViews } from './cases.ts';
import { citationView, citationViews, citedLawIds } from './citations.ts';
import { feeViews } from './fees.ts';
import { limitViews } from './limits.ts';
import { formViews, intermediaryViews, materialViews } from './materials.ts';
import { pointView, pointViews } from './points.ts';
import { procedureView } from './procedure.ts';
import { recurringView } from './recurringView.ts';
import { remedyViews } from './remedies.ts';
import { resultView } from './result.ts';
import { serviceView } from './service.ts';
import { facts, groupOf, joined, labelsAt, type Subject } from './subject.ts';
import type { Fact, GuideView, Group } from './types.ts';

const handlingLabel = labelsAt('basics', 'handling');
const levelLabel = labelsAt('basics', 'exerciseLevels', 0);
const roleLabel = labelsAt('legalBasis', 0, 'role');
const variantLabel = labelsAt('variants', 0, 'kind');
const annualLabel = labelsAt('annualInspection', 'kind');
const reformLabel = labelsAt('reform', 'way');
const confidenceLabel = labelsAt('sources', 0, 'confidence');

const proceduresOnce = recurringView(procedureView);
const limitsOnce = recurringView(limitViews);
const feesOnce = recurringView(feeViews);
const servicesOnce = recurringView(serviceView);
const materialsOnce = recurringView(materialViews);
const formsOnce = recurringView(formViews);
const intermediariesOnce = recurringView(intermediaryViews);
const remediesOnce = recurringView(remedyViews);
const conditionsOnce = recurringView(conditionViews);
const refusalsOnce = recurringView((subject) => pointViews(subject, subject.item.conditions?.refuse));
const effectOnce = recurringView(effectViews);
const supervisionOnce = recurringView(supervisionViews);
const rightsOnce = recurringView((subject) => pointViews(subject, subject.item.rights?.rights));
const annualOnce = recurringView(annualFacts);
const reformOnce = recurringView(reformFacts);
const dutiesOnce = recurringView((subject) => pointViews(subject, subject.item.rights?.duties));

/**
 * What the guide of `effective` says. Drafts are welcome: whatever is missing or of the wrong type is left out,
 * and nothing is thrown.
 */
export function guideView(effective: EffectiveItem, lookups: Lookups): GuideView {
  const { id, division } = effective;
  const item = (soundValue(publishedItem(lookups.shape), effective.item) ?? {}) as Draft<Item>;
  const subject: Subject = { item, division, lookups };
  const { basics = {}, authority = {} } = item;
  const procedure = proceduresOnce(subject);
  const limits = limitsOnce(subject);
  const fees = feesOnce(subject);
  const result = resultView(subject, id);
  const service = servicesOnce(subject);
  return {
    id,
    division,
    divisionName: lookups.divisionName(division),
    name: basics.name ?? id,
    everydayName: basics.everydayName,
    synonyms: basics.synonyms ?? [],
    summary: basics.summary,
    sample: item.sample === true,
    basics: basicFacts(subject),
    basicCode: basics.basicCode,
    handling: handlingLabel(basics.handling),
    served: servedWords(subject),
    accepts: bodyView(subject, authority.accepts),
    decides: bodyView(subject, authority.decides),
    joint: (authority.joint ?? []).map((body) => ({
      ...bodyView(subject, body),
      lead: body.lead === true,
      does: body.does,
    })),
    supervises: authority.supervises && bodyView(subject, authority.supervises),
    questions: questionViews(subject),
    conditions: conditionsOnce(subject),
    refuse: refusalsOnce(subject),
    quantity: quantityFacts(subject),
    materials: materialsOnce(subject),
    forms: formsOnce(subject),
    intermediaries: intermediariesOnce(subject),
    steps: procedure.steps,
    stepsNote: procedure.stepsNote,
    path: procedure.path,
    limits: limits.limits,
    due: limits.due,
    dueExample: limits.dueExample,
    limitCases: limits.limitCases,
    promised: limits.promised,
    statutory: limits.statutory,
    fees: fees.fees,
    feeWords: fees.feeWords,
    feeExamples: fees.feeExamples,
    result: result.result,
    resultName: result.resultName,
    renewal: result.renewal,
    resultSample: result.resultSample,
    legalEffect: effectOnce(subject),
    annual: annualOnce(subject),
    supervision: supervisionOnce(subject),
    reform: reformOnce(subject),
    basis: (item.legalBasis ?? []).map((basis) => {
      const { law, words, gist, article } = citationView(subject, basis);
      return { law, words, gist, article, role: roleLabel(basis.role), quotation: basis.quotation };
    }),
    rights: rightsOnce(subject),
    duties: dutiesOnce(subject),
    remedies: remediesOnce(subject),
    visits: service.visits,
    service: service.service,
    phones: service.phones,
    windows: service.windows,
    faq: service.faq,
    links: service.links,
    bundles: lookups
      .bundlesOf(id, division)
      .map((bundle) => ({ path: bundlePath({ division, id: bundle.id }), name: bundle.name })),
    promulgation: issueFacts(subject),
    added: addedFacts(subject),
    sources: (item.sources ?? []).map(({ text = '未写明', confidence }) =>
      confidence === undefined ? text : `${text}（可信度：${confidenceLabel(confidence)}）`,
    ),
    laws: citedLawIds(subject),
  };
}

function conditionViews(subject: Subject): GuideView['conditions'] {
  const { none, grant } = subject.item.conditions ?? {};
  return groupOf(none, grant, (point, at) => pointView(subject, point, at));
}

function effectViews(subject: Subject): GuideView['legalEffect'] {
  const { legalEffect } = subject.item;
  return groupOf(legalEffect?.none, legalEffect?.text === undefined ? [] : [legalEffect], (effect, at) =>
    pointView(subject, effect, at),
  );
}

function supervisionViews(subject: Subject): GuideView['supervision'] {
  const { none, measures } = subject.item.supervision ?? {};
  return groupOf(none, measures, (point, at) => pointView(subject, point, at));
}

function servedWords({ item, lookups }: Subject): string[] {
  return (item.basics?.served ?? []).map((code) => lookups.codeLabel('served', code).zh);
}

/** 新办、变更、…: the name of the item in front of each says nothing here. */
function variantWords({ item }: Subject): string {
  const name = item.basics?.name ?? '';
  return (item.variants ?? [])
    .map((variant) => {
      const words = variant.name ?? variantLabel(variant.kind);
      return words.startsWith(name) && words !== name ? words.slice(name.length) : words;
    })
    .filter((words) => words !== '')
    .join('、');
}

function basicFacts(subject: Subject): Fact[] {
  const { basics = {} } = subject.item;
  const levels = basics.exerciseLevels?.map(levelLabel);
  return facts([
    [{ zh: '服务对象', en: 'For' }, servedWords(subject).join('、')],
    [{ zh: '事项类型', en: 'Type' }, basics.type && subject.lookups.codeLabel('itemTypes', basics.type).zh],
    [{ zh: '办理项', en: 'Variants' }, variantWords(subject)],
    [{ zh: '行使层级', en: 'Level' }, joined(levels ?? [], '、')],
    [{ zh: '基本编码', en: 'Basic code' }, basics.basicCode],
    [{ zh: '地方编码', en: 'Local code' }, basics.localCode],
  ]);
}

function quantityFacts(subject: Subject): Group<Fact> {
  const { none, total, published, frequency, allotment, basis } = subject.item.quantity ?? {};
  if (none !== undefined) return { none };
  return {
    list: facts([
      [{ zh: '数量', en: 'How many' }, total, citationViews(subject, basis)],
      [{ zh: '公布', en: 'Published' }, published],
      [{ zh: '周期', en: 'How often' }, frequency],
      [{ zh: '分配', en: 'Allotted' }, allotment],
    ]),
  };
}

function annualFacts(subject: Subject): Group<Fact> {
  const annual = subject.item.annualInspection ?? {};
  if (annual.none !== undefined) return { none: annual.none };
  return {
    list: facts([
      [{ zh: '形式', en: 'Form' }, annualLabel(annual.kind), citationViews(subject, annual.basis)],
      [{ zh: '周期', en: 'Period' }, annual.period],
      [{ zh: '要求', en: 'What is asked' }, annual.text],
      [{ zh: '材料', en: 'Materials' }, annual.materials?.join('、')],
      [{ zh: '费用', en: 'Fee' }, annual.fee],
      [{ zh: '合格标志', en: 'Mark' }, annual.mark],
      [{ zh: '联合年检', en: 'Joint' }, annual.joint === true ? '与其他检查合并进行' : undefined],
    ]),
  };
}

function reformFacts({ item }: Subject): Fact[] {
  const { way, measures, afterApproval } = item.reform ?? {};
  return facts([
    [{ zh: '改革方式', en: 'Reform' }, reformLabel(way)],
    [{ zh: '改革举措', en: 'Measures' }, measures],
    [{ zh: '事中事后监管', en: 'After approval' }, afterApproval],
  ]);
}

function issueFacts({ item }: Subject): Fact[] {
  const { promulgation = {}, inForce = {} } = item;
  return facts([
    [{ zh: '发布机关', en: 'Issued by' }, promulgation.issuer],
    [{ zh: '文号', en: 'Number' }, promulgation.documentNumber],
    [{ zh: '发布日期', en: 'Date' }, promulgation.date],
    [{ zh: '效力', en: 'Force' }, promulgation.force],
    [{ zh: '替代', en: 'Replaces' }, promulgation.replaces],
    [{ zh: '施行', en: 'In force from' }, inForce.from],
    [{ zh: '止于', en: 'Until' }, inForce.to],
  ]);
}
