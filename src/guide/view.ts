import type { EffectiveItem, Lookups } from '../catalogue/index.ts';
import { citeInWords } from '../model/citedLaws.ts';
import { fieldAt, labelOf } from '../model/field.ts';
import type { Citation, When } from '../model/generated/schemas.ts';
import type { Draft, Fee, Item, Material, Step } from '../model/item.ts';
import { schemas, type Words } from '../model/schemas.ts';
import { soundValue } from '../model/soundValue.ts';
import { criticalPath, formatFen, formatLimit, stepGraph } from '../procedure/index.ts';

/** A citation ready to be shown: 《…》第…条, with the id of the law where it is in the registry. */
export interface CitationView {
  law: string | undefined;
  words: string;
  gist: string | undefined;
}

/** An element that stands only for some answers: question id to the values that keep it. */
export type WhenView = Record<string, string[]>;

export interface QuestionView {
  id: string;
  text: string;
  help: string | undefined;
  options: { id: string; text: string }[];
}

/** A sentence with its basis. */
export interface PointView {
  index: number;
  text: string;
  basis: CitationView[];
  when: WhenView;
  whenWords: string;
}

export interface MaterialView extends PointView {
  kind: string;
  medium: string;
  need: string;
  copies: string;
  source: string;
  notes: string[];
  form: string | undefined;
  sample: string | undefined;
  resultOf: { id: string; name: string } | undefined;
}

export interface StepView extends PointView {
  id: string;
  kind: string;
  days: string;
  post: string;
  output: string;
  after: string[];
  excluded: boolean;
  critical: boolean;
  examines: string[];
}

export interface FeeView extends PointView {
  standard: string;
  standardBasis: CitationView[];
  reductions: string[];
  payAt: string | undefined;
}

/** Something filled in, or expressly none. `undefined` parts are not written yet. */
export type Group<T> = { none: string } | { none?: undefined; list: T[] };

export interface BodyView {
  name: string;
  agency: string | undefined;
  phone: string | undefined;
  words: string | undefined;
}

/** All that a guide says, in words; a template only arranges it. */
export interface GuideView {
  id: string;
  division: string;
  divisionName: string;
  name: string;
  everydayName: string | undefined;
  synonyms: string[];
  summary: string | undefined;
  sample: boolean;
  codes: { label: Words; value: string }[];
  handling: string;
  served: string[];
  accepts: BodyView;
  decides: BodyView;
  joint: (BodyView & { lead: boolean; does: string | undefined })[];
  supervises: BodyView | undefined;
  questions: QuestionView[];
  conditions: Group<PointView>;
  refuse: PointView[];
  quantity: Group<{ label: Words; value: string }> & { basis: CitationView[] };
  materials: Group<MaterialView>;
  forms: Group<{
    name: string;
    file: string | undefined;
    sample: string | undefined;
    notes: string | undefined;
  }>;
  intermediaries: Group<PointView> | undefined;
  steps: Group<StepView>;
  path: { days: number; names: string[] } | undefined;
  limits: { label: Words; value: string; basis: CitationView[]; key: string }[];
  limitsNone: string | undefined;
  promised: string;
  statutory: string;
  fees: Group<FeeView>;
  feeWords: string;
  result: Group<{ label: Words; value: string; basis: CitationView[] }>;
  legalEffect: { none: string } | { none?: undefined; text: string; basis: CitationView[] };
  annual: Group<{ label: Words; value: string }> & { basis: CitationView[] };
  supervision: Group<PointView>;
  basis: (CitationView & { role: string; quotation: string | undefined })[];
  rights: PointView[];
  duties: PointView[];
  remedies: { label: Words; value: string; basis: CitationView[] }[];
  service: { label: Words; value: string; href?: string }[];
  windows: {
    name: string;
    number: string;
    centre: string;
    address: string;
    hours: string;
    phone: string | undefined;
  }[];
  faq: { question: string; answer: string }[];
  links: { label: Words; href: string }[];
  promulgation: { label: Words; value: string }[];
  sources: string[];
}

const w = (zh: string, en: string): Words => ({ zh, en });

/**
 * What the guide of `effective` says. Drafts are welcome: whatever is missing or of the wrong type is left out,
 * and nothing is thrown.
 */
