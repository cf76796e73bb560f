import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { chineseNumber } from '../../src/model/citedLaws.ts';
import type { Draft, Item } from '../../src/model/item.ts';
import { expectAllReported, expectPlacesHold, type Found } from './accounting.ts';
import { importing, profileOf, valuesOf } from './importing.ts';
import { wordDocument } from './officeFiles.ts';

/** A profile for the tables below, as a department would have it made. */
const profile = `
id: county-table
name: 县里的事项表
tables:
  - id: items
    identifier: {from: 编码, prefix: x-}
    division: {value: "511502"}
    columns:
      - {id: name, from: 事项名称, to: basics.name}
      - {id: code, from: 编码, to: basics.basicCode}
      - {id: department, from: 实施部门, to: authority.decides.text}
      - {id: statutory, from: 办理时限/法定, to: limits.statutory}
      - {id: promised, from: 办理时限/承诺, to: limits.promised}
      - {id: from, from: 施行日期, to: inForce.from}
      - {id: served, from: 服务对象, to: basics.served, split: [、]}
      - {id: free, from: 收费, to: fees.none, when: {is: [不收费]}}
    left:
      - {column: 序号, reason: 只是次序}
  - id: materials
    sheet: 材料
    continues: true
    identifier: {from: 事项编码, prefix: x-}
    division: {value: "511502"}
    columns:
      - {id: name, from: 材料名称, to: "materials.list[m*].name"}
      - {id: copies, from: 份数/复印件, to: "materials.list[m*].copies"}
`;

/** A value that the test put at an address. */
const at = (file: string, address: string, value: string): Found => ({ file, at: address, value });
const letter = (column: number) => String.fromCharCode(65 + column);

describe('a workbook of thirty rows', () => {
  const rows = Array.from({ length: 30 }, (_, n) => ({
    name: `样例许可${n + 1}`,
    // The cell holds a number; the format shows twelve digits.
    code: n === 0 ? 131_012_000 : 511_502_000_000 + n,
    days: n + 1,
    promised: Math.max(1, n - 4),
  }));
  const shownCode = (n: number) => String(rows[n]!.code).padStart(12, '0');

  async function workbook(): Promise<Uint8Array> {
    const heading = [
      [{ value: '翠屏区行政许可事项表（样例）', columnSpan: 9 }, ...Array(8).fill(null)],
      [
        ...['序号', '事项名称', '编码', '实施部门'].map((value) => ({ value, rowSpan: 2 })),
        { value: '办理时限', columnSpan: 2 },
        null,
        ...['施行日期', '服务对象', '收费'].map((value) => ({ value, rowSpan: 2 })),
      ],
      [null, null, null, null, { value: '法定' }, { value: '承诺' }, null, null, null],
    ];
    const body = rows.map(({ name, code, days, promised }, n) => [
      { value: n + 1, type: Number },
      { value: name },
      { value: code, type: Number, format: '000000000000' },
      // One department for each three rows.
      n % 3 === 0 ? { value: `样例部门${n / 3 + 1}`, rowSpan: 3 } : null,
      { value: `${chineseNumber(days)}个工作日` },
      { value: `${promised}(工作日)` },
      { value: new Date(Date.UTC(2026, 0, n + 1)), type: Date, format: 'yyyy-mm-dd' },
      { value: n % 2 === 0 ? '自然人、企业法人' : '无' },
      { value: n % 5 === 0 ? '每证十元' : '不收费' },
    ]);
    const note = [{ value: '注：样例，不是办事依据。', columnSpan: 9 }, ...Array(8).fill(null)];
    const materials = [
      [
        { value: '事项编码', rowSpan: 2 },
        { value: '材料名称', rowSpan: 2 },
        { value: '份数', columnSpan: 2 },
        null,
      ],
      [null, null, { value: '原件' }, { value: '复印件' }],
      ...[0, 0, 7].map((n, at) => [
        { value: shownCode(n) },
        { value: `样例材料${at + 1}` },
        { value: '一份' },
        { value: `${chineseNumber(at)}份` },
      ]),
    ];
    return new Uint8Array(
      await writeXlsxFile([
        { data: [...heading, ...body, note], sheet: '事项' },
        { data: materials, sheet: '材料' },
      ] as Parameters<typeof writeXlsxFile>[0]).toBuffer(),
    );
  }

  /** What the test put into the sheets, as a person sees it, by address. */
  function cells(): Found[] {
    const found: Found[] = [];
    const put = (sheet: string, row: number, column: number, value: string) =>
      found.push({ file: 'table.xlsx', at: `${sheet}!${letter(column)}${row}`, value });
    put('事项', 1, 0, '翠屏区行政许可事项表（样例）');
    for (const [column, name] of ['序号', '事项名称', '编码', '实施部门', '办理时限'].entries())
      put('事项', 2, column, name);
    for (const [at, name] of ['施行日期', '服务对象', '收费'].entries()) put('事项', 2, 6 + at, name);
    put('事项', 3, 4, '法定');
    put('事项', 3, 5, '承诺');
    for (const [n, { name, days, promised }] of rows.entries()) {
      const row = n + 4;
      put('事项', row, 0, String(n + 1));
      put('事项', row, 1, name);
      put('事项', row, 2, shownCode(n));
      if (n % 3 === 0) put('事项', row, 3, `样例部门${n / 3 + 1}`);
      put('事项', row, 4, `${chineseNumber(days)}个工作日`);
      put('事项', row, 5, `${promised}(工作日)`);
      put('事项', row, 6, `2026-01-${String(n + 1).padStart(2, '0')}`);
      put('事项', row, 7, n % 2 === 0 ? '自然人、企业法人' : '无');
      put('事项', row, 8, n % 5 === 0 ? '每证十元' : '不收费');
    }
    put('事项', 34, 0, '注：样例，不是办事依据。');
    put('材料', 1, 0, '事项编码');
    put('材料', 1, 1, '材料名称');
    put('材料', 1, 2, '份数');
    put('材料', 2, 2, '原件');
    put('材料', 2, 3, '复印件');
    for (const [at, n] of [0, 0, 7].entries()) {
      put('材料', at + 3, 0, shownCode(n));
      put('材料', at + 3, 1, `样例材料${at + 1}`);
      put('材料', at + 3, 2, '一份');
      put('材料', at + 3, 3, `${chineseNumber(at)}份`);
    }
    return found;
  }

  test('comes in with every cell accounted for', async () => {
    const imported = await importing(
      [{ name: 'table.xlsx', bytes: await workbook() }],
      await profileOf('county-table', profile),
    );
    expectAllReported(imported, cells());
    expect(imported.files).toHaveLength(30);
    const values = valuesOf(imported);
    for (const [n, { name, days, promised }] of rows.entries())
      expect(values.get(`511502/x-${shownCode(n)}.yaml`)).toMatchObject({
        basics: { name, basicCode: shownCode(n), ...(n % 2 === 0 && { served: ['person', 'enterprise'] }) },
        authority: { decides: { text: `样例部门${Math.floor(n / 3) + 1}` } },
        limits: {
          statutory: { value: days, unit: 'working-days' },
          promised: { value: promised, unit: 'working-days' },
        },
        inForce: { from: `2026-01-${String(n + 1).padStart(2, '0')}` },
      });
    expect((values.get(`511502/x-${shownCode(0)}.yaml`) as Draft<Item>).materials).toEqual({
      list: [
        { id: 'm1', name: '样例材料1', copies: 0 },
        { id: 'm2', name: '样例材料2', copies: 1 },
      ],
    });
    expect(imported.report.counts).toEqual({
      'no-column': 3, // 原件
      'not-applied': 6, // 每证十元
      'outside-table': 2, // the title above, the note below
      'left-out': 30,
      null: 15,
      placed: 30 * 4 + 10 + 15 + 24 + 3 * 2 + 30,
      'names-file': 3,
      heading: 10 + 5,
    });
  });
});

