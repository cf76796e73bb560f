import type { EffectiveItem, Lookups } from '../../../catalogue/index.ts';
import type { Bundle } from '../../../model/bundle.ts';
import { fieldAt, labelOf } from '../../../model/field.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { Path } from '../../../model/path.ts';
import { schemas } from '../../../model/schemas.ts';
import { publishedItem } from '../../../model/extendedShape.ts';
import { soundValue } from '../../../model/soundValue.ts';
import {
  formatLimit,
  reckonBundle,
  type BundleMaterial,
  type BundleReckoning,
  type Count,
} from '../../../procedure/index.ts';
import { bodyView } from '../authority.ts';
import { citationViews, citedLawIds } from '../citations.ts';
import { feeViews } from '../fees.ts';
import { serviceView } from '../service.ts';
import { needLabel } from '../materials.ts';
import { facts, groupOf, joined, type Subject } from '../subject.ts';
import type { Fact } from '../types.ts';
import { bundleStepViews } from './bundleSteps.ts';
import { bundleWhen, whenAsked } from './bundleWhen.ts';
import type { BundleMaterialView, BundleMemberView, BundleView, SavingView } from './types.ts';

/** A bundle where the applicant is: `items` are its members' items there, by id. */
export interface BundlePlace {
  bundle: Draft<Bundle>;
  division: string;
  items: ReadonlyMap<string, EffectiveItem>;
  lookups: Lookups;
  /** Path of the guide of an item that is no member, for who applies here. */
  pathOf?: (item: string) => string | undefined;
}

/**
 * What the guide of a bundle says. Drafts are welcome: whatever is missing or of the wrong type is left out, and
 * nothing is thrown.
 */
export function bundleView({ bundle: draft, division, items, lookups, pathOf }: BundlePlace): BundleView {
  const bundle = (soundValue(schemas.bundle, draft) ?? {}) as Draft<Bundle>;
  const subject: Subject = { item: {}, division, lookups };
  const drafts = new Map<string, Draft<Item>>(
    [...items].map(([id, { item }]) => [
      id,
      (soundValue(publishedItem(lookups.shape), item) ?? {}) as Draft<Item>,
    ]),
  );
  const reckoning = reckonBundle(bundle, drafts, {});
  const place = { bundle, division, items, lookups };
  const members = memberViews(place, reckoning);
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? id;
  const steps = bundleStepViews(bundle, reckoning, members);
  const { together } = reckoning.limit;
  const { lead, acceptance = {}, delivery = {}, limits = {}, inForce = {}, promulgation = {} } = bundle;
  const service = serviceView({
    ...subject,
    item: {
      service: {
        ...(acceptance.channels !== undefined && { channels: acceptance.channels }),
        windows: nearestWindows(acceptance.windows ?? [], division, lookups),
      },
    },
  });
  return {
    id: bundle.id ?? '',
    division,
    divisionName: lookups.divisionName(division),
    name: bundle.name ?? bundle.id ?? '未写明',
    everydayName: bundle.everydayName,
    synonyms: bundle.synonyms ?? [],
    summary: bundle.summary,
    sample: bundle.sample === true,
    themes: bundle.themes ?? [],
    lead: bodyView(subject, lead),
    acceptance: acceptance.text,
    seal: sealFacts(subject, bundle),
    questions: (bundle.questions ?? []).flatMap(({ id, text = '', help, options = [] }, i) =>
      id === undefined
        ? []
        : [
            {
              id,
              pointer: `/questions/${i}`,
              text,
              help,
              options: options.map((option) => ({ id: option.id ?? '', text: option.text ?? '' })),
            },
          ],
    ),
    members,
    inside: reckoning.materials.list.flatMap(({ name, inside, of }) =>
      inside === undefined ? [] : [{ text: name, from: nameOf(inside), how: howInside(reckoning, of[0]!) }],
    ),
    materials: reckoning.materials.list
      .filter(({ inside }) => inside === undefined)
      .map((one) => materialView(place, reckoning, one, nameOf)),
    notice: bundle.notice,
    steps,
    joint: (bundle.joint ?? []).map((one, index) => ({
      index,
      name: one.name ?? '未写明',
      kind: labelIn(['joint', 0, 'kind'], one.kind),
      members: [...new Set((one.steps ?? []).map(({ member }) => nameOf(member ?? '')))],
      days: one.days === undefined ? '' : formatLimit(one.days),
      text: one.text,
    })),
    path: together.kind === 'path' ? together.ids.map(nameOf) : [],
    promised: formatLimit(limits.promised),
    limits: limitFacts(subject, bundle),
    savings: savingViews(reckoning),
    cautions: cautions(reckoning, nameOf),
    fees: members.map(({ name, fee }) => `${name}：${fee}`).join('；'),
    delivery: joined([labelIn(['delivery', 'way'], delivery.way), delivery.text], '。'),
    excluded: (bundle.excluded ?? []).map(({ name, item, reason }, index) => ({
      index,
      name: name ?? item ?? '未写明',
      path: item === undefined ? undefined : pathOf?.(item),
      reason: reason ?? '未写明',
    })),
    annual: annualFacts(subject, bundle, nameOf),
    windows: service.windows,
    service: service.service,
    visits: reckoning.visits.together === 0 ? '不用跑' : `${reckoning.visits.together} 次`,
    basis: citationViews(subject, bundle.basis),
    documents: bundle.documents ?? [],
    promulgation: facts([
      [{ zh: '发布机关', en: 'Issued by' }, promulgation.issuer],
      [{ zh: '文号', en: 'Number' }, promulgation.documentNumber],
      [{ zh: '发布日期', en: 'Date' }, promulgation.date],
      [{ zh: '效力', en: 'Force' }, promulgation.force],
      [{ zh: '施行', en: 'In force from' }, inForce.from],
      [{ zh: '止于', en: 'Until' }, inForce.to],
    ]),
    sources: (bundle.sources ?? []).map(({ text = '未写明', confidence }) =>
      confidence === undefined
        ? text
        : `${text}（可信度：${labelIn(['sources', 0, 'confidence'], confidence)}）`,
    ),
    // What it cites is found the same way as in an item.
    laws: citedLawIds({ ...subject, item: bundle as Draft<Item> }),
  };
}

