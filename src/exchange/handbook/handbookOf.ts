import type { Draft, Item, Step } from '../../model/item.ts';
import type { Path } from '../../model/path.ts';
import {
  caseWords,
  formatFen,
  formatLimit,
  isSpecialStep,
  questionsOf,
  stepGraph,
  whenWords,
} from '../../procedure/index.ts';
import type { OpenItem } from '../open/openItem.ts';
import { basisWords, citationWords, fieldTitle, fieldWords } from './fieldWords.ts';
import type { Handbook, HandbookBlock, HandbookSection } from './handbook.ts';

/**
 * The inner handbook (业务手册, 审查工作细则) of a guide: who does what at which post, what is examined by which
 * standard, where there is discretion, which documents are made, and every field that the public guide leaves out.
 * `open` is made for staff. Sections that have nothing to say are left out.
 */
export function handbookOf(open: OpenItem): Handbook {
  const { item, divisionName } = open;
  const { promulgation = {}, inForce = {}, basics = {} } = item;
  const lead = [
    divisionName,
    open.names.bodies.find(({ role }) => role === 'decides')?.name,
    promulgation.documentNumber,
    inForce.from && `${inForce.from} 起施行`,
    basics.version && `第 ${basics.version} 版`,
  ];
  const sections: HandbookSection[] = [
    { id: 'basics', zh: '事项', en: 'Item', blocks: basicBlocks(open) },
    { id: 'basis', zh: '依据', en: 'Legal basis', blocks: basisBlocks(open) },
    { id: 'posts', zh: '机关与岗位', en: 'Bodies and posts', blocks: postBlocks(open) },
    { id: 'cases', zh: '情形', en: 'Cases', blocks: caseBlocks(open) },
    { id: 'conditions', zh: '准予与不予', en: 'To grant and to refuse', blocks: conditionBlocks(open) },
    { id: 'materials', zh: '材料审查', en: 'Materials', blocks: materialBlocks(open) },
    { id: 'steps', zh: '环节与审查要点', en: 'Steps and points of examination', blocks: stepBlocks(open) },
    { id: 'limits', zh: '时限', en: 'Limits', blocks: factBlocks(open, ['limits']) },
    { id: 'fees', zh: '收费', en: 'Fees', blocks: factBlocks(open, ['fees']) },
    {
      id: 'result',
      zh: '结果',
      en: 'Result',
      blocks: [...factBlocks(open, ['result']), ...factBlocks(open, ['legalEffect'])],
    },
    { id: 'after', zh: '办结以后', en: 'Afterwards', blocks: afterBlocks(open) },
    { id: 'service', zh: '窗口与服务', en: 'Windows and service', blocks: factBlocks(open, ['service']) },
    { id: 'examples', zh: '算例', en: 'Worked examples', blocks: exampleBlocks(open) },
    { id: 'issue', zh: '发布与来源', en: 'Promulgation and sources', blocks: issueBlocks(open) },
    { id: 'rest', zh: '其他', en: 'Other fields', blocks: restBlocks(open) },
  ];
  return {
    name: basics.name ?? open.id,
    lead: lead.filter((part) => part !== undefined && part !== '').join('，'),
    ...(item.sample === true && { mark: '样例，不是办事依据' }),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

/** Fields that stand in sections of their own making; the others come by their titles, added fields last. */
const told = new Set<string>([
  'id', 'sample', 'basics', 'inForce', 'legalBasis', 'authority', 'questions', 'variants', 'conditions', 'quantity',
  'materials', 'forms', 'intermediaries', 'procedure', 'limits', 'fees', 'result', 'legalEffect', 'annualInspection',
  'supervision', 'rights', 'reform', 'service', 'staff', 'examples', 'promulgation', 'sources',
]); // prettier-ignore

function factBlocks(open: OpenItem, path: Path, value: unknown = at(open.item, path)): HandbookBlock[] {
  if (typeof value !== 'object' || value === null) return [];
  const rows = Object.entries(value).map(([key, one]): [string, string] => [
    fieldTitle([...path, key]),
    fieldWords(one, [...path, key], open),
  ]);
  return facts(rows);
}

function at(item: Draft<Item>, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    item,
  );
}

function facts(rows: readonly [string, string | undefined][]): HandbookBlock[] {
  const said = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  return said.length === 0 ? [] : [{ kind: 'facts', rows: said }];
}

function table(
  columns: string[],
  widths: number[],
  rows: readonly (string | undefined)[][],
): HandbookBlock[] {
  if (rows.length === 0) return [];
  return [{ kind: 'table', columns, widths, rows: rows.map((row) => row.map((cell) => cell ?? '')) }];
}

function headed(text: string, blocks: HandbookBlock[]): HandbookBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text }, ...blocks];
}