describe('a Word document', () => {
  test('with a table under merged headings comes in with every cell accounted for', async () => {
    const names = ['取水许可（样例）', '采砂许可（样例）', '排水许可（样例）'];
    const bytes = wordDocument([
      '事项一览表',
      [
        [
          { text: '序号', merge: 'restart' },
          { text: '事项名称', merge: 'restart' },
          { text: '编码', merge: 'restart' },
          { text: '实施部门', merge: 'restart' },
          { text: '办理时限', span: 2 },
        ],
        [
          { merge: 'continue' },
          { merge: 'continue' },
          { merge: 'continue' },
          { merge: 'continue' },
          { text: '法定' },
          { text: '承诺' },
        ],
        ...names.map((text, n) => [
          { text: chineseNumber(n + 1) },
          { text },
          { text: `00011900${n}000` },
          n === 0 ? { text: '水务局', merge: 'restart' as const } : { merge: 'continue' as const },
          { text: '二十个工作日' },
          { text: `${chineseNumber(n + 5)}个工作日` },
        ]),
      ],
    ]);
    const imported = await importing([{ name: '表.docx', bytes }], await profileOf('county-table', profile));
    expectAllReported(imported, [
      { file: '表.docx', at: '1', value: '事项一览表' },
      ...['序号', '事项名称', '编码', '实施部门', '办理时限'].map((name, n) =>
        at('表.docx', `表1!${letter(n)}1`, name),
      ),
      at('表.docx', '表1!E2', '法定'),
      at('表.docx', '表1!F2', '承诺'),
      at('表.docx', '表1!D3', '水务局'),
      ...names.flatMap((name, n) => [
        at('表.docx', `表1!A${n + 3}`, chineseNumber(n + 1)),
        at('表.docx', `表1!B${n + 3}`, name),
        at('表.docx', `表1!C${n + 3}`, `00011900${n}000`),
        at('表.docx', `表1!E${n + 3}`, '二十个工作日'),
        at('表.docx', `表1!F${n + 3}`, `${chineseNumber(n + 5)}个工作日`),
      ]),
    ]);
    const values = [...valuesOf(imported).values()] as Draft<Item>[];
    expect(values.map(({ basics }) => basics?.name)).toEqual(names);
    for (const [n, { authority, limits }] of values.entries()) {
      expect(authority).toEqual({ decides: { text: '水务局' } });
      expect(limits).toEqual({
        statutory: { value: 20, unit: 'working-days' },
        promised: { value: n + 5, unit: 'working-days' },
      });
    }
  });

  test('with a guide in prose and its table comes in with every line and cell accounted for', async () => {
    const bytes = wordDocument([
      '【事项名称】取水许可（样例）',
      '一、办理时限：二十个工作日',
      '二、没有见过的标题',
      '一句话。',
      [
        [{ text: '实施机关' }, { text: '水务局' }, { text: '办件类型' }, { text: '承诺件' }],
        [
          { text: '申请材料', merge: 'restart' },
          { text: '1、申请书', span: 3 },
        ],
        [{ merge: 'continue' }, { text: '2、身份证明', span: 3 }],
      ],
    ]);
    const texts = await profileOf('guide-texts');
    const tables = texts.tables.map((table) => ({ ...table, division: { value: '511502' } }));
    const imported = await importing([{ name: 'guide.docx', bytes }], { ...texts, tables });
    expectAllReported(imported, [
      at('guide.docx', '1', '取水许可（样例）'),
      at('guide.docx', '2', '二十个工作日'),
      at('guide.docx', '3', '二、没有见过的标题'),
      at('guide.docx', '4', '一句话。'),
      at('guide.docx', '表1!A1', '实施机关'),
      at('guide.docx', '表1!B1', '水务局'),
      at('guide.docx', '表1!C1', '办件类型'),
      at('guide.docx', '表1!D1', '承诺件'),
      at('guide.docx', '表1!A2', '申请材料'),
      at('guide.docx', '表1!B2', '1、申请书'),
      at('guide.docx', '表1!B3', '2、身份证明'),
    ]);
    expectPlacesHold(imported);
    expect(valuesOf(imported).get('511502/text-guide.yaml')).toEqual({
      id: 'text-guide',
      basics: { name: '取水许可（样例）', handling: 'promised' },
      authority: { decides: { text: '水务局' } },
      materials: {
        list: [
          { id: 'm1', name: '申请书' },
          { id: 'm2', name: '身份证明' },
        ],
      },
      limits: { promised: { value: 20, unit: 'working-days' } },
      sources: [{ id: 'import', confidence: 'low' }],
    });
  });
});