function memberViews(
  { bundle, division, items, lookups }: BundlePlace,
  { members, edges, ruledOut, missing }: BundleReckoning,
): BundleMemberView[] {
  const nameOf = (id: string) => {
    const item = bundle.members?.find((member) => member.id === id)?.item ?? '';
    return items.get(item)?.item.basics?.name ?? lookups.itemName(item) ?? id;
  };
  return (bundle.members ?? []).flatMap((member, index): BundleMemberView[] => {
    const { id } = member;
    if (id === undefined || ruledOut.includes(id)) return [];
    const standing = members.find((one) => one.id === id);
    const effective = items.get(member.item ?? '');
    const own: Subject = { item: standing?.item ?? {}, division: effective?.division ?? division, lookups };
    const { limit, ownLimit } = standing ?? {};
    return [
      {
        id,
        index,
        name: nameOf(id),
        path: effective === undefined ? undefined : `${effective.division}/${effective.id}.html`,
        decides: bodyView(own, own.item.authority?.decides),
        place:
          effective === undefined || effective.division === division
            ? undefined
            : lookups.divisionName(effective.division),
        limit: formatLimit(limit),
        alone: limit?.from === 'bundle' ? formatLimit(ownLimit) : undefined,
        fee: standing === undefined ? '未写明' : feeViews(own).feeWords,
        waits: [...new Set(edges.filter((edge) => edge.after === id).map((edge) => nameOf(edge.before)))],
        notes: [
          ...(missing.includes(id) ? ['这里没有机关实施'] : []),
          ...(member.note === undefined ? [] : [member.note]),
        ],
        ...bundleWhen(own, bundle, member.when),
      },
    ];
  });
}

function materialView(
  { bundle, division, lookups }: BundlePlace,
  { members }: BundleReckoning,
  { shared, name, of }: BundleMaterial,
  nameOf: (id: string) => string,
): BundleMaterialView {
  const index = shared === undefined ? -1 : (bundle.shared ?? []).findIndex(({ id }) => id === shared);
  // Whoever asks most decides what it is.
  const most = of.find(({ material }) => material.need === 'required') ?? of[0]!;
  const item = members.find(({ id }) => id === most.member)?.item;
  const form = item?.forms?.list?.find(({ id }) => id === most.material.form);
  const notes = index === -1 ? most.material.notes : bundle.shared?.[index]?.notes;
  return {
    index: index === -1 ? undefined : index,
    text: name === '' ? '未写明' : name,
    ...bundleWhen({ division, lookups }, bundle, whenAsked(bundle, members, of)),
    required: most.material.need === 'required' && most.material.sharing !== true,
    need: needLabel(most.material.need),
    members: [...new Set(of.map(({ member }) => nameOf(member)))],
    notes: notes === undefined ? [] : [notes],
    // One form for several is the bundle's own, which no member has.
    form: of.length === 1 ? form?.file : undefined,
    sample: of.length === 1 ? (most.material.sample ?? form?.sample) : undefined,
  };
}