function basicBlocks(open: OpenItem): HandbookBlock[] {
  return [
    ...factBlocks(open, ['basics']),
    ...headed('改革', factBlocks(open, ['reform'])),
    ...headed('数量', factBlocks(open, ['quantity'])),
  ];
}

function basisBlocks(open: OpenItem): HandbookBlock[] {
  const words = (key: 'role' | 'covers', value: unknown) => fieldWords(value, ['legalBasis', 0, key], open);
  return table(
    ['依据', '作用', '规定了', '原文'],
    [4, 2, 2, 4],
    (open.item.legalBasis ?? []).map((basis) => [
      citationWords(basis, open),
      words('role', basis.role),
      words('covers', basis.covers),
      basis.quotation,
    ]),
  );
}

const roleWords: Readonly<Record<string, string>> = { accepts: '受理', decides: '决定', supervises: '监管' };

function postBlocks(open: OpenItem): HandbookBlock[] {
  const { authority = {}, service = {}, staff } = open.item;
  const words = (value: unknown) => fieldWords(value, ['staff', 'posts', 0, 'duty'], open);
  const bodies = open.names.bodies.flatMap(({ role, name, uscc, phone }): [string, string][] => {
    const [kind = '', inside] = role.split('/');
    if (kind === 'step') return [];
    const joint = authority.joint?.find(({ id }) => id === inside);
    const text = (kind in roleWords ? authority[kind as 'accepts'] : joint)?.text;
    const said = [
      name,
      text === name ? undefined : text,
      uscc,
      phone,
      joint?.does,
      joint?.lead === true ? '牵头' : undefined,
    ];
    return [[roleWords[kind] ?? '联合', said.filter((part) => part !== undefined).join('，')]];
  });
  return [
    ...facts(bodies),
    ...table(
      ['岗位', '职责', '资格', '年度审验', '复考'],
      [2, 2, 4, 2, 2],
      (staff?.posts ?? []).map(({ name, duty, qualification, renewal, reexamination }) => [
        name,
        words(duty),
        qualification,
        renewal,
        reexamination,
      ]),
    ),
    ...headed(
      '授权与首问',
      facts([
        ['授权文件', service.delegation?.document],
        ['首席代表', service.delegation?.representative],
        ['决定地点', fieldWords(service.placeOfDecision, ['service', 'placeOfDecision'], open)],
        ['首问负责', service.firstAsked],
      ]),
    ),
  ];
}

function caseBlocks(open: OpenItem): HandbookBlock[] {
  const { questions = [], variants = [] } = open.item;
  return [
    ...table(
      ['问题', '回答', '说明'],
      [4, 5, 3],
      questions.map(({ text, name, options, unit, help }) => [
        [text, name && `（${name}）`].filter(Boolean).join(''),
        options === undefined ? `数，${unit ?? ''}` : options.map((one) => one.text ?? '').join('\n'),
        help,
      ]),
    ),
    ...headed(
      '办理项',
      table(
        ['办理项', '类型', '编码', '说明'],
        [3, 2, 3, 4],
        variants.map((variant) => [
          variant.name,
          fieldWords(variant.kind, ['variants', 0, 'kind'], open),
          [variant.number, variant.code].filter((part) => part !== undefined).join(' '),
          variant.text,
        ]),
      ),
    ),
  ];
}