export function guideView(effective: EffectiveItem, lookups: Lookups): GuideView {
  const item = (soundValue(schemas.item, effective.item) ?? {}) as Draft<Item>;
  const say = new Sayer(item, lookups, effective.division);
  const { basics = {}, authority = {}, service = {}, limits = {}, result = {} } = item;
  const path =
    item.procedure?.steps === undefined ? undefined : criticalPath(item.procedure.steps, item.limits);
  const fees = say.group(item.fees?.none, item.fees?.list, (fee, index) => say.fee(fee, index));
  const name = basics.name ?? effective.id;
  return {
    id: effective.id,
    division: effective.division,
    divisionName: lookups.divisionName(effective.division),
    name,
    everydayName: basics.everydayName,
    synonyms: basics.synonyms ?? [],
    summary: basics.summary,
    sample: item.sample === true,
    codes: filled([
      [w('基本编码', 'Basic code'), basics.basicCode],
      [w('地方编码', 'Local code'), basics.localCode],
      [w('事项类型', 'Type'), basics.type && lookups.codeLabel('itemTypes', basics.type).zh],
      [w('行使层级', 'Level'), say.labels(['basics', 'exerciseLevels', 0], basics.exerciseLevels)],
    ]),
    handling: say.label(['basics', 'handling'], basics.handling),
    served: (basics.served ?? []).map((code) => lookups.codeLabel('served', code).zh),
    accepts: say.body(authority.accepts),
    decides: say.body(authority.decides),
    joint: (authority.joint ?? []).map((body) => ({
      ...say.body(body),
      lead: body.lead === true,
      does: body.does,
    })),
    supervises: authority.supervises && say.body(authority.supervises),
    questions: (item.questions ?? []).flatMap((question) => say.question(question)),
    conditions: say.group(item.conditions?.none, item.conditions?.grant, (point, index) =>
      say.point(point, index),
    ),
    refuse: (item.conditions?.refuse ?? []).map((point, index) => say.point(point, index)),
    quantity: {
      ...say.facts(item.quantity?.none, [
        [w('数量', 'How many'), item.quantity?.total],
        [w('公布', 'Published'), item.quantity?.published],
        [w('周期', 'How often'), item.quantity?.frequency],
        [w('分配', 'Allotted'), item.quantity?.allotment],
      ]),
      basis: say.citations(item.quantity?.basis),
    },
    materials: say.group(item.materials?.none, item.materials?.list, (material, index) =>
      say.material(material, index),
    ),
    forms: say.group(item.forms?.none, item.forms?.list, (form) => ({
      name: form.name ?? form.id ?? '',
      file: form.file,
      sample: form.sample,
      notes: form.notes,
    })),
    intermediaries:
      item.intermediaries &&
      say.group(item.intermediaries.none, item.intermediaries.list, (one, index) => ({
        ...say.point(
          {
            ...one,
            text: [
              one.name,
              one.providers,
              one.payer && `由${one.payer === 'agency' ? '机关' : '申请人'}付费`,
            ]
              .filter(Boolean)
              .join('；'),
          },
          index,
        ),
      })),
    steps: say.steps(path?.kind === 'path' ? path.ids : []),
    path:
      path?.kind === 'path' && path.ids.length > 0
        ? {
            days: path.days,
            names: path.ids.map((id) => item.procedure?.steps?.find((step) => step.id === id)?.name ?? id),
          }
        : undefined,
    limits: (['promised', 'statutory', 'acceptance', 'delivery', 'extension'] as const).flatMap((key) =>
      limits[key] === undefined
        ? []
        : [
            {
              key,
              label: say.title(['limits', key]),
              value: `${formatLimit(limits[key])}${limits[key].note === undefined ? '' : `（${limits[key].note}）`}`,
              basis: say.citations(limits[key].basis),
            },
          ],
    ),
    limitsNone: limits.none,
    promised: limits.none ?? formatLimit(limits.promised),
    statutory: limits.none ?? formatLimit(limits.statutory),
    fees,
    feeWords:
      fees.none !== undefined
        ? '不收费'
        : fees.list.length === 0
          ? '未写明'
          : fees.list.map((fee) => fee.standard).join('；'),
    result: say.result(result),
    legalEffect:
      item.legalEffect?.none !== undefined
        ? { none: item.legalEffect.none }
        : { text: item.legalEffect?.text ?? '', basis: say.citations(item.legalEffect?.basis) },
    annual: {
      ...say.facts(item.annualInspection?.none, [
        [w('形式', 'Form'), say.label(['annualInspection', 'kind'], item.annualInspection?.kind)],
        [w('周期', 'Period'), item.annualInspection?.period],
        [w('要求', 'What is asked'), item.annualInspection?.text],
        [w('材料', 'Materials'), item.annualInspection?.materials?.join('、')],
        [w('费用', 'Fee'), item.annualInspection?.fee],
        [w('联合年检', 'Joint'), item.annualInspection?.joint === true ? '与其他检查合并进行' : undefined],
      ]),
      basis: say.citations(item.annualInspection?.basis),
    },
    supervision: say.group(item.supervision?.none, item.supervision?.measures, (point, index) =>
      say.point(point, index),
    ),
    basis: (item.legalBasis ?? []).map((basis) => ({
      ...say.citation(basis),
      role: say.label(['legalBasis', 0, 'role'], basis.role),
      quotation: basis.quotation,
    })),
    rights: (item.rights?.rights ?? []).map((point, index) => say.point(point, index)),
    duties: (item.rights?.duties ?? []).map((point, index) => say.point(point, index)),
    remedies: say.remedies(),
    service: say.service(),
    windows: (service.windows ?? []).flatMap((ref) => say.window(ref)),
    faq: (service.faq ?? []).map(({ question = '', answer = '' }) => ({ question, answer })),
    links: [
      [w('网上办理', 'Apply online'), service.applyUrl] as const,
      [w('查进度', 'Follow progress'), service.progressUrl] as const,
      [w('评价', 'Rate'), service.rateUrl] as const,
    ].flatMap(([label, href]) => (href === undefined ? [] : [{ label, href }])),
    promulgation: filled([
      [w('发布机关', 'Issued by'), item.promulgation?.issuer],
      [w('文号', 'Number'), item.promulgation?.documentNumber],
      [w('发布日期', 'Date'), item.promulgation?.date],
      [w('效力', 'Force'), item.promulgation?.force],
      [w('替代', 'Replaces'), item.promulgation?.replaces],
      [w('施行', 'In force from'), item.inForce?.from],
      [w('止于', 'Until'), item.inForce?.to],
    ]),
    sources: (item.sources ?? []).map(
      (source) => `${source.text ?? ''}（${say.label(['sources', 0, 'confidence'], source.confidence)}）`,
    ),
  };
}

