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

const cafe = { name: '示例网络科技有限公司', head: '章某某' };

export const internetCafe: SampleForm[] = [
  {
    kind: 'document',
    id: 'internet-application',
    title: '互联网上网服务营业场所设立申请表',
    parts: [
      fields(
        '申请单位',
        ...applicantRows(cafe),
        [choice('申请环节', ['筹建', '终审发证'], '终审发证'), text('筹建批准文号', '示例文旅筹〔2026〕0号')],
        [text('经济类型', '有限责任公司'), text('注册资本（万元）', '50')],
      ),
      fields(
        '营业场所',
        [text('场所名称', '示例网吧')],
        [text('场所地址', '示例市示例区示例街50号2层')],
        [text('使用面积（㎡）', '240'), text('计算机（台）', '100')],
        [text('单机面积（㎡）', '2.4'), text('距最近中小学（米）', '450')],
        [
          choice('房屋用途', ['商业', '办公', '其他（非住宅）'], '商业'),
          choice('权属', ['自有', '租用'], '租用'),
        ],
        [text('安全出口（个）', '2'), choice('包间', ['有', '无'], '无')],
      ),
      fields(
        '网络和安全',
        [text('接入服务商', '示例通信公司'), text('带宽（兆）', '1000')],
        [text('固定网络地址', '192.0.2.1'), text('安全管理软件', '示例安全管理系统')],
        [
          choice(
            '管理措施',
            ['实名登记', '上网记录留存六十日', '未成年人禁入标志', '视频监控', '经营管理技术措施'],
            '实名登记',
            '上网记录留存六十日',
            '未成年人禁入标志',
            '视频监控',
            '经营管理技术措施',
          ),
        ],
        [text('信息网络安全责任人', '云某某'), text('联系电话', nobody.phone)],
      ),
      attached(
        '营业执照和章程',
        '资金信用证明',
        '租赁合同',
        '平面图和机位布置图',
        '信息网络安全承诺书',
        '消防安全检查意见书',
        '人员名单',
      ),
      prose(
        '声明',
        '所填内容和所交材料真实。不接纳未成年人，每日零时至八时不营业，不在场所外以任何方式延伸经营。',
      ),
      signature('申请单位', cafe.name, cafe.head),
    ],
    notes: [
      '中小学校园周围二百米内和居民住宅楼内不得设立。',
      '单机面积 = 使用面积 ÷ 计算机台数，不少于 2 平方米。',
      '筹建时没有的项（接入、软件）可以空着，终审时补齐。',
    ],
  },
  {
    kind: 'sheet',
    id: 'internet-people',
    title: '安全、经营、技术人员名单',
    head: [
      ['单位名称', cafe.name],
      ['填表人和电话', `李某某　${nobody.phone}`],
    ],
    columns: [
      { title: '序号', width: 6, printed: true },
      { title: '姓名', width: 10 },
      { title: '性别', width: 6 },
      { title: '身份证件号码', width: 24 },
      { title: '岗位', width: 20 },
      { title: '培训或者资格证书编号', width: 26 },
      { title: '合同期限', width: 16 },
      { title: '联系电话', width: 16 },
    ],
    rows: [
      ['1', '章某某', '男', nobody.identity, '法定代表人', '/', '/', nobody.phone],
      ['2', '云某某', '男', nobody.identity, '安全管理人员', '示例安全0001', '3年', nobody.phone],
      ['3', '苏某某', '女', nobody.identity, '安全管理人员', '示例安全0002', '3年', nobody.phone],
      ['4', '潘某某', '男', nobody.identity, '专业技术人员', '示例技术0001', '3年', nobody.phone],
      ['5', '葛某某', '女', nobody.identity, '经营管理人员', '示例经营0001', '3年', nobody.phone],
      ['6', '奚某某', '女', nobody.identity, '收银登记员', '/', '1年', nobody.phone],
    ],
    blank: 12,
    notes: ['安全、经营、技术三类人员都要有。', '人员变动后在名单上更新，留在场所备查。'],
  },
];
