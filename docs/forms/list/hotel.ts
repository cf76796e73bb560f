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

const inn = { name: '示例酒店有限公司', head: '丁某某' };

export const hotel: SampleForm[] = [
  {
    kind: 'document',
    id: 'hotel-application',
    title: '特种行业许可申请表（旅馆业）',
    parts: [
      fields('申请人', ...applicantRows(inn), [
        text('身份证件号码', nobody.identity),
        choice('申请类型', ['新办', '变更', '补办', '注销'], '新办'),
      ]),
      fields(
        '旅馆',
        [text('旅馆名称（招牌）', '示例酒店')],
        [text('经营地址', '示例市示例区示例路15号2至5层')],
        [choice('类型', ['宾馆、酒店', '招待所', '民宿、农家乐', '其他'], '宾馆、酒店')],
        [text('建筑面积（㎡）', '1800'), text('经营楼层', '2至5层')],
        [text('客房数（间）', '42'), text('床位数（张）', '68')],
        [choice('场所权属', ['自有', '租用'], '租用'), text('消防安全检查意见书', '示例消检〔2026〕0号')],
      ),
      fields(
        '治安防范',
        [text('治安负责人', '魏某某'), text('证件号码', nobody.identity)],
        [text('安全保卫人员（人）', '4'), text('前台登记人员（人）', '5')],
        [
          choice(
            '技防和设施',
            ['视频监控（存三十日）', '住宿登记系统', '客房防盗锁', '贵重物品保管', '一键报警'],
            '视频监控（存三十日）',
            '住宿登记系统',
            '客房防盗锁',
            '贵重物品保管',
            '一键报警',
          ),
        ],
        [text('监控探头（个）', '36'), text('监控覆盖位置', '出入口、前台、楼道、电梯、停车场')],
      ),
      attached(
        '营业执照（在线核验）',
        '经营场所权属证明或者租赁合同',
        '消防安全检查意见书',
        '客房编号平面图和监控布点图',
        '安全管理制度和保卫人员名册',
      ),
      prose(
        '声明',
        '所填内容和所交材料真实。开业后对住宿人员逐人实名登记并上传，落实访客、未成年人入住的询问和报告制度。',
      ),
      signature('申请人', inn.name, inn.head),
    ],
    notes: [
      '客房数、床位数与平面图一致，每间客房有编号。',
      '民宿、农家乐不要消防安全检查意见书，该栏写“/”。',
      '监控要覆盖出入口、前台和楼道，客房内不得安装。',
    ],
  },
  {
    kind: 'sheet',
    id: 'hotel-staff',
    title: '旅馆安全保卫人员名册',
    head: [
      ['旅馆名称', '示例酒店'],
      ['治安负责人和电话', `魏某某　${nobody.phone}`],
    ],
    columns: [
      { title: '序号', width: 6, printed: true },
      { title: '姓名', width: 10 },
      { title: '性别', width: 6 },
      { title: '身份证件号码', width: 24 },
      { title: '岗位', width: 18 },
      { title: '保安员证号（有的填）', width: 24 },
      { title: '班次', width: 16 },
      { title: '联系电话', width: 16 },
    ],
    rows: [
      ['1', '魏某某', '男', nobody.identity, '治安负责人', '/', '白班', nobody.phone],
      ['2', '陶某某', '男', nobody.identity, '保安员', '示例保安0001', '白班', nobody.phone],
      ['3', '姜某某', '男', nobody.identity, '保安员', '示例保安0002', '夜班', nobody.phone],
      ['4', '戚某某', '男', nobody.identity, '保安员', '示例保安0003', '轮班', nobody.phone],
      ['5', '邹某某', '女', nobody.identity, '前台登记员', '/', '白班', nobody.phone],
      ['6', '喻某某', '女', nobody.identity, '前台登记员', '/', '夜班', nobody.phone],
    ],
    blank: 15,
    notes: ['前台登记人员一并列入；人员变动的在名册上更新，不用重新申请。', '与安全管理制度一起交。'],
  },
];
