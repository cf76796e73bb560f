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

const carrier = { name: '示例运输有限公司', head: '谢某某' };

export const roadFreight: SampleForm[] = [
  {
    kind: 'document',
    id: 'freight-application',
    title: '道路货物运输经营申请表',
    parts: [
      fields('申请人', ...applicantRows(carrier), [
        choice('申请人类型', ['企业', '个体运输户'], '企业'),
        text('身份证件号码', nobody.identity),
      ]),
      fields('申请内容', [
        choice(
          '经营范围',
          ['道路普通货物运输', '集装箱运输', '冷藏保鲜运输', '罐式容器运输', '大型物件运输'],
          '道路普通货物运输',
        ),
      ]),
      {
        kind: 'table',
        heading: '车辆（已购置的）',
        columns: [
          { title: '序号', width: 1, printed: true },
          { title: '号牌号码', width: 2 },
          { title: '厂牌型号', width: 3 },
          { title: '总质量（千克）', width: 2 },
          { title: '轴数', width: 1 },
          { title: '技术等级', width: 2 },
        ],
        rows: [
          ['1', '示A00001', '示例牌 SL1000', '18000', '2', '一级'],
          ['2', '示A00002', '示例牌 SL1000', '18000', '2', '一级'],
          ['3', '', '', '', '', ''],
          ['4', '', '', '', '', ''],
        ],
        blank: 4,
      },
      {
        kind: 'table',
        heading: '驾驶人员',
        columns: [
          { title: '序号', width: 1, printed: true },
          { title: '姓名', width: 2 },
          { title: '准驾车型', width: 2 },
          { title: '从业资格证号', width: 4 },
          { title: '聘用方式', width: 2 },
        ],
        rows: [
          ['1', '韩某某', 'B2', '示例从业0001', '劳动合同'],
          ['2', '冯某某', 'B2', '示例从业0002', '劳动合同'],
          ['3', '', '', '', ''],
          ['4', '', '', '', ''],
        ],
        blank: 4,
      },
      attached('营业执照（在线核验）', '机动车行驶证', '驾驶证和从业资格证', '安全生产管理制度文本'),
      prose(
        '声明',
        '所填内容和所交材料真实。没有未处理完的重大交通责任；取得许可后按范围经营，遵守安全和治理超限超载的规定。',
      ),
      signature('申请人', carrier.name, carrier.head),
    ],
    notes: [
      '使用总质量 4.5 吨及以下普通货运车辆的，不用申请本许可。',
      '经营范围写“普通货运”；集装箱、大件等专用运输另勾选。',
      '尚未购车的不填车辆表，另填《拟投入车辆承诺书》。',
    ],
  },
  {
    kind: 'document',
    id: 'freight-vehicles',
    title: '拟投入车辆承诺书',
    parts: [
      fields(
        '申请人',
        [text('名称', carrier.name)],
        [text('法定代表人（负责人）', carrier.head), text('联系电话', nobody.phone)],
      ),
      {
        kind: 'table',
        heading: '拟投入的车辆',
        columns: [
          { title: '序号', width: 1, printed: true },
          { title: '车辆类型', width: 3 },
          { title: '数量', width: 1 },
          { title: '总质量（千克）', width: 2 },
          { title: '技术等级', width: 2 },
          { title: '投入时间', width: 3 },
        ],
        rows: [
          ['1', '重型厢式货车', '2', '18000', '一级', '2026年6月30日前'],
          ['2', '中型栏板货车', '1', '8000', '一级', '2026年6月30日前'],
          ['3', '', '', '', '', ''],
        ],
        blank: 3,
      },
      prose(
        '承诺',
        '本申请人承诺，在取得许可之日起{180}日内购置上述车辆，车辆的技术要求、外廓尺寸、轴荷和质量符合国家标准，并办理车辆营运证后才投入经营。',
        '逾期没有投入，或者车辆不符合承诺的，同意由许可机关撤销许可。',
      ),
      signature('承诺人', carrier.name, carrier.head),
    ],
    notes: ['只有还没有买车的才填。', '车辆数量、类型以后变了的，投入前向许可机关说明。'],
  },
  {
    kind: 'document',
    id: 'freight-safety',
    title: '安全生产承诺书',
    parts: [
      fields(
        '承诺人',
        [text('经营者姓名', '蒋某某'), text('身份证件号码', nobody.identity)],
        [text('住址', nobody.address)],
        [text('车辆号牌', '示A00003'), text('联系电话', nobody.phone)],
      ),
      prose(
        '承诺',
        '（一）遵守道路交通安全、道路运输的法律法规，对自己的运输安全负全部责任。',
        '（二）不超限超载，不疲劳驾驶，连续驾驶{4}小时休息不少于{20}分钟；不酒后驾驶，不使用手机。',
        '（三）车辆按期检验、维护，保持技术状况良好；总质量 12 吨及以上的按规定安装卫星定位装置并保持在线。',
        '（四）不运输危险货物和禁运货物，装载牢固，防止遗洒。',
        '（五）按规定投保，发生事故立即报告、抢救伤者，配合调查。',
        '（六）每年参加安全教育，接受监督检查。',
      ),
      {
        kind: 'signature',
        lines: ['承诺人签字：{蒋某某}', '日期：{2026年3月2日}'],
      },
    ],
    notes: ['个体运输户填本承诺书，代替安全生产管理制度文本；企业不填。'],
  },
];
