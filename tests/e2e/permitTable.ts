import writeXlsxFile from 'write-excel-file/node';

/** Permits as a department lists them: everything is made up, and each has something for a person to mend. */
const permits = [
  // A limit in words that say no number.
  { name: '样例公园占用许可', code: '000189001000', promised: '十天左右', kind: '证照', valid: '一年' },
  // A kind of result that the list of kinds lacks.
  { name: '样例河道采砂许可', code: '000189002000', promised: '12(工作日)', kind: '许可证件', valid: '一年' },
  // More than the law allows.
  { name: '样例户外灯箱许可', code: '000189003000', promised: '三十个工作日', kind: '证照', valid: '两年' },
] as const;

export const permitNames = permits.map(({ name }) => name);

/** What a column is called, the group it stands under, and what each permit has in it. */
interface Column {
  heading: string;
  group?: string;
  text(permit: (typeof permits)[number], at: number): string;
}

const columns: Column[] = [
  { heading: '序号', text: (_, at) => String(at + 1) },
  { heading: '事项名称', text: ({ name }) => name },
  { heading: '编码', text: ({ code }) => code },
  { heading: '事项类型', text: () => '行政许可' },
  { heading: '审批层级', group: '层级', text: () => '县级' },
  { heading: '行使层级', group: '层级', text: () => '市级、县级' },
  { heading: '办理对象', text: () => '自然人、企业法人' },
  { heading: '办件类型', text: () => '承诺件' },
  { heading: '主管单位', text: () => '样例局' },
  { heading: '设定依据', text: () => '《行政许可法》第十二条' },
  { heading: '具备什么条件', text: () => '1.有固定场所；2.有安全措施' },
  { heading: '名称', group: '材料', text: () => '1.申请书；2.身份证明' },
  { heading: '类型', group: '材料', text: () => '申请表格文书、证件证照' },
  { heading: '形式', group: '材料', text: () => '纸质、纸质或电子' },
  { heading: '必要性', group: '材料', text: () => '必要、必要' },
  { heading: '来源', group: '材料', text: () => '申请人自备、政府部门核发' },
  { heading: '怎样办', text: () => '受理——审查——决定——送达' },
  { heading: '法定', group: '时限', text: () => '20个工作日' },
  { heading: '承诺', group: '时限', text: ({ promised }) => promised },
  { heading: '收不收费', text: () => '不收费' },
  { heading: '发什么', text: ({ name }) => `${name}证` },
  { heading: '结果类型', text: ({ kind }) => kind },
  { heading: '有效期', text: ({ valid }) => valid },
  { heading: '限不限数量', text: () => '没有数量限制' },
  { heading: '专门表格', text: () => '没有专门的表格' },
  { heading: '效力', text: () => '凭证从事许可的活动' },
  { heading: '年检', text: () => '不年检' },
  { heading: '怎样监管', text: () => '每年抽查一次' },
];

/** A workbook of three permits under a merged title and merged headings, as its bytes. */
export async function permitTable(): Promise<Buffer> {
  const heading = columns.map(({ heading: value, group }, at) => {
    if (group === undefined) return { value, rowSpan: 2 };
    if (columns[at - 1]?.group === group) return null;
    return { value: group, columnSpan: columns.filter((one) => one.group === group).length };
  });
  const below = columns.map(({ heading: value, group }) => (group === undefined ? null : { value }));
  const rows = permits.map((permit, at) => columns.map(({ text }) => ({ value: text(permit, at) })));
  const title = columns.map((_, at) =>
    at === 0 ? { value: '样例区行政许可事项表', columnSpan: columns.length } : null,
  );
  return writeXlsxFile([title, heading, below, ...rows], { sheet: '事项' }).toBuffer();
}