function filled(pairs: readonly (readonly [Words, string | undefined])[]): { label: Words; value: string }[] {
  return pairs.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

/** Puts the parts of one item into words. */
class Sayer {
  readonly #item: Draft<Item>;
  readonly #lookups: Lookups;
  readonly #division: string;

  constructor(item: Draft<Item>, lookups: Lookups, division: string) {
    this.#item = item;
    this.#lookups = lookups;
    this.#division = division;
  }

  title(path: (string | number)[]): Words {
    return fieldAt('item', path)?.title ?? { zh: '', en: '' };
  }

  label(path: (string | number)[], value: string | undefined): string {
    const schema = fieldAt('item', path)?.schema;
    return value === undefined ? '' : schema === undefined ? value : labelOf(schema, value).zh;
  }

  labels(path: (string | number)[], values: string[] | undefined): string {
    return (values ?? []).map((value) => this.label(path, value)).join('、');
  }

  group<E, T>(
    none: string | undefined,
    list: E[] | undefined,
    view: (element: E, index: number) => T,
  ): Group<T> {
    return none !== undefined ? { none } : { list: (list ?? []).map(view) };
  }

  facts(
    none: string | undefined,
    pairs: [Words, string | undefined][],
  ): Group<{ label: Words; value: string }> {
    return none !== undefined ? { none } : { list: filled(pairs) };
  }

  citation(citation: Draft<Citation>): CitationView {
    const { law: id = '', article, paragraph, item } = citation;
    const law = this.#lookups.law(id);
    // The words of a citation are those of the registry; the built-in titles serve laws it lacks.
    const tail = citeInWords({
      law: '',
      ...(article !== undefined && { article }),
      ...(paragraph !== undefined && { paragraph }),
    }).zh.slice(2);
    const words =
      law === undefined
        ? citeInWords({ law: id, ...(article !== undefined && { article }) }).zh
        : `《${law.title}》${tail}`;
    return {
      law: law?.id,
      words: item === undefined ? words : `${words}第（${item}）项`,
      gist: law?.articles?.find((one) => one.number === article)?.gist,
    };
  }

  citations(list: Draft<Citation>[] | undefined): CitationView[] {
    return (list ?? []).map((citation) => this.citation(citation));
  }

  point(point: { text?: string; basis?: Draft<Citation>[]; when?: Draft<When> }, index: number): PointView {
    return { index, text: point.text ?? '', basis: this.citations(point.basis), ...this.#when(point.when) };
  }

  body(body: { agency?: string; department?: string; text?: string } | undefined): BodyView {
    const agency =
      (body?.agency === undefined ? undefined : this.#lookups.agency(body.agency)) ??
      (body?.department === undefined ? undefined : this.#lookups.agencyFor(body.department, this.#division));
    const department =
      body?.department === undefined ? undefined : this.#lookups.codeLabel('departments', body.department).zh;
    const words = body?.text ?? (department === undefined ? undefined : `${department}主管部门`);
    return { name: agency?.name ?? words ?? '未写明', agency: agency?.id, phone: agency?.phone, words };
  }

  material(material: Draft<Material>, index: number): MaterialView {
    const at = (key: string) => ['materials', 'list', 0, key];
    const form = this.#item.forms?.list?.find((one) => one.id === material.form);
    const { originals = 0, copies = 0 } = material;
    return {
      ...this.point({ ...material, text: material.name ?? material.id ?? '' }, index),
      kind: this.label(at('kind'), material.kind),
      medium: this.label(at('medium'), material.medium),
      need: this.label(at('need'), material.need),
      copies: [originals > 0 && `原件 ${originals} 份`, copies > 0 && `复印件 ${copies} 份`]
        .filter(Boolean)
        .join('，'),
      source: [this.label(at('source'), material.source), material.issuer].filter(Boolean).join('：'),
      notes: [
        material.notes,
        material.acceptance,
        material.sharing === true ? '能通过数据共享取得的，不用交。' : undefined,
        material.electronicLicence === true ? '可用电子证照。' : undefined,
        this.#proves(material),
      ].filter((note) => note !== undefined),
      form: form?.file,
      sample: material.sample ?? form?.sample,
      resultOf:
        material.resultOf === undefined
          ? undefined
          : { id: material.resultOf, name: this.#lookups.itemName(material.resultOf) ?? material.resultOf },
    };
  }

  fee(fee: Draft<Fee>, index: number): FeeView {
    return {
      ...this.point({ ...fee, text: fee.name ?? fee.id ?? '' }, index),
      standard: this.#standard(fee),
      standardBasis: this.citations(fee.standardBasis),
      reductions: (fee.reductions ?? []).map((reduction) => reduction.text ?? ''),
      payAt: fee.payAt,
    };
  }

  steps(critical: readonly string[]): Group<StepView> {
    const { none, steps = [] } = this.#item.procedure ?? {};
    if (none !== undefined) return { none };
    const order = stepGraph(steps).order;
    const place = (step: Draft<Step>) =>
      order.includes(step.id ?? '') ? order.indexOf(step.id ?? '') : steps.length;
    const nameOf = (id: string) => steps.find((step) => step.id === id)?.name ?? id;
    return {
      list: steps
        .map((step, index) => ({
          ...this.point({ ...step, text: step.name ?? step.id ?? '' }, index),
          id: step.id ?? '',
          kind: this.label(['procedure', 'steps', 0, 'kind'], step.kind),
          days: step.days === undefined ? '' : formatLimit(step.days),
          post: [step.actor?.post, step.staff === undefined ? undefined : `${step.staff} 人`]
            .filter(Boolean)
            .join('，'),
          output: step.output ?? '',
          after: (step.after ?? []).map(nameOf),
          excluded: step.excluded === true,
          critical: critical.includes(step.id ?? ''),
          examines: (step.examines ?? []).map((point) => point.text ?? ''),
          order: place(step),
        }))
        .sort((a, b) => a.order - b.order),
    };
  }

  result(result: Draft<Item['result']>): GuideView['result'] {
    if (result.none !== undefined) return { none: result.none };
    const { validity, renewal, territory } = result;
    const unit =
      validity?.unit === undefined ? '' : this.label(['result', 'validity', 'unit'], validity.unit);
    const until = validity?.none ?? (validity?.value === undefined ? undefined : `${validity.value} ${unit}`);
    const facts: [Words, string | undefined, Draft<Citation>[] | undefined][] = [
      [w('名称', 'Name'), result.name, undefined],
      [w('类型', 'Kind'), this.label(['result', 'kind'], result.kind), undefined],
      [
        w('有效期', 'Validity'),
        until === undefined
          ? undefined
          : `${until}${validity?.note === undefined ? '' : `（${validity.note}）`}`,
        validity?.basis,
      ],
      [w('延续', 'Renewal'), renewal?.text, renewal?.basis],
      [w('变更', 'Change'), result.change, undefined],
      [
        w('适用地域', 'Where valid'),
        [territory && this.label(['result', 'territory', 'scope'], territory.scope), territory?.text]
          .filter(Boolean)
          .join('：'),
        territory?.basis,
      ],
    ];
    return {
      list: facts.flatMap(([label, value, basis]) =>
        value === undefined || value === '' ? [] : [{ label, value, basis: this.citations(basis) }],
      ),
    };
  }

  remedies(): GuideView['remedies'] {
    const { review, litigation } = this.#item.rights ?? {};
    return [
      ...(review === undefined
        ? []
        : [
            {
              label: w('行政复议', 'Administrative review'),
              value: `知道决定之日起 ${review.days ?? 60} 日内，向${review.body ?? '复议机关'}申请。`,
              basis: this.citations(review.basis),
            },
          ]),
      ...(litigation === undefined
        ? []
        : [
            {
              label: w('行政诉讼', 'Litigation'),
              value: `知道决定之日起 ${litigation.months ?? 6} 个月内，向${litigation.court ?? '人民法院'}起诉。`,
              basis: this.citations(litigation.basis),
            },
          ]),
    ];
  }

  service(): GuideView['service'] {
    const service = this.#item.service ?? {};
    const code = (list: string, value: string | undefined) =>
      value === undefined ? undefined : this.#lookups.codeLabel(list, value).zh;
    const yes = [
      service.booking === true && '可预约',
      service.courier === true && '可快递送达',
      service.agent === true && '提供代办',
      service.greenChannel === true && '有绿色通道',
      service.holidayAppointment === true && '节假日可预约办理',
    ].filter((one) => one !== false);
    const facts: GuideView['service'] = filled([
      [w('办理形式', 'Channels'), (service.channels ?? []).map((one) => code('channels', one)).join('、')],
      [w('办理时间', 'Hours'), service.hours],
      [
        w('到现场次数', 'Visits'),
        service.visits === undefined
          ? undefined
          : service.visits === 0
            ? '不用跑'
            : `${service.visits} 次${service.visitsReason === undefined ? '' : `（${service.visitsReason}）`}`,
      ],
      [w('网办深度', 'Online'), code('onlineDepths', service.onlineDepth)],
      [w('通办范围', 'Reach'), code('reaches', service.reach)],
      [
        w('进驻中心', 'In the centre'),
        service.inCentre === undefined
          ? undefined
          : service.inCentre
            ? '已进驻'
            : `未进驻：${service.notInCentreReason ?? ''}`,
      ],
      [w('决定地点', 'Decided at'), this.label(['service', 'placeOfDecision'], service.placeOfDecision)],
      [w('便民措施', 'Made easier'), yes.join('、')],
      [w('首问负责', 'First asked'), service.firstAsked],
    ]);
    for (const [label, phone] of [
      [w('咨询电话', 'Advice'), service.phones?.advice],
      [w('监督投诉', 'Complaints'), service.phones?.complaint],
    ] as const)
      if (phone !== undefined) facts.push({ label, value: phone, href: `tel:${phone.replaceAll('-', '')}` });
    return facts;
  }

  window(ref: string): GuideView['windows'] {
    const window = this.#lookups.window(ref);
    const centre = window && this.#lookups.centre(window.centre);
    return window === undefined || centre === undefined
      ? []
      : [
          {
            name: window.name,
            number: window.number,
            centre: centre.name,
            address: [centre.address, window.floor].filter(Boolean).join(' '),
            hours: centre.hours,
            phone: window.phone ?? centre.phones?.advice,
          },
        ];
  }

  question(question: NonNullable<Draft<Item>['questions']>[number]): QuestionView[] {
    const { id, text = '', help } = question;
    if (id === undefined) return [];
    const options =
      question.kind === 'number'
        ? this.#ranges(id).map((range) => ({ id: rangeKey(range), text: rangeWords(range, question.unit) }))
        : (question.options ?? []).map((option) => ({ id: option.id ?? '', text: option.text ?? '' }));
    return [{ id, text, help, options }];
  }

  /** The ranges that any `when` draws over a number question: they are what an answer can decide. */
  #ranges(question: string): Range[] {
    const whens = [
      this.#item.materials?.list,
      this.#item.procedure?.steps,
      this.#item.fees?.list,
      this.#item.conditions?.grant,
    ]
      .flatMap((list): { when?: Draft<When> }[] => list ?? [])
      .map((element) => element.when?.[question]);
    const ranges = new Map<string, Range>();
    for (const range of whens)
      if (range !== undefined && !Array.isArray(range)) ranges.set(rangeKey(range), range);
    return [...ranges.values()];
  }

  #when(when: Draft<When> | undefined): { when: WhenView; whenWords: string } {
    const view: WhenView = {};
    const words: string[] = [];
    for (const [id, wanted] of Object.entries(when ?? {})) {
      if (wanted === undefined) continue;
      const question = this.#item.questions?.find((one) => one.id === id);
      if (Array.isArray(wanted)) {
        view[id] = wanted;
        words.push(
          wanted
            .map((option) => question?.options?.find((one) => one.id === option)?.text ?? option)
            .join('或'),
        );
      } else {
        view[id] = this.#ranges(id)
          .filter((range) => overlap(range, wanted))
          .map(rangeKey);
        words.push(`${question?.text ?? id} ${rangeWords(wanted, question?.unit)}`);
      }
    }
    return { when: view, whenWords: words.join('，并且') };
  }

  #proves(material: Draft<Material>): string | undefined {
    const conditions = (material.conditions ?? [])
      .map((id) => this.#item.conditions?.grant?.findIndex((condition) => condition.id === id) ?? -1)
      .filter((index) => index >= 0)
      .map((index) => `第 ${index + 1} 项`);
    return conditions.length === 0 ? undefined : `用来证明条件${conditions.join('、')}。`;
  }

  #standard(fee: Draft<Fee>): string {
    const standard = fee.standard;
    switch (standard?.kind) {
      case 'fixed':
        return standard.amount === undefined ? '未写明' : formatFen(standard.amount);
      case 'unit':
        return standard.amount === undefined
          ? '未写明'
          : `每${standard.unit ?? '单位'} ${formatFen(standard.amount)}`;
      case 'tiers':
        return (standard.tiers ?? [])
          .map(
            (tier) =>
              `${tier.upTo === undefined ? '以上部分' : `至 ${tier.upTo} ${standard.unit ?? ''}的部分`}每${standard.unit ?? '单位'} ${formatFen(tier.amount ?? 0)}`,
          )
          .join('；');
      case 'formula':
        return standard.text ?? '未写明';
      case undefined:
        return '未写明';
    }
  }
}

type Range = { min?: number; max?: number };

function rangeKey({ min, max }: Range): string {
  return `${min ?? ''}to${max ?? ''}`.replaceAll('.', '_').replaceAll('-', 'm');
}

function rangeWords({ min, max }: Range, unit = ''): string {
  const words = [
    min === undefined ? undefined : `不少于 ${min}`,
    max === undefined ? undefined : `不超过 ${max}`,
  ]
    .filter(Boolean)
    .join('、');
  return unit === '' ? words : `${words} ${unit}`;
}

function overlap(a: Range, b: Range): boolean {
  return Math.max(a.min ?? -Infinity, b.min ?? -Infinity) <= Math.min(a.max ?? Infinity, b.max ?? Infinity);
}
