import { applicantRows, attached, choice, fields, prose, signature, text, type SampleForm } from '../form.ts';

const store = { name: '示例大药房有限公司', head: '严某某' };

export const pharmacy: SampleForm[] = [
  {
    kind: 'document',
    id: 'drug-application',
    title: '药品经营许可证（零售）申请表',
    parts: [
      fields('申请人', ...applicantRows(store), [
        choice('申请类型', ['新办', '变更', '重新审查发证', '补办', '注销'], '新办'),
        choice('经营方式', ['零售（单体）', '零售（连锁门店）'], '零售（单体）'),
      ]),
      fields(
        '场所',
        [text('营业场所', '示例市示例区示例路18号1层')],
        [text('营业面积（㎡）', '110'), text('仓库面积（㎡）', '20（不设独立库）')],
        [choice('阴凉区（柜）', ['有', '无'], '有'), choice('冷藏设备', ['有', '无'], '有')],
      ),
      fields(
        '经营范围',
        [
          choice(
            '药品类别',
            ['处方药', '甲类非处方药', '乙类非处方药'],
            '处方药',
            '甲类非处方药',
            '乙类非处方药',
          ),
        ],
        [choice('经营类别', ['中药饮片', '中成药', '化学药', '生物制品（限冷藏）'], '中成药', '化学药')],
      ),
      {
        kind: 'table',
        heading: '人员',
        columns: [
          { title: '岗位', width: 3, printed: true },
          { title: '姓名', width: 2 },
          { title: '学历或者职称', width: 3 },
          { title: '执业药师注册证号', width: 4 },
        ],
        rows: [
          ['企业负责人', '严某某', '本科', '示例药师0001'],
          ['质量负责人', '金某某', '执业药师', '示例药师0002'],
          ['处方审核', '金某某', '执业药师', '示例药师0002'],
          ['营业员', '孔某某', '中专', '/'],
        ],
        blank: 4,
      },
      fields(
        '质量管理',
        [text('计算机系统', '示例药店管理系统，能追溯到批号', 1)],
        [
          choice(
            '设备',
            ['温湿度监测', '空调', '阴凉柜', '冷藏柜', '避光通风', '防虫防鼠'],
            '温湿度监测',
            '空调',
            '阴凉柜',
            '冷藏柜',
            '避光通风',
            '防虫防鼠',
          ),
        ],
      ),
      attached(
        '营业执照（在线核验）',
        '执业药师注册证（在线核验）',
        '租赁合同',
        '平面布置图和设备清单',
        '质量管理文件目录',
      ),
      prose('声明', '所填内容和所交材料真实，没有禁止从事药品经营的情形，按《药品经营质量管理规范》经营。'),
      signature('申请人', store.name, store.head),
    ],
    notes: [
      '经营处方药、甲类非处方药的要有执业药师；只卖乙类非处方药的填经考核合格的人员。',
      '人员只在一家药店执业，不得挂证。',
      '营业场所地址与营业执照一致。',
    ],
  },
  {
    kind: 'document',
    id: 'drug-rules',
    title: '药品零售质量管理文件目录',
    parts: [
      fields('企业', [text('名称', store.name)], [text('质量负责人', '金某某'), text('批准人', store.head)]),
      {
        kind: 'table',
        heading: '文件目录',
        columns: [
          { title: '序号', width: 1, printed: true },
          { title: '文件', width: 6, printed: true },
          { title: '文件编号', width: 3 },
          { title: '实施日期', width: 3 },
        ],
        rows: [
          '采购、验收、陈列、销售管理',
          '供货单位和采购品种审核',
          '处方药销售管理',
          '药品拆零管理',
          '中药饮片管理',
          '记录和凭证管理',
          '质量事故、质量投诉管理',
          '药品有效期管理',
          '不合格药品、药品销毁管理',
          '环境卫生、人员健康管理',
          '药学服务和不良反应报告',
          '计算机系统管理和药品追溯',
          '岗位职责和操作规程',
        ].map((title, i) => [
          `${i + 1}`,
          title,
          title === '中药饮片管理' ? '不经营' : `示例质管${String(i + 1).padStart(2, '0')}`,
          title === '中药饮片管理' ? '/' : '2026年2月1日',
        ]),
        blank: 13,
      },
      signature('企业', store.name, store.head),
    ],
    notes: ['只交目录，文件在现场检查时看；不经营的类别写“不经营”。', '连锁门店由总部统一报，门店免交。'],
  },
];