function conditionBlocks(open: OpenItem): HandbookBlock[] {
  const { conditions = {}, materials, questions } = open.item;
  const asked = questionsOf(open.item);
  const proofs = (id: string | undefined) =>
    (materials?.list ?? [])
      .filter((one) => id !== undefined && one.conditions?.includes(id))
      .map(({ name = '' }) => name);
  return [
    ...(conditions.none === undefined ? [] : [{ kind: 'text', text: conditions.none } as const]),
    ...headed(
      '准予的条件',
      table(
        ['条件', '凭什么认定', '情形', '依据'],
        [5, 3, 1, 3],
        (conditions.grant ?? []).map(({ id, text, when, basis, resultOf }) => [
          text,
          [
            ...proofs(id),
            ...(resultOf === undefined ? [] : [`“${open.names.items[resultOf] ?? resultOf}”的结果`]),
          ].join('、'),
          questions === undefined ? '' : whenWords(when, asked),
          basisWords(basis, open),
        ]),
      ),
    ),
    ...headed(
      '不予许可的情形',
      table(
        ['情形', '依据'],
        [8, 4],
        (conditions.refuse ?? []).map(({ text, basis }) => [text, basisWords(basis, open)]),
      ),
    ),
  ];
}

function materialBlocks(open: OpenItem): HandbookBlock[] {
  const { materials, forms, intermediaries, conditions } = open.item;
  const asked = questionsOf(open.item);
  const words = (key: string, value: unknown) => fieldWords(value, ['materials', 'list', 0, key], open);
  const conditionText = (id: string) => conditions?.grant?.find((one) => one.id === id)?.text ?? id;
  return [
    ...(materials?.none === undefined ? [] : [{ kind: 'text', text: materials.none } as const]),
    ...table(
      ['材料', '份数与形式', '受理标准', '用来证明', '来源', '依据'],
      [2, 2, 3, 2, 1, 2],
      (materials?.list ?? []).map((one) => [
        [one.name, one.when === undefined ? undefined : `仅限 ${whenWords(one.when, asked)}`]
          .filter(Boolean)
          .join('\n'),
        [
          words('need', one.need),
          words('kind', one.kind),
          words('medium', one.medium),
          one.originals ? `原件 ${one.originals} 份` : '',
          one.copies ? `复印件 ${one.copies} 份` : '',
          one.electronicLicence === true ? '可用电子证照' : '',
          one.sharing === true ? '可通过数据共享取得，不得要求提交' : '',
        ]
          .filter((part) => part !== '')
          .join('，'),
        [one.acceptance, one.notes].filter((part) => part !== undefined).join('\n'),
        [
          ...(one.conditions ?? []).map(conditionText),
          ...(one.resultOf === undefined
            ? []
            : [`“${open.names.items[one.resultOf] ?? one.resultOf}”的结果`]),
        ].join('\n'),
        [words('source', one.source), one.issuer]
          .filter((part) => part !== undefined && part !== '')
          .join('：'),
        basisWords(one.basis, open),
      ]),
    ),
    ...headed(
      '表格',
      table(
        ['表格', '空白表格', '样例', '说明'],
        [3, 3, 3, 3],
        (forms?.list ?? []).map(({ name, file, sample, notes }) => [name, file, sample, notes]),
      ),
    ),
    ...headed('中介服务', factBlocks(open, ['intermediaries'], intermediaries)),
  ];
}

