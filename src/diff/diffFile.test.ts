import { describe, expect, test } from 'vitest';
import type { Lookups } from '../catalogue/types.ts';
import type { Edit, Plain } from '../model/edit.ts';
import type { Draft, Item } from '../model/item.ts';
import type { Path } from '../model/path.ts';
import { applyEdit } from '../text/index.ts';
import { diffFile, diffItem } from './diffFile.ts';

const days = (value: number) => ({ value, unit: 'working-days' as const });

const item: Draft<Item> = {
  id: 'food',
  basics: { name: '食品经营许可', handling: 'promised', synonyms: ['饭店证', '餐饮证'] },
  questions: [
    {
      id: 'applicant',
      text: '申请人是',
      kind: 'choice',
      options: [
        { id: 'enterprise', text: '企业' },
        { id: 'person', text: '个人' },
      ],
    },
    { id: 'area', text: '面积', kind: 'number', unit: '平方米' },
  ],
  materials: {
    list: [
      { id: 'form', name: '申请表', need: 'required', copies: 2 },
      { id: 'licence', name: '营业执照', need: 'required', when: { applicant: ['enterprise'] } },
      { id: 'plan', name: '平面图', need: 'optional' },
    ],
  },
  procedure: {
    steps: [
      { id: 'accept', name: '受理' },
      { id: 'review', name: '审查', days: days(5) },
      { id: 'decide', name: '决定' },
    ],
  },
  limits: { promised: { ...days(20), basis: [{ law: 'licensing-law', article: 42 }] } },
  fees: { list: [{ id: 'copy', name: '工本费', standard: { kind: 'fixed', amount: 12_000 } }] },
  result: { validity: { value: 3, unit: 'years' } },
  service: { phones: { advice: '0831-1234567' } },
};

/** The item with some of its values edited. */
function edited(...edits: Edit[]): Draft<Item> {
  let value = item as Plain;
  for (const edit of edits) {
    const made = applyEdit(value, edit);
    if (made.kind === 'impossible') throw new Error(made.reasonEn);
    value = made.value;
  }
  return value as Draft<Item>;
}

const set = (path: Path, value: Plain): Edit => ({ kind: 'set', path, value });

/** What one or more edits of the item are said to have changed. */
function said(...edits: Edit[]): string[] {
  return diffItem(item, edited(...edits)).map(({ words }) => words.zh);
}

