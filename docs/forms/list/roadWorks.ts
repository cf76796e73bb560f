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

const utility = { name: '示例燃气有限公司', head: '贺某某' };

export const roadWorks: SampleForm[] = [
  {
    kind: 'document',
    id: 'excavation-application',
    title: '挖掘城市道路申请表',
    sample: 'pdf',
    parts: [
      fields(
        '申请人',
        ...applicantRows(utility),
        [choice('申请类型', ['新办', '变更', '延期'], '新办'), text('施工单位', '示例建筑有限公司')],
        [text('现场负责人', '倪某某'), text('联系电话', nobody.phone)],
      ),
      fields(
        '挖掘',
        [text('道路名称', '示例路'), text('起止点', '示例街口至示例巷口')],
        [choice('挖掘原因', ['供水', '排水', '燃气', '电力', '通信', '热力', '其他'], '燃气')],
        [
          choice('位置', ['车行道', '人行道', '绿化带'], '人行道'),
          choice('路面结构', ['沥青', '水泥', '砖、石板'], '砖、石板'),
        ],
        [text('长×宽（米）', '60×1.2'), text('面积（㎡）', '72')],
        [text('深度（米）', '1.5'), choice('施工方法', ['开挖', '顶管', '定向钻'], '开挖')],
        [text('开工日期', '2026年4月10日'), text('完工日期', '2026年4月24日')],
        [
          choice('道路年限', ['新建五年内', '大修三年内', '其他'], '其他'),
          choice('封闭车行道', ['会', '不会'], '不会'),
        ],
        [choice('地下管线', ['已查明', '未查明'], '已查明'), text('沿线管线', '给水 DN200、通信 4 孔')],
      ),
      fields(
        '修复和安全',
        [choice('路面修复', ['自行修复', '交纳修复费由机关修复'], '交纳修复费由机关修复')],
        [text('安全措施', '围挡、警示灯、夜间照明；每日清扫，出入口铺钢板保证商铺通行。', 2)],
      ),
      attached('规划许可文件（在线核验）', '挖掘设计图和施工方案', '交通组织方案', '城市人民政府批准文件'),
      prose(
        '申请人承诺',
        '按批准的位置、面积、深度和期限挖掘；碰到管线立即停工报告；完工后清理现场，通知检查验收。',
      ),
      signature('申请人', utility.name, utility.head),
    ],
    notes: [
      '一条道路一份；跨多条道路的分别填。',
      '面积 = 长 × 宽，挖掘修复费按面积和路面结构计算。',
      '新建五年内、大修三年内的道路，先取得城市人民政府批准。',
    ],
  },
];
