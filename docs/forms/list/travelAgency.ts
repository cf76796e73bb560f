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

const agency = { name: '示例旅行社有限公司', head: '秦某某' };

export const travelAgency: SampleForm[] = [
  {
    kind: 'document',
    id: 'travel-application',
    title: '设立旅行社申请书',
    parts: [
      fields(
        '申请单位',
        ...applicantRows(agency),
        [text('许可证上的名称', agency.name)],
        [text('企业类型', '有限责任公司'), text('注册资本（万元）', '30')],
        [choice('业务范围', ['国内旅游业务', '入境旅游业务'], '国内旅游业务', '入境旅游业务')],
      ),
      fields(
        '经营场所和设施',
        [text('经营场所地址', '示例市示例区示例路30号2层')],
        [text('面积（㎡）', '80'), choice('权属', ['自有', '租用'], '租用')],
        [text('直线固定电话（部）', '2'), text('传真机、复印机（台）', '1')],
        [text('联网电脑（台）', '5'), text('租期', '2026年1月至2028年12月')],
      ),
      {
        kind: 'table',
        heading: '经营管理人员和导游',
        columns: [
          { title: '姓名', width: 2 },
          { title: '岗位', width: 3 },
          { title: '证件或者导游证号', width: 4 },
          { title: '从业年限', width: 2 },
          { title: '合同期限', width: 3 },
        ],
        rows: [
          ['秦某某', '总经理', nobody.identity, '8', '固定，3年'],
          ['尤某某', '计调经理', nobody.identity, '5', '固定，3年'],
          ['许某某', '导游', '示例导游0001', '4', '固定，3年'],
          ['施某某', '导游', '示例导游0002', '3', '固定，3年'],
          ['华某某', '导游', '示例导游0003', '2', '固定，3年'],
        ],
        blank: 6,
      },
      attached(
        '营业执照（在线核验）',
        '租赁合同',
        '营业设施设备说明',
        '经营管理人员履历和劳动合同',
        '导游证和劳动合同',
      ),
      prose(
        '申请单位声明',
        '所填内容和所交材料真实。取得许可后三个工作日内存入质量保证金；没有许可不招徕、组织、接待旅游者。',
      ),
      signature('申请单位', agency.name, agency.head),
    ],
    notes: [
      '名称与营业执照一致；许可证上要用别的名称的写在第二行。',
      '注册资本不少于三十万元；出境旅游业务另行申请。',
      '导游不足的可以另交《导游人员承诺书》。',
    ],
  },
  {
    kind: 'document',
    id: 'travel-guides',
    title: '导游人员承诺书',
    parts: [
      fields(
        '申请单位',
        [text('单位名称', agency.name)],
        [text('法定代表人', agency.head), text('联系电话', nobody.phone)],
      ),
      prose(
        '承诺',
        '致：{示例市文化广播电视和旅游局}',
        '本单位申请设立旅行社，已经知道导游人数不得低于旅行社在职员工总数的百分之二十，且不少于{3}名，与导游签订固定期限或者无固定期限劳动合同。',
        '现有在职员工{12}名，已签合同的导游{1}名，正在招聘{2}名。本单位承诺在{2026年5月31日}前招聘到位，签订劳动合同，缴纳社会保险费，并将名单报送。',
        '到期没有达到的，同意撤销许可，自行承担由此造成的损失。',
      ),
      signature('承诺单位', agency.name, agency.head),
    ],
    notes: ['导游还没有聘足的才填，由法定代表人签名。'],
  },
];
