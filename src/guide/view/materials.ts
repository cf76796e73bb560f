import type { When } from '../../model/generated/schemas.ts';
import type { Draft, Material } from '../../model/item.ts';
import { whenView } from './cases.ts';
import { pointView } from './points.ts';
import { groupOf, joined, labelsAt, type Subject } from './subject.ts';
import type { FormView, GuideView, Group, MaterialView } from './types.ts';

const kindLabel = labelsAt('materials', 'list', 0, 'kind');
const mediumLabel = labelsAt('materials', 'list', 0, 'medium');
const sourceLabel = labelsAt('materials', 'list', 0, 'source');
/** Whether a material has to be handed in. */
export const needLabel = labelsAt('materials', 'list', 0, 'need');

/** What is handed in: each with its kind, copies, source, the reason it is asked for, form and sample. */
export function materialViews(subject: Subject): Group<MaterialView> {
  const { none, list } = subject.item.materials ?? {};
  return groupOf(none, list, (material, index) => materialView(subject, material, index));
}

export function formViews(subject: Subject): Group<FormView> {
  const { forms, materials } = subject.item;
  return groupOf(forms?.none, forms?.list, (form, index) => ({
    index,
    when: whenView(subject, onlyCase((materials?.list ?? []).filter((one) => one.form === form.id))).when,
    name: form.name ?? form.id ?? '未写明',
    file: form.file,
    sample: form.sample,
    notes: form.notes,
  }));
}

/** A form for several materials is shown in every case, for one of them may be asked for. */
function onlyCase([only, ...others]: Draft<Material>[]): Draft<When> | undefined {
  return others.length === 0 ? only?.when : undefined;
}

export function intermediaryViews(subject: Subject): GuideView['intermediaries'] {
  const { intermediaries } = subject.item;
  if (intermediaries === undefined) return undefined;
  return groupOf(intermediaries.none, intermediaries.list, (one, index) => {
    const payer = one.payer === undefined ? '' : `由${one.payer === 'agency' ? '机关' : '申请人'}付费`;
    return pointView(subject, { ...one, text: joined([one.name, one.providers, payer], '；') }, index);
  });
}

function materialView(subject: Subject, material: Draft<Material>, index: number): MaterialView {
  const { item, lookups } = subject;
  const form = item.forms?.list?.find((one) => one.id === material.form);
  const { originals = 0, copies = 0, resultOf } = material;
  const { name = material.id, basis, when } = material;
  const point = pointView(subject, { text: name, basis, when }, index);
  return {
    index,
    text: point.text,
    basis: point.basis,
    when: point.when,
    whenWords: point.whenWords,
    // 其他 tells nobody anything.
    kind: material.kind === 'other' ? '' : kindLabel(material.kind),
    medium: mediumLabel(material.medium),
    need: needLabel(material.need),
    required: material.need === 'required',
    copies: joined([originals > 0 && `原件 ${originals} 份`, copies > 0 && `复印件 ${copies} 份`], '，'),
    source: joined([sourceLabel(material.source), material.issuer], '：'),
    notes: [
      material.notes,
      material.acceptance,
      material.sharing === true ? '能通过数据共享取得的，不用交。' : undefined,
      material.electronicLicence === true ? '可用电子证照。' : undefined,
    ].filter((note) => note !== undefined),
    why: proves(subject, material),
    form: form?.file,
    sample: material.sample ?? form?.sample,
    resultOf:
      resultOf === undefined ? undefined : { id: resultOf, name: lookups.itemName(resultOf) ?? resultOf },
  };
}

function proves({ item }: Subject, material: Draft<Material>): string | undefined {
  const places = (material.conditions ?? [])
    .map((id) => item.conditions?.grant?.findIndex((condition) => condition.id === id) ?? -1)
    .filter((place) => place >= 0)
    .map((place) => String(place + 1));
  return places.length === 0 ? undefined : `用来证明符合条件 ${places.join('、')}`;
}