function howInside(
  { parallel }: BundleReckoning,
  { member, material }: BundleMaterial['of'][number],
): string {
  const way = parallel.find((one) => one.member === member && one.material === material.id)?.way;
  return way === undefined ? '办结后由机关转交' : labelIn(['members', 0, 'parallel', 0, 'way'], way);
}

function limitFacts(subject: Subject, { limits = {} }: Draft<Bundle>): BundleView['limits'] {
  return (['promised', 'statutory', 'extension'] as const).flatMap((key) => {
    const limit = limits[key];
    if (limit === undefined) return [];
    const note = limit.note === undefined ? '' : `（${limit.note}）`;
    const label = fieldAt('bundle', ['limits', key])?.title ?? { zh: key, en: key };
    return [{ key, label, value: formatLimit(limit) + note, basis: citationViews(subject, limit.basis) }];
  });
}

function savingViews({ limit, materials, visits, members }: BundleReckoning): SavingView[] {
  const { together, apart } = limit;
  const days: SavingView[] =
    together.kind === 'cycle'
      ? []
      : [
          {
            label: { zh: '办理时限', en: 'Days' },
            apart: formatLimit({ value: apart.days, unit: apart.unit }),
            together: formatLimit({ value: together.days, unit: together.unit }),
          },
        ];
  return [
    ...days,
    {
      label: { zh: '要交的材料', en: 'To hand in' },
      apart: `${countWords(materials.handIn.apart)} 项`,
      together: `${countWords(materials.handIn.together)} 项`,
    },
    {
      label: { zh: '要填的表', en: 'Forms' },
      apart: `${countWords(materials.forms.apart)} 张`,
      together: `${countWords(materials.forms.together)} 张`,
    },
    {
      label: { zh: '申请的次数', en: 'Applications' },
      apart: `${members.length} 次`,
      together: '1 次',
    },
    {
      label: { zh: '到现场', en: 'Visits' },
      apart: `${visits.apart} 次`,
      together: `${visits.together} 次`,
    },
  ];
}

function cautions({ limit }: BundleReckoning, nameOf: (id: string) => string): string[] {
  const { together, apart } = limit;
  const names = (ids: readonly string[]) => ids.map(nameOf).join('、');
  const special = together.kind === 'path' ? together.excludedDays : 0;
  return [
    apart.converted.length === 0
      ? ''
      : `${names(apart.converted)}的时限单位不同，按五个工作日合七日折算，是约数。`,
    apart.undated.length === 0 ? '' : `${names(apart.undated)}没有写明时限，没有计入。`,
    special === 0
      ? ''
      : `另有最长 ${special} 日的专家评审等特别程序依法不计入（《行政许可法》第四十五条）；依次办时是 ${apart.excludedDays} 日。`,
  ].filter((caution) => caution !== '');
}

function countWords({ least, most }: Count): string {
  return least === most ? String(most) : `${least} 至 ${most}`;
}

function sealFacts(subject: Subject, { seal = {} }: Draft<Bundle>): Fact[] {
  const holder = seal.holder && bodyView(subject, seal.holder).name;
  return facts([
    [
      { zh: '印章', en: 'Seal' },
      seal.none ?? joined([seal.name, holder && `由${holder}使用`, seal.text], '；'),
      citationViews(subject, seal.basis),
    ],
  ]);
}

function annualFacts(
  subject: Subject,
  { annualInspection: annual = {} }: Draft<Bundle>,
  nameOf: (id: string) => string,
): BundleView['annual'] {
  return groupOfFacts(annual.none, [
    [
      { zh: '一并检查', en: 'Inspected together' },
      annual.members?.map(nameOf).join('、'),
      citationViews(subject, annual.basis),
    ],
    [{ zh: '周期', en: 'Period' }, annual.period],
    [{ zh: '要求', en: 'What is asked' }, annual.text],
  ]);
}

function groupOfFacts(none: string | undefined, sources: Parameters<typeof facts>[0]): BundleView['annual'] {
  return groupOf(none, facts(sources), (fact) => fact);
}

/** The windows of the division, or else those of the nearest division above it that has any. */
function nearestWindows(refs: readonly string[], division: string, lookups: Lookups): string[] {
  for (const code of lookups.divisionChain(division)) {
    const here = refs.filter((ref) => lookups.centre(lookups.window(ref)?.centre ?? '')?.division === code);
    if (here.length > 0) return here;
  }
  return [];
}

function labelIn(path: Path, code: string | undefined): string {
  const schema = fieldAt('bundle', path)?.schema;
  return code === undefined || schema === undefined ? (code ?? '') : labelOf(schema, code).zh;
}