test.each<{ name: string; edits: Edit[]; words: string[] }>([
  {
    name: 'a limit as one value',
    edits: [set(['limits', 'promised', 'value'], 10)],
    words: ['办理时限 › 承诺时限：20 个工作日 → 10 个工作日（缩短，利企便民）'],
  },
  {
    name: 'a limit and its basis',
    edits: [set(['limits', 'promised', 'value'], 30), set(['limits', 'promised', 'basis', 0, 'article'], 43)],
    words: [
      '办理时限 › 承诺时限：20 个工作日 → 30 个工作日（延长，不利于申请人）',
      '办理时限 › 承诺时限 › 依据：新增《licensing-law》第43条；删去《licensing-law》第42条',
    ],
  },
  {
    name: 'a limit in another unit, compared by the week',
    edits: [set(['limits', 'promised', 'unit'], 'calendar-days')],
    words: ['办理时限 › 承诺时限：20 个工作日 → 20 日（自然日）（缩短，利企便民）'],
  },
  {
    name: 'a limit where there was none',
    edits: [set(['limits', 'delivery'], { value: 10, unit: 'working-days' })],
    words: ['办理时限 › 送达时限：新增 10 个工作日（有期限可循）'],
  },
  {
    name: 'a new material',
    edits: [
      {
        kind: 'insert',
        path: ['materials', 'list', 1],
        value: { id: 'id-card', name: '身份证复印件', need: 'required' },
      },
    ],
    words: ['申请材料：新增“身份证复印件”（增加负担）'],
  },
  {
    name: 'a material gone that nobody had to bring',
    edits: [{ kind: 'remove', path: ['materials', 'list', 2] }],
    words: ['申请材料：删去“平面图”'],
  },
  {
    name: 'a field of an element, which goes by its name',
    edits: [set(['materials', 'list', 0, 'copies'], 1), set(['materials', 'list', 0, 'need'], 'optional')],
    words: [
      '申请材料 › 申请表 › 复印件份数：2 → 1（减轻负担）',
      '申请材料 › 申请表 › 必要性：必要 → 非必要（减轻负担）',
    ],
  },
  {
    name: 'a when, in the words of its questions',
    edits: [
      set(['materials', 'list', 1, 'when'], { applicant: ['enterprise', 'person'], area: { min: 200 } }),
    ],
    words: [
      '申请材料 › 营业执照 › 适用情形：申请人是：企业 → 申请人是：企业或个人；面积：200 平方米以上（含）',
    ],
  },
  {
    name: 'a fee standard',
    edits: [set(['fees', 'list', 0, 'standard', 'amount'], 10_050)],
    words: ['收费 › 工本费 › 收费标准：120 元 → 100.50 元（降低费用）'],
  },
  {
    name: 'a fee standard of another kind, which does not compare',
    edits: [set(['fees', 'list', 0, 'standard'], { kind: 'unit', amount: 2000, unit: '本' })],
    words: ['收费 › 工本费 › 收费标准：120 元 → 每本 20 元'],
  },
  {
    name: 'tiers',
    edits: [
      set(['fees', 'list', 0, 'standard'], {
        kind: 'tiers',
        unit: '平方米',
        tiers: [{ upTo: 100, amount: 200 }, { amount: 50 }],
      }),
    ],
    words: ['收费 › 工本费 › 收费标准：120 元 → 分档（平方米）：100 以内 2 元、以上 0.50 元'],
  },
  {
    name: 'fees abolished',
    edits: [set(['fees'], { none: '不收费' })],
    words: ['收费 › 无（说明理由）：新增“不收费”', '收费：删去“工本费”（降低费用）'],
  },
  {
    name: 'validity without end',
    edits: [set(['result', 'validity'], { none: '长期有效' })],
    words: ['审批结果 › 有效期：3 年 → “长期有效”（许可更宽）'],
  },
  {
    name: 'a step moved',
    edits: [{ kind: 'move', path: ['procedure', 'steps', 2], to: 1 }],
    words: ['办理程序 › 环节：“决定”移到“受理”之后'],
  },
  {
    name: 'a step moved to the front and shortened',
    edits: [
      { kind: 'move', path: ['procedure', 'steps', 1], to: 0 },
      set(['procedure', 'steps', 0, 'days', 'value'], 0),
    ],
    words: [
      '办理程序 › 环节：“审查”移到最前',
      '办理程序 › 环节 › 审查 › 办理期限：5 个工作日 → 当场（缩短，利企便民）',
    ],
  },
  {
    name: 'a list without ids, by value',
    edits: [set(['basics', 'synonyms'], ['餐饮证', '食品证'])],
    words: ['基本信息 › 别名：新增“食品证”；删去“饭店证”'],
  },
  {
    name: 'a list without ids in another order',
    edits: [set(['basics', 'synonyms'], ['餐饮证', '饭店证'])],
    words: ['基本信息 › 别名：调整顺序'],
  },
  {
    name: 'an enumerated value in its words',
    edits: [set(['basics', 'handling'], 'instant')],
    words: ['基本信息 › 办件类型：承诺件 → 即办件（缩短，利企便民）'],
  },
  {
    name: 'a body as one value',
    edits: [set(['authority'], { accepts: { text: '县级以上地方人民政府市场监督管理部门' } })],
    words: ['实施机关 › 受理机关：新增“县级以上地方人民政府市场监督管理部门”'],
  },
  {
    name: 'fields that the schema does not know, by their keys',
    edits: [set(['extra'], { colour: 'red' })],
    words: ['extra › colour：新增“red”'],
  },
  {
    name: 'a value of a wrong type',
    edits: [set(['limits', 'promised'], 'soon'), set(['service', 'phones'], [])],
    words: ['办理时限 › 承诺时限：20 个工作日 → “soon”', '服务 › 电话：{"advice":"0831-1234567"} → 空'],
  },
  {
    name: 'elements that have lost their ids, as a whole',
    edits: [set(['procedure', 'steps'], [{ name: '受理' }])],
    words: ['办理程序 › 环节：“受理”、“审查”、“决定” → “受理”'],
  },
])('says $name', ({ edits, words }) => {
  expect(said(...edits)).toEqual(words);
});

test('says it in English too', () => {
  const [change] = diffItem(item, edited(set(['limits', 'promised', 'value'], 1)));
  expect(change?.words.en).toBe(
    'Time limits › Promised limit: 20 working days → 1 working day (shorter, better for applicants)',
  );
  expect(change?.field).toEqual({ zh: '办理时限 › 承诺时限', en: 'Time limits › Promised limit' });
});

test('a long text is cut to where it differs', () => {
  const summary = (last: string) =>
    edited(set(['basics', 'summary'], `${'开办食品店需要办理。'.repeat(9)}${last}`));
  const [change] = diffItem(summary('甲'), summary('乙'));
  expect(change?.words.zh).toBe('基本信息 › 一句话说明：“…食品店需要办理。甲” → “…食品店需要办理。乙”');
});

test('white space is no difference that words could show', () => {
  expect(said(set(['basics', 'name'], '食品经营许可\n'))).toEqual(['基本信息 › 事项名称：只改了空白']);
});

test('names elements by id in paths, and holds the values there', () => {
  expect(diffItem(item, edited(set(['materials', 'list', 0, 'copies'], 1)))).toEqual([
    expect.objectContaining({
      path: ['materials', 'list', 'form', 'copies'],
      kind: 'changed',
      before: 2,
      after: 1,
    }),
  ]);
  expect(diffItem(item, edited(set(['limits', 'promised', 'value'], 1)))).toEqual([
    expect.objectContaining({
      path: ['limits', 'promised'],
      before: item.limits!.promised,
      after: { ...item.limits!.promised, value: 1 },
    }),
  ]);
  expect(diffItem(item, edited({ kind: 'move', path: ['procedure', 'steps', 2], to: 0 }))).toEqual([
    expect.objectContaining({ path: ['procedure', 'steps', 'decide'], kind: 'moved', before: 2, after: 0 }),
  ]);
});