describe('a table of comma-separated values', () => {
  test.each([
    ['UTF-8 with a mark', new TextEncoder().encode('\uFEFF编码,事项名称\n000119001000,"取水,许可"\n')],
    // 编码,事项名称 / 000119001000,"取水,许可" as an office program in China writes it.
    [
      'GBK',
      Uint8Array.from(
        Buffer.from('b1e0c2eb2ccac2cfeec3fbb3c60a3030303131393030313030302c22c8a1cbae2cd0edbfc9220a', 'hex'),
      ),
    ],
  ])('in %s is read', async (_, bytes) => {
    const imported = await importing([{ name: 'a.csv', bytes }], await profileOf('county-table', profile));
    expect(valuesOf(imported).get('511502/x-000119001000.yaml')).toMatchObject({
      basics: { name: '取水,许可', basicCode: '000119001000' },
    });
  });
});

test('what cannot be read is reported with its words', async () => {
  const lines = '{"编码":"1","事项名称":"甲"}\n这不是 JSON\n[1]\n{"编码":"1","事项名称":"乙"}\n';
  const imported = await importing(
    [{ name: 'a.jsonl', bytes: new TextEncoder().encode(lines) }],
    await profileOf('county-table', profile),
  );
  expect(imported.report.values.find(({ at }) => at === '2')).toMatchObject({
    value: '这不是 JSON',
    outcome: [{ kind: 'not-understood', piece: '这不是 JSON' }],
  });
  // Two rows that name the same item are two drafts: which of them is right is for a person to say.
  expect(imported.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['511502/x-1.yaml', '511502/x-1-2.yaml']),
  );
});

test('a basis is read into laws and articles, with its role', async () => {
  const text = `
id: basis
name: 依据
tables:
  - id: items
    identifier: {from: 编码}
    division: {value: "511502"}
    columns:
      - {id: basis, from: 设定依据, to: "legalBasis[e*]", numbering: true, with: [{field: role, value: establishes}]}
`;
  const line = JSON.stringify({ 编码: 'a', 设定依据: '1、《食品安全法》第三十五条；2、《没有登记的办法》' });
  const imported = await importing(
    [{ name: 'a.jsonl', bytes: new TextEncoder().encode(line) }],
    await profileOf('basis', text),
  );
  expectPlacesHold(imported);
  expect(valuesOf(imported).get('511502/a.yaml')).toEqual({
    id: 'a',
    legalBasis: [
      { id: 'e1', law: 'food-safety-law', article: 35, role: 'establishes' },
      { id: 'e2', role: 'establishes', quotation: '《没有登记的办法》' },
    ],
  });
});
