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

const shop = { name: '示例区示例便利店', head: '沈某某' };

/** Two streets that cross, the shop and what lies around it; 170 by 120, as the frame in millimetres. */
const sketch = `<svg viewBox="0 0 170 120">
<path d="M0 50H40M50 50H130M140 50H170M0 64H40M50 64H130M140 64H170M40 0V50M50 0V50M40 64V120M50 64V120M130 0V50M140 0V50M130 64V120M140 64V120"/>
<path d="M54 68h22v16h-22zM78 68h22v16h-22zM102 68h22v16h-22zM144 68h22v16h-22zM54 28h72v18h-72zM6 20h28v26h-28zM6 70h28v40h-28zM144 10h22v36h-22zM54 96h70v18h-70z"/>
<path d="M78 68h22v16h-22z" stroke-width="1.4"/><path d="M89 87H155" stroke-dasharray="2 1.5"/><path d="M89 85v4M155 85v4"/>
<path d="M160 1v8M158 3l2-2l2 2"/><text x="165" y="6">北</text>
<text x="90" y="58.5">示例街</text><text x="45" y="18">示</text><text x="45" y="23">例</text><text x="45" y="28">巷</text><text x="135" y="18">示</text><text x="135" y="23">例</text><text x="135" y="28">路</text>
<text x="65" y="77">8号 理发店</text><text x="89" y="75">★ 本店</text><text x="89" y="81">12号附3号</text><text x="113" y="77">16号 面馆</text>
<text x="155" y="75">40号</text><text x="155" y="81">卷烟零售点</text><text x="112" y="92.5">约 160 米</text>
<text x="90" y="38">居民楼</text><text x="20" y="34">居民楼</text><text x="20" y="91">停车场</text><text x="155" y="29">示例公园</text><text x="89" y="106.5">居民楼</text>
</svg>`;

export const tobacco: SampleForm[] = [
  {
    kind: 'document',
    id: 'tobacco-application',
    title: '烟草专卖零售许可证申请表',
    parts: [
      fields(
        '申请人',
        ...applicantRows(shop),
        [choice('主体类型', ['个体工商户', '企业', '企业分支机构', '其他'], '个体工商户')],
        [
          text('身份证件号码', nobody.identity),
          choice('申请事项', ['新办', '变更', '延续', '补办', '停业', '注销'], '新办'),
        ],
      ),
      fields(
        '经营场所',
        [text('经营地址', '示例市示例区示例街12号附3号')],
        [text('面积（㎡）', '36'), choice('与住所独立', ['是', '否'], '是')],
        [choice('场所权属', ['自有', '租用', '无偿使用'], '租用'), text('租期至', '2028年12月31日')],
        [choice('业态', ['食杂店', '便利店', '超市', '商场', '烟酒店', '娱乐服务', '其他'], '便利店')],
        [
          choice('周围有无中小学、幼儿园', ['有', '无'], '无'),
          text('最近的卷烟零售点', '示例街40号，约160米'),
        ],
      ),
      fields('经营范围', [choice('品种', ['卷烟', '雪茄烟', '电子烟'], '卷烟', '雪茄烟')]),
      attached('营业执照（在线核验）', '租赁合同', '店铺位置示意图', '授权委托书'),
      prose(
        '声明',
        '所填内容和所交材料真实。已经知道不得向未成年人出售烟草制品，不得使用自动售货机销售，须从当地烟草批发企业进货。',
      ),
      signature('申请人', shop.name, shop.head),
    ],
    notes: [
      '地址与营业执照的经营场所一致，写到门牌号。',
      '卷烟和电子烟分别许可，只勾申请的品种。',
      '距离由机关实地测量，本表只填大概。',
    ],
  },
  {
    kind: 'document',
    id: 'tobacco-sketch',
    title: '店铺位置示意图',
    sample: 'pdf',
    parts: [
      fields('店铺', [text('店铺名称', shop.name)], [text('地址', '示例市示例区示例街12号附3号')]),
      {
        kind: 'frame',
        heading: '示意图（上北下南）',
        millimetres: 120,
        drawing: sketch,
      },
      fields(
        '标注',
        [text('最近的卷烟零售点', '示例街40号，向东约160米')],
        [text('最近的学校、幼儿园', '示例小学，示例路西，约600米')],
      ),
      { kind: 'signature', lines: [`绘图人签字：{${shop.head}}`, '日期：{2026年3月2日}'] },
    ],
    notes: [
      '手绘即可，写清街道名称、门牌号和走向，本店用“★”标出。',
      '标出最近的零售点和学校、幼儿园；距离由机关实测，图上写大概。',
    ],
  },
];