test('goes by the names of laws, agencies and codes where it may look them up', () => {
  const lookups = {
    law: (id: string) => (id === 'licensing-law' ? { title: '行政许可法' } : undefined),
    agency: (id: string) => (id === 'samr' ? { name: '市场监管局' } : undefined),
    codeLabel: (list: string, code: string) => ({ zh: `${list}${code}`, en: code }),
  } as unknown as Lookups;
  const after = edited(
    set(['limits', 'promised', 'basis', 0, 'paragraph'], 2),
    set(['authority'], { decides: { agency: 'samr', department: '31' } }),
  );
  expect(diffItem(item, after, lookups).map(({ words }) => words.zh)).toEqual([
    '实施机关 › 决定机关：新增市场监管局、departments31',
    '办理时限 › 承诺时限 › 依据：新增《行政许可法》第42条第2款；删去《行政许可法》第42条',
  ]);
});

describe('a whole file', () => {
  test('comes and goes as one legal change under its name', () => {
    expect(diffItem(undefined, item)).toEqual([
      {
        kind: 'added',
        path: [],
        after: item,
        risk: 'legal',
        effect: 'neutral',
        field: { zh: '事项操作规程', en: 'Operating procedure of an item' },
        words: {
          zh: '事项操作规程：新增“食品经营许可”',
          en: 'Operating procedure of an item: added "食品经营许可"',
        },
      },
    ]);
    expect(diffFile('law', { id: 'l', title: '电影产业促进法' }, undefined)).toMatchObject([
      { kind: 'removed', path: [], risk: 'legal', words: { zh: '法规：删去“电影产业促进法”' } },
    ]);
  });

  test('that never was has not changed', () => {
    expect(diffItem(undefined, undefined)).toEqual([]);
  });

  test('that is no map any more has changed as a whole', () => {
    expect(diffItem(item, null as never)).toMatchObject([{ kind: 'changed', path: [], risk: 'legal' }]);
  });
});

const layer = (overlay: object) => ({ id: 'food', overlay });

describe('a layer', () => {
  test('is told in the words of the item’s fields and with their risk', () => {
    const before = layer({ limits: { promised: days(10) }, service: { phones: { advice: '0831-1' } } });
    const after = layer({ limits: { promised: days(5) }, service: { phones: { advice: '0831-2' } } });
    expect(diffFile('layer', before, after)).toMatchObject([
      {
        path: ['overlay', 'limits', 'promised'],
        risk: 'legal',
        effect: 'better',
        words: { zh: '办理时限 › 承诺时限：10 个工作日 → 5 个工作日（缩短，利企便民）' },
      },
      { path: ['overlay', 'service', 'phones', 'advice'], risk: 'plain', effect: 'neutral' },
    ]);
  });

  test('what it says anew is not judged, as the level above may say the same', () => {
    const after = layer({ limits: { promised: days(5) }, materials: { list: [{ id: 'form', copies: 1 }] } });
    expect(diffFile('layer', layer({}), after)).toMatchObject([
      {
        path: ['overlay', 'materials', 'list', 'form', 'copies'],
        effect: 'neutral',
        words: { zh: '申请材料 › form › 复印件份数：新增 1' },
      },
      { path: ['overlay', 'limits', 'promised'], effect: 'neutral' },
    ]);
  });

  test('a material of its own is one more, one taken out is one less', () => {
    const own = {
      id: 'own',
      name: '承诺书',
      kind: 'form',
      medium: 'paper',
      need: 'required',
      source: 'applicant',
    };
    const added = diffFile('layer', layer({}), layer({ materials: { list: [own] } }));
    expect(added).toMatchObject([{ effect: 'worse', words: { zh: '申请材料：新增“承诺书”（增加负担）' } }]);
    const out = layer({ materials: { list: [{ id: 'form', $remove: true }] } });
    expect(diffFile('layer', layer({}), out)).toMatchObject([
      { effect: 'better', words: { zh: '申请材料：去掉上级的“form”（减轻负担）' } },
    ]);
    expect(diffFile('layer', out, layer({}))).toMatchObject([
      { effect: 'worse', words: { zh: '申请材料：不再去掉上级的“form”（增加负担）' } },
    ]);
  });
});

test('elements of a calendar are known by their year', () => {
  const [before, after] = [['2026-01-01'], ['2026-01-01', '2026-01-02']].map((holidays) => ({
    id: 'cn',
    years: [{ year: 2026, status: 'published', holidays }],
  }));
  expect(diffFile('calendar', before, after)).toMatchObject([
    { path: ['years', '2026', 'holidays'], words: { zh: '年份 › 2026 › 放假：新增“2026-01-02”' } },
  ]);
});