function stepBlocks(open: OpenItem): HandbookBlock[] {
  const { none, steps = [], note } = open.item.procedure ?? {};
  const { order, nodes } = stepGraph(steps);
  const asked = questionsOf(open.item);
  const nameOf = (id: string) => nodes.get(id)?.step.name ?? id;
  return [
    ...(none === undefined ? [] : [{ kind: 'text', text: none } as const]),
    ...(note === undefined ? [] : [{ kind: 'text', text: note } as const]),
    ...order.flatMap((id, at): HandbookBlock[] => {
      const { step, after } = nodes.get(id)!;
      return [
        { kind: 'heading', text: `${at + 1}. ${nameOf(id)}` },
        ...facts([
          ['类型', stepKind(step, open)],
          ['岗位', actorWords(step, open)],
          [
            '期限',
            step.days &&
              `${formatLimit(step.days)}${step.excluded === true ? '，不计入时限，须书面告知' : ''}`,
          ],
          ['在此之后', after.map(nameOf).join('、')],
          ['情形', whenWords(step.when, asked)],
          ['文书', step.output],
          ['依据', basisWords(step.basis, open)],
        ]),
        ...table(
          ['审查要点', '标准'],
          [6, 6],
          (step.examines ?? []).map(({ text, standard }) => [text, standard ?? '没有写明']),
        ),
      ];
    }),
  ];
}

function stepKind(step: Draft<Step>, open: OpenItem): string {
  const words = fieldWords(step.kind, ['procedure', 'steps', 0, 'kind'], open);
  return isSpecialStep(step) ? `特别程序：${words}` : words;
}

function actorWords({ id, actor, staff }: Draft<Step>, open: OpenItem): string {
  const body = open.names.bodies.find(({ role }) => role === `step/${id ?? ''}`)?.name;
  const people = staff === undefined ? undefined : `不少于 ${staff} 人`;
  const text = actor?.body?.text;
  return [body, text === body ? undefined : text, actor?.post, people]
    .filter((part) => part !== undefined)
    .join('，');
}

function afterBlocks(open: OpenItem): HandbookBlock[] {
  return [
    ...headed('监督管理', factBlocks(open, ['supervision'])),
    ...headed('年检年报', factBlocks(open, ['annualInspection'])),
    ...headed('申请人的权利、义务和救济', factBlocks(open, ['rights'])),
  ];
}

function exampleBlocks(open: OpenItem): HandbookBlock[] {
  const { examples = [], materials, procedure } = open.item;
  return table(
    ['算例', '回答', '应当得到'],
    [3, 4, 5],
    examples.map(({ name, answers, expect = {} }) => [
      name,
      caseWords(open.item, (answers ?? {}) as Record<string, string | number>),
      [
        expect.materials && `材料：${namesOf(expect.materials, materials?.list)}`,
        expect.steps && `环节：${namesOf(expect.steps, procedure?.steps)}`,
        expect.fee === undefined ? undefined : `收费合计：${formatFen(expect.fee)}`,
        expect.promised === undefined ? undefined : `承诺 ${expect.promised} 天`,
        expect.days === undefined ? undefined : `环节合计 ${expect.days} 天`,
        expect.due === undefined ? undefined : `${expect.from ?? ''} 受理，${expect.due} 办结`,
      ]
        .filter((part) => part !== undefined)
        .join('\n'),
    ]),
  );
}

/** Names of the elements with `ids`, an id where there is none. */
function namesOf(
  ids: readonly string[],
  list: readonly { id?: string; name?: string }[] | undefined,
): string {
  return ids.map((id) => list?.find((one) => one.id === id)?.name ?? id).join('、');
}

function issueBlocks(open: OpenItem): HandbookBlock[] {
  const words = (value: unknown) => fieldWords(value, ['sources', 0, 'confidence'], open);
  return [
    ...factBlocks(open, ['promulgation']),
    ...factBlocks(open, ['inForce']),
    ...headed(
      '编写来源',
      table(
        ['出处', '可信度', '核对日期'],
        [8, 2, 2],
        (open.item.sources ?? []).map(({ text, confidence, checked }) => [text, words(confidence), checked]),
      ),
    ),
  ];
}

/** Fields that a catalogue adds at the top of its items, by their titles. */
function restBlocks(open: OpenItem): HandbookBlock[] {
  const rest = Object.entries(open.item).filter(([key]) => !told.has(key));
  return facts(rest.map(([key, value]) => [fieldTitle([key]) || key, fieldWords(value, [key], open)]));
}
