import {
  applicantRows,
  attached,
  choice,
  fields,
  nobody,
  prose,
  signature,
  text,
  type SampleForm,
} from '../form.ts';

const company = { name: '示例人力资源有限公司', head: '杨某某' };

export const labourDispatch: SampleForm[] = [
  {
    kind: 'document',
    id: 'labour-application',
    title: '劳务派遣经营许可申请书',
    parts: [
      fields(
        '申请单位',
        ...applicantRows(company),
        [text('企业类型', '有限责任公司'), text('成立日期', '2026年1月8日')],
        [text('注册资本（万元）', '200'), text('实缴资本（万元）', '200')],
        [choice('公司关系', ['独立公司', '子公司', '分公司（备案）'], '独立公司'), text('母公司', '无')],
      ),
      fields(
        '经营场所和人员',
        [text('经营场所地址', '示例市示例区示例路20号6层')],
        [text('面积（㎡）', '150'), choice('权属', ['自有', '租用'], '租用')],
        [text('管理人员数', '6'), text('持劳动关系协调等证书人数', '3')],
        [text('信息管理系统', '示例派遣员工管理系统'), text('电脑（台）', '8')],
      ),
      {
        kind: 'table',
        heading: '股东',
        columns: [
          { title: '股东姓名（名称）', width: 4 },
          { title: '证件号码', width: 4 },
          { title: '认缴（万元）', width: 2 },
          { title: '比例', width: 2 },
        ],
        rows: [
          ['杨某某', nobody.identity, '120', '60%'],
          ['朱某某', nobody.identity, '80', '40%'],
        ],
        blank: 3,
      },
      attached(
        '营业执照、公司章程（在线核验）',
        '经营场所使用证明',
        '设施设备和信息系统清单',
        '劳务派遣管理制度',
        '派遣协议样本',
      ),
      prose(
        '申请单位声明',
        '所填内容和所交材料真实。注册资本不少于二百万元，场所、设施和制度符合规定；取得许可前不开展劳务派遣。',
      ),
      signature('申请单位', company.name, company.head),
    ],
    notes: [
      '注册资本由机关在线核验，不交验资报告。',
      '子公司独立申请；分公司不申请，向当地备案。',
      '管理制度要有劳动合同、报酬、社会保险、工作时间、休息休假、劳动纪律六项。',
    ],
  },
  {
    kind: 'sheet',
    id: 'labour-facilities',
    title: '办公设施设备和信息管理系统清单',
    head: [
      ['单位名称', company.name],
      ['经营场所', '示例市示例区示例路20号6层，150 ㎡'],
      ['填表人和电话', `李某某　${nobody.phone}`],
    ],
    columns: [
      { title: '序号', width: 6, printed: true },
      { title: '名称', width: 30 },
      { title: '型号或者版本', width: 22 },
      { title: '数量', width: 8 },
      { title: '用途', width: 30 },
      { title: '自有或者租用', width: 14 },
    ],
    rows: [
      ['1', '台式电脑', 'SL-PC0', '8', '办公、员工信息管理', '自有'],
      ['2', '打印复印一体机', 'SL-MF0', '2', '合同、工资单打印', '自有'],
      ['3', '档案柜', '/', '6', '劳动合同和档案保管', '自有'],
      ['4', '电话', '/', '4', '业务和投诉', '自有'],
      ['5', '会议、培训桌椅', '/', '30 套', '上岗前培训', '自有'],
      ['6', '派遣员工管理系统', '示例系统 1.0', '1 套', '合同、工资、社会保险管理', '租用'],
    ],
    blank: 15,
    notes: ['信息管理系统写明名称、版本和能做什么。', '现场检查时逐项核对；不够的自行加行。'],
  },
];
